package org.voorwerp.server.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.web.text.Format;

/// How a challenge stands in time.
///
/// @param state what a list sorts by
/// @param sentence the same with dates, e.g. `Open until 14 Mar 2027 (6 days left)`
public record Standing(State state, String sentence) {

    public enum State {
        RUNNING,
        COMING,
        PAST
    }

    /// The state's word, for style sheets.
    public String word() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /// @param phases in any order
    static Standing of(List<Phase> phases, Instant now) {
        var open = phases.stream().filter(phase -> phase.isOpenAt(now)).findFirst();
        if (open.isPresent()) {
            return new Standing(State.RUNNING, open(open.get(), phases.size() > 1, now));
        }
        var next = phases.stream()
                .filter(phase -> phase.startsAt.isAfter(now))
                .min(Comparator.comparing(phase -> phase.startsAt));
        if (next.isPresent()) {
            var start = next.get().startsAt;
            return new Standing(
                    State.COMING, "Opens on " + Format.day(start) + " (in " + Format.span(now, start) + ")");
        }
        var lastEnd = phases.stream()
                .map(phase -> phase.endsAt)
                .filter(end -> end != null)
                .max(Instant::compareTo);
        return new Standing(
                State.PAST, lastEnd.map(end -> "Ended on " + Format.day(end)).orElse("Closed"));
    }

    private static String open(Phase phase, boolean named, Instant now) {
        var which = named ? "Phase " + phase.name + ": open" : "Open";
        return phase.endsAt == null
                ? which + ", no end set"
                : which + " until " + Format.day(phase.endsAt) + " (" + Format.span(now, phase.endsAt) + " left)";
    }
}

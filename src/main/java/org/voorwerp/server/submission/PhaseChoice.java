package org.voorwerp.server.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// The phase that a submission belongs to.
///
/// @param phase takes it
/// @param late whether the phase is over
record PhaseChoice(Phase phase, boolean late) {

    /// Among the phases that are open now, the one named; without a name the only one, and where none is open any more
    /// the only one that takes late submissions. Organisers try out their drafts at any time.
    ///
    /// @param name null where none is named
    /// @throws PhaseClosed if the phase named is not open, or none is
    /// @throws NotFound if there is none of that name
    /// @throws Invalid if several are open and none is named
    static PhaseChoice of(Challenge challenge, @Nullable String name, Clock clock) {
        var all = challenge.phases();
        var candidates = name == null ? all : named(all, name);
        var now = clock.instant();
        var choices = open(candidates, now);
        if (choices.isEmpty() && !challenge.isPublished() && !candidates.isEmpty()) {
            return new PhaseChoice(candidates.getFirst(), false);
        }
        if (choices.isEmpty()) {
            throw PhaseClosed.at(clock, candidates);
        }
        if (choices.size() > 1) {
            var names = choices.stream()
                    .map(choice -> '"' + choice.phase().name + '"')
                    .collect(Collectors.joining(", "));
            throw new Invalid("Several phases take submissions now: " + names + ". Name one with ?phase=.");
        }
        return choices.getFirst();
    }

    /// The phases that take submissions now: those open, and only where there is none those that take late ones.
    static List<PhaseChoice> open(List<Phase> phases, Instant now) {
        var open = phases.stream()
                .filter(phase -> phase.isOpenAt(now))
                .map(phase -> new PhaseChoice(phase, false))
                .toList();
        return !open.isEmpty()
                ? open
                : phases.stream()
                        .filter(phase -> phase.isOpenLateAt(now))
                        .map(phase -> new PhaseChoice(phase, true))
                        .toList();
    }

    private static List<Phase> named(List<Phase> phases, String name) {
        var named = phases.stream().filter(phase -> phase.name.equals(name)).toList();
        if (named.isEmpty()) {
            var names = phases.stream().map(phase -> '"' + phase.name + '"').collect(Collectors.joining(", "));
            throw new NotFound("There is no such phase; the phases are " + names + ".");
        }
        return named;
    }
}

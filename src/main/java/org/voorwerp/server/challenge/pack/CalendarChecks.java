package org.voorwerp.server.challenge.pack;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Definition.PhaseDefinition;
import org.voorwerp.server.challenge.calendar.PhaseRules;

/// Phases: what [PhaseRules] asks of them, told where it stands.
final class CalendarChecks {

    private final Checking checking;

    CalendarChecks(Checking checking) {
        this.checking = checking;
    }

    void check() {
        var phases = checking.root().get("phases").items();
        checking.tellRepeated(phases.stream().map(phase -> phase.get("name")).toList(), "phase");
        boolean noPrivatePart = Objects.equals(
                checking.root().get("holdout").get("public").number().orElse(null), 1.0);
        PhaseDefinition before = null;
        for (var place : phases) {
            var phase = definition(place);
            if (phase != null) {
                PhaseRules.check(
                        phase,
                        before,
                        (key, message) -> checking.tell(place.get(key).valueFinding(message)));
            }
            if (noPrivatePart
                    && place.get("part").text().filter("private"::equals).isPresent()) {
                checking.tell(place.get("part").valueFinding("with holdout.public 1 there is no private part"));
            }
            before = phase;
        }
    }

    /// What the schema finds wrong is left out; null where not even the start is known.
    private static @Nullable PhaseDefinition definition(Place phase) {
        var starts = time(phase.get("starts"));
        return starts == null
                ? null
                : new PhaseDefinition(
                        phase.get("name").text().orElse(""),
                        starts,
                        time(phase.get("ends")),
                        time(phase.get("late-until")),
                        phase.get("part").text().orElse(null),
                        phase.get("board").text().orElse(null),
                        phase.get("private-board").node().asBoolean(),
                        phase.get("carry-over").node().asBoolean(),
                        null,
                        null);
    }

    private static @Nullable Instant time(Place place) {
        try {
            return place.text()
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .orElse(null);
        } catch (DateTimeException e) {
            // The schema has told.
            return null;
        }
    }
}

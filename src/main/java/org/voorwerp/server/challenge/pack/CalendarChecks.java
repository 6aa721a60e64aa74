package org.voorwerp.server.challenge.pack;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Phases: one after another, each ending after it begins.
final class CalendarChecks {

    private final Checking checking;

    CalendarChecks(Checking checking) {
        this.checking = checking;
    }

    void check() {
        var phases = checking.root().get("phases").items();
        checking.tellRepeated(phases.stream().map(phase -> phase.get("name")).toList(), "phase");
        for (int i = 0; i < phases.size(); i++) {
            checkEnd(phases.get(i));
            if (i > 0) {
                checkOrder(phases.get(i - 1), phases.get(i));
            }
        }
    }

    private void checkEnd(Place phase) {
        var starts = time(phase.get("starts"));
        var ends = time(phase.get("ends"));
        if (starts.isPresent() && ends.isPresent() && !ends.get().isAfter(starts.get())) {
            checking.tell(phase.get("ends").valueFinding("the phase must end after it starts"));
        }
    }

    private void checkOrder(Place before, Place phase) {
        if (!before.get("ends").exists()) {
            checking.tell(before.finding("only the last phase may have no end; say when this one ends"));
            return;
        }
        for (var time : List.of(before.get("ends"), before.get("starts"))) {
            var earlier = time(time);
            var starts = time(phase.get("starts"));
            if (earlier.isPresent() && starts.isPresent() && starts.get().isBefore(earlier.get())) {
                checking.tell(phase.get("starts")
                        .valueFinding("the phase must not start before the one before it ends ("
                                + time.text().orElse("") + ")"));
                return;
            }
        }
    }

    private static Optional<Instant> time(Place place) {
        try {
            return place.text().map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            // The schema has told.
            return Optional.empty();
        }
    }
}

package org.voorwerp.server.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.http.Refusal;

/// The challenge takes no submissions now.
final class PhaseClosed extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long retryAfter;

    private PhaseClosed(String detail, long retryAfter) {
        super(403, "phase-closed", "Not open for submissions", detail);
        this.retryAfter = retryAfter;
    }

    /// @param phases those in question, none of them open
    static PhaseClosed at(Clock clock, List<Phase> phases) {
        var now = clock.instant();
        var next = phases.stream()
                .filter(phase -> phase.startsAt.isAfter(now))
                .min((a, b) -> a.startsAt.compareTo(b.startsAt));
        if (next.isPresent()) {
            var phase = next.get();
            var refusal = new PhaseClosed(
                    "Submissions open with phase \"" + phase.name + "\" at " + phase.startsAt + ".",
                    Duration.between(now, phase.startsAt).plusSeconds(1).toSeconds());
            refusal.with("phase", phase.name);
            refusal.with("opensAt", phase.startsAt);
            return refusal;
        }
        var end = lastEnd(phases);
        var refusal =
                new PhaseClosed("Submissions closed" + (end == null ? "" : " at " + end) + "; no phase follows.", 0);
        if (end != null) {
            refusal.with("closedAt", end);
        }
        return refusal;
    }

    private static @Nullable Instant lastEnd(List<Phase> phases) {
        Instant last = null;
        for (var phase : phases) {
            if (phase.endsAt != null && (last == null || phase.endsAt.isAfter(last))) {
                last = phase.endsAt;
            }
        }
        return last;
    }

    @Override
    public long retryAfter() {
        return retryAfter;
    }
}

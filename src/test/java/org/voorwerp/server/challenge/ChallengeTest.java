package org.voorwerp.server.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    private static final Instant END = Instant.parse("2031-05-20T00:00:00Z");
    private static final Instant LATE = Instant.parse("2031-06-20T00:00:00Z");

    @Test
    void itIsOverOnceNoPhaseTakesAnythingNotEvenLate() {
        assertOver(List.of(false, true, true), phase(END, null));
        assertOver(List.of(false, false, true), phase(END, LATE));
        assertOver(List.of(false, false, true), phase(END, null), phase(END, LATE));
        assertOver(List.of(false, false, true), phase(END, null), phase(LATE, null));
        assertOver(List.of(false, false, false), phase(END, null), phase(null, null));
    }

    @Test
    void withoutPhasesItIsNeverOver() {
        assertOver(List.of(false, false, false));
    }

    /// Just before the end, at it, and at the end for late ones.
    private static void assertOver(List<Boolean> expected, Phase... phases) {
        var challenge = new Challenge() {
            @Override
            public List<Phase> phases() {
                return List.of(phases);
            }
        };
        assertFalse(challenge.isOverAt(END.minusSeconds(9999999)));
        assertEquals(
                expected,
                List.of(challenge.isOverAt(END.minusMillis(1)), challenge.isOverAt(END), challenge.isOverAt(LATE)));
    }

    private static Phase phase(@Nullable Instant end, @Nullable Instant late) {
        var phase = new Phase();
        phase.startsAt = END.minusSeconds(1000);
        phase.endsAt = end;
        phase.lateUntil = late;
        return phase;
    }
}

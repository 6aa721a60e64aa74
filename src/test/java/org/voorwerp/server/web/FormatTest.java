package org.voorwerp.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.web.text.Format;
import org.voorwerp.server.web.text.TimeLeft;

class FormatTest {

    private static final Instant NOON = Instant.parse("2027-03-14T12:00:00Z");

    @Test
    void bytesAreCountedInThousands() {
        assertEquals("0 bytes", Format.bytes(0));
        assertEquals("999 bytes", Format.bytes(999));
        assertEquals("1.0 kB", Format.bytes(1_000));
        assertEquals("1.0 MB", Format.bytes(999_600));
        assertEquals("123 MB", Format.bytes(123_400_000));
        assertEquals("2.0 TB", Format.bytes(2_000_000_000_000L));
    }

    @Test
    void scoresHaveFourDecimalsWhereTheySaySomething() {
        assertEquals("0.2504", Format.score(0.25037));
        assertEquals("−0.0310", Format.score(-0.031));
        assertEquals("0.0000", Format.score(0));
        assertEquals("2.000e−05", Format.score(0.00002));
        assertEquals("12345.7", Format.score(12345.678));
        assertEquals("0.9121–0.9340", Format.range(0.9121, 0.934));
        assertEquals("−0.0310 to 0.0127", Format.range(-0.031, 0.0127));
    }

    @Test
    void numbersHaveFourDigitsAndNoMore() {
        assertEquals("0", Format.number(0));
        assertEquals("0", Format.number(-0.0));
        assertEquals("0.5", Format.number(0.5));
        assertEquals("0.003147", Format.number(0.0031472));
        assertEquals("27.91", Format.number(27.9113));
        assertEquals("−151.6", Format.number(-151.62));
        assertEquals("12,346", Format.number(12345.6));
        assertEquals("100", Format.number(100));
        assertEquals("9.999e−05", Format.number(0.00009999));
        assertEquals("1.000e+12", Format.number(1e12));
    }

    @Test
    void whatIsLeftIsSaidOnceItIsKnown() {
        assertEquals(null, TimeLeft.of(NOON, NOON.plusSeconds(10), 0.01));
        assertEquals(null, TimeLeft.of(NOON, NOON.plusSeconds(10), Double.NaN));
        assertEquals("less than a minute left", TimeLeft.of(NOON, NOON.plusSeconds(10), 0.5));
        assertEquals("about 3 minutes left", TimeLeft.of(NOON, NOON.plusSeconds(60), 0.25));
        assertEquals("about 2 hours left", TimeLeft.of(NOON, NOON.plusSeconds(3600), 0.33));
        assertEquals(null, TimeLeft.of(NOON, NOON.plusSeconds(10), 1));
    }

    @Test
    void timesAreUtcAndSpansAreRough() {
        assertEquals("14 Mar 2027, 12:00 UTC", Format.time(NOON));
        assertEquals("1 minute", Format.span(NOON, NOON.plusSeconds(5)));
        assertEquals("1 hour", Format.span(NOON, NOON.plusSeconds(3600)));
        assertEquals("47 hours", Format.span(NOON, NOON.plus(Duration.ofHours(47))));
        assertEquals("2 days", Format.span(NOON, NOON.plus(Duration.ofDays(2))));
        assertEquals("3 months", Format.span(NOON, NOON.plus(Duration.ofDays(90))));
        assertEquals("9 years", Format.span(NOON, NOON.plus(Duration.ofDays(9 * 365 + 40))));
    }

    @Test
    void aChallengeStandsWhereItsPhasesSay() {
        var first = phase("first", NOON.minus(Duration.ofDays(5)), NOON);
        var second = phase("final", NOON.plus(Duration.ofDays(2)), NOON.plus(Duration.ofDays(4)));
        var phases = List.of(first, second);
        assertEquals(
                "Phase first: open until 14 Mar 2027 (1 hour left)",
                Standing.of(phases, NOON.minusSeconds(3600)).sentence());
        // The end is exclusive.
        assertEquals(
                "Opens on 16 Mar 2027 (in 2 days)", Standing.of(phases, NOON).sentence());
        assertEquals(Standing.State.COMING, Standing.of(phases, NOON).state());
        assertEquals(
                "Ended on 18 Mar 2027",
                Standing.of(phases, NOON.plus(Duration.ofDays(9))).sentence());
        assertEquals(
                "Open, no end set",
                Standing.of(List.of(phase("main", NOON, null)), NOON).sentence());
        assertEquals(Standing.State.PAST, Standing.of(List.of(), NOON).state());
    }

    private static Phase phase(String name, Instant from, @Nullable Instant to) {
        var phase = new Phase();
        phase.name = name;
        phase.startsAt = from;
        phase.endsAt = to;
        return phase;
    }
}

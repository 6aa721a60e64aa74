package org.voorwerp.server.web.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.web.chart.Curves.Line;
import org.voorwerp.server.web.chart.Curves.Reference;

class CurvesTest {

    private static final Instant NOON = Instant.parse("2031-05-01T12:00:00Z");

    @Test
    void betterIsAboveWhicheverWayIsBetter() {
        for (boolean falling : new boolean[] {false, true}) {
            var curves = Curves.of(
                    List.of(line("a", falling, 0.5, 0.8), line("b", falling, 0.4, 0.6)),
                    List.of(new Reference("ceiling", "the crowd", falling ? -0.85 : 0.85)),
                    falling,
                    "says");
            assertNotNull(curves);
            assertTrue(curves.curves().get(0).end() < curves.curves().get(1).end(), "a is above b");
            assertTrue(curves.levels().getFirst().y() < curves.curves().get(0).end(), "the ceiling is above both");
        }
    }

    @Test
    void aReferenceFarAwayDoesNotSqueezeTheRest() {
        var curves = Curves.of(
                List.of(line("a", false, 0.5, 0.51)),
                List.of(new Reference("ceiling", "far", 0.99), new Reference("volunteer", "near", 0.512)),
                false,
                "says");
        assertNotNull(curves);
        assertEquals(
                List.of("near"),
                curves.levels().stream().map(Curves.Level::name).toList());
    }

    @Test
    void whereNothingMovedNothingIsDrawn() {
        assertNull(Curves.of(List.of(), List.of(), false, "says"));
        assertNull(Curves.of(List.of(line("a", false, 0.5)), List.of(), false, "says"));
        assertNotNull(Curves.of(List.of(line("a", false, 0.5), line("b", false, 0.5)), List.of(), false, "says"));
    }

    @Test
    void labelsStandApartAndAsNearAsTheyCan() {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            var wanted = random.doubles(1 + random.nextInt(16), 0, 280).toArray();
            var at = Labels.apart(wanted, 17, 280);
            var sorted = Arrays.stream(at).sorted().toArray();
            for (int i = 1; i < sorted.length; i++) {
                assertTrue(sorted[i] - sorted[i - 1] > 17 - 1e-9, Arrays.toString(sorted));
            }
            assertTrue(sorted[0] >= 8.5 - 1e-9 && sorted[sorted.length - 1] <= 271.5 + 1e-9, "within the drawing");
        }
        assertEquals(100, Labels.apart(new double[] {100, 200}, 17, 280)[0]);
    }

    @Test
    void ticksAreRoundAndFew() {
        for (var span : List.of(
                Duration.ofSeconds(30),
                Duration.ofMinutes(3),
                Duration.ofHours(5),
                Duration.ofDays(1),
                Duration.ofDays(20),
                Duration.ofDays(400),
                Duration.ofDays(20_000))) {
            var ticks = Ticks.moments(NOON, NOON.plus(span));
            assertTrue(ticks.size() <= 6, span + ": " + ticks);
            assertTrue(ticks.stream().allMatch(tick -> !tick.at().isBefore(NOON)), span + ": " + ticks);
        }
        assertEquals(
                "2 May",
                Ticks.moments(NOON, NOON.plus(Duration.ofDays(4))).getFirst().label());
    }

    private static Line line(String name, boolean falling, double... values) {
        var steps = new ArrayList<Spark.Step>();
        for (double value : values) {
            steps.add(new Spark.Step(NOON.plusSeconds(60L * steps.size()), falling ? -value : value));
        }
        return new Line(name, 1, false, steps);
    }
}

package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    /// A metric of the whole comparison, as queries and programs are.
    private record Program(String name) implements Metric<Comparison> {
        @Override
        public Class<Comparison> view() {
            return Comparison.class;
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public Score score(Comparison view, Parameters parameters) {
            MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
            Thread.yield();
            long sum = 0;
            for (int i = 0; i < 20_000_000; i++) {
                sum += i ^ sum;
            }
            RUNNING.decrementAndGet();
            return new Score(sum == 1 ? 1 : 0, null);
        }
    }

    @Test
    void twoQueriesOrProgramsNeverRunAtOnce() {
        var kind = new Labels("label", List.of("a", "b"));
        var ids = SubjectIndex.of(List.of("s"));
        var truth = new Truth(
                ids, new Part[] {Part.PUBLIC}, null, new Truth.ClassAnswers(kind.classes(), new int[] {0}, null));
        var predictions = new Predictions(List.of(new Predictions.ClassCells(new int[] {1})));
        var comparison = new Comparison(kind, truth, predictions, Rows.first(1), null);
        var metrics = new ArrayList<ConfiguredMetric<?>>();
        for (int i = 0; i < 6; i++) {
            var program = new Program("p" + i);
            metrics.add(new ConfiguredMetric<>(
                    program, program.name(), program.name(), Parameters.of(List.of(), Map.of()), i == 0, null));
        }
        var scores = Scoring.together(metrics, metric -> metric.score(comparison));
        assertEquals(6, scores.size());
        assertEquals(1, MOST.get());
    }
}

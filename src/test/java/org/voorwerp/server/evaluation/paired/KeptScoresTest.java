package org.voorwerp.server.evaluation.paired;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.Weights;

@QuarkusTest
class KeptScoresTest {

    @Inject
    KeptScores scores;

    @Test
    void aMetricThatFailsToSayHowSubjectsMoveItHasAScoreAllTheSame() throws IOException {
        assertNotNull(keep(() -> Estimate.mean(new double[] {1, 0}, new Weights(null, 2))));
        assertNull(keep(() -> null));
        assertNull(keep(() -> {
            throw new IllegalStateException("test");
        }));
        for (var error : List.of(
                new OutOfMemoryError("test"),
                new StackOverflowError("test"),
                new NoClassDefFoundError("test"),
                new AssertionError("test"))) {
            assertNull(keep(() -> {
                throw error;
            }));
        }
    }

    private @Nullable String keep(Supplier<@Nullable Estimate> estimate) throws IOException {
        var kind = new Labels("label", List.of("A", "B"));
        var truth = new Truth(
                SubjectIndex.of(List.of("s1", "s2")),
                new Part[] {Part.PUBLIC, Part.PUBLIC},
                null,
                new ClassAnswers(List.of("A", "B"), new int[] {0, 1}, null));
        var predictions = new Predictions(List.of(new ClassCells(new int[] {0, 0})));
        return scores.keep(
                kind,
                truth,
                predictions,
                new ConfiguredMetric<>(
                        new Plugin(estimate), "plugin", "plugin", Parameters.of(List.of(), Map.of()), true, null));
    }

    private record Plugin(Supplier<@Nullable Estimate> estimate) implements Metric<LabelView> {

        @Override
        public String name() {
            return "plugin";
        }

        @Override
        public Class<LabelView> view() {
            return LabelView.class;
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public Range range() {
            return Range.SHARE;
        }

        @Override
        public Score score(LabelView view, Parameters parameters) {
            return new Score(0.5, null);
        }

        @Override
        public @Nullable Estimate estimate(LabelView view, Parameters parameters) {
            return estimate.get();
        }
    }
}

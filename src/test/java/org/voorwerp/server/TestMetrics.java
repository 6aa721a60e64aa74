package org.voorwerp.server;

import java.util.concurrent.ConcurrentHashMap;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ValueView;
import org.voorwerp.scoring.Weights;

/// Metrics for tests of the server, which may misbehave: a predicted class tells them how.
public final class TestMetrics {

    /// The secret that a faulty metric blurts out.
    public static final String BLURTED = "the truth of s000 is A";

    /// How many times a flaky one was asked, by the number of its rows that are right.
    public static final ConcurrentHashMap<Integer, Integer> FLAKY = new ConcurrentHashMap<>();

    private TestMetrics() {}

    /// The share of predictions that are right.
    public static final class Agreement implements Metric<LabelView> {

        @Override
        public String name() {
            return "test-agreement";
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
        public Score score(LabelView view, Parameters parameters) {
            for (int prediction : view.prediction()) {
                behave(SmallChallenge.CLASSES.get(prediction), view);
            }
            double share = (double) right(view) / view.size();
            return new Score(share, new Interval(share - 0.01, share + 0.01, "made up"));
        }

        @Override
        public Range range() {
            return Range.SHARE;
        }

        @Override
        public Estimate estimate(LabelView view, Parameters parameters) {
            var right = new double[view.size()];
            for (int i = 0; i < right.length; i++) {
                right[i] = view.truth()[i] == view.prediction()[i] ? 1 : 0;
            }
            return Estimate.mean(right, Weights.of(view));
        }

        private static void behave(String mood, LabelView view) {
            switch (mood) {
                case "visible" -> throw new ParticipantVisibleException("class \"visible\" is not to be predicted");
                case "fault" -> throw new IllegalStateException(BLURTED);
                case "flaky" -> {
                    if (FLAKY.merge(right(view), 1, Integer::sum) == 1) {
                        throw new IllegalStateException("not today");
                    }
                }
                case "memory" -> throw new OutOfMemoryError("test");
                case "stack" -> overflow(1);
                default -> {}
            }
        }

        @SuppressWarnings("InfiniteRecursion")
        private static int overflow(int depth) {
            return overflow(depth + 1) + 1;
        }
    }

    /// How many predictions are wrong.
    public static final class Errors implements Metric<LabelView> {

        @Override
        public String name() {
            return "test-error";
        }

        @Override
        public Class<LabelView> view() {
            return LabelView.class;
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public Score score(LabelView view, Parameters parameters) {
            return new Score(view.size() - right(view), null);
        }

        @Override
        public Range range() {
            // Of what is usual, so that it has a scale.
            return new Range(0, 10);
        }
    }

    /// The mean distance between predicted and true numbers.
    public static final class Distance implements Metric<ValueView> {

        @Override
        public String name() {
            return "test-error";
        }

        @Override
        public Class<ValueView> view() {
            return ValueView.class;
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public Score score(ValueView view, Parameters parameters) {
            double sum = 0;
            for (int i = 0; i < view.size(); i++) {
                sum += Math.abs(view.truth()[0][i] - view.prediction()[0][i]);
            }
            return new Score(sum / view.size(), null);
        }
    }

    private static int right(LabelView view) {
        int right = 0;
        for (int i = 0; i < view.size(); i++) {
            right += view.truth()[i] == view.prediction()[i] ? 1 : 0;
        }
        return right;
    }
}

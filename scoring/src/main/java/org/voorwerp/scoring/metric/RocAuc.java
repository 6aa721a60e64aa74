package org.voorwerp.scoring.metric;

import java.util.List;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.Weights;

/// The area under the ROC curve: the probability that a positive subject is predicted higher than a negative
/// one, ties counting half (J. Hanley and B. McNeil, Radiology 143, 1982). From 0 to 1; guessing, or a
/// constant, gives 0.5.
///
/// Interval: E. DeLong, D. DeLong and D. Clarke-Pearson (Biometrics 44, 1988), computed from ranks as by X. Sun
/// and W. Xu (IEEE Signal Processing Letters 21, 2014), on the logit scale (M. Pepe, The Statistical Evaluation
/// of Medical Tests, 2003), which keeps it inside the range.
public final class RocAuc {

    private RocAuc() {}

    /// For one true and one predicted number a subject: positive is what is above the threshold in the truth.
    /// Several columns count alike. Undefined where a column has no positive or no negative subject.
    public static final class OfValues extends ColumnMetric {
        @Override
        public String name() {
            return "roc-auc";
        }

        @Override
        List<Parameter> ownParameters() {
            return List.of(Positives.THRESHOLD);
        }

        @Override
        Estimate estimate(Column column, Parameters parameters) {
            var positives = Positives.of(column, parameters);
            requireBoth(
                    column,
                    parameters,
                    positives.weight(),
                    positives.negatives().weight());
            return PairwiseAreas.binary(column.prediction(), classes(positives), column.weights());
        }

        @Override
        Score unweighted(Column column, Parameters parameters) {
            var ranks = Positives.ranks(column, parameters);
            requireBoth(column, parameters, ranks.positives(), ranks.negatives());
            return ranks.rocAuc();
        }

        private static void requireBoth(Column column, Parameters parameters, double positives, double negatives) {
            if (positives == 0 || negatives == 0) {
                throw new UndefinedScoreException("roc-auc needs positive and negative subjects; in " + column.name()
                        + " all are " + (positives == 0 ? "at most " : "above ") + parameters.decimal("threshold"));
            }
        }

        @Override
        Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            double fewest = Double.POSITIVE_INFINITY;
            for (var column : columns) {
                var positives = Positives.of(column, parameters);
                fewest = Math.min(fewest, positives.effectiveSize());
                fewest = Math.min(fewest, positives.negatives().effectiveSize());
            }
            return columns.size() == 1
                    ? deLong(estimate, classes(Positives.of(columns.getFirst(), parameters)), 2, fewest)
                    : Intervals.between(
                            0, 1, estimate.value(), estimate.standardError(), fewest, "jackknife on the logit scale");
        }

        private static int[] classes(Positives positives) {
            var classes = new int[positives.positive().length];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = positives.positive()[i] ? 1 : 0;
            }
            return classes;
        }
    }

    /// For predicted probabilities. Two classes: the second is positive, its probability the number that
    /// orders. More: `multiclass` says what is compared,
    /// - `one-vs-rest`: each class with all others (F. Provost and P. Domingos, Machine Learning 52, 2003);
    /// - `one-vs-one`: each class with each other, by the probability of either (D. Hand and R. Till, Machine
    ///   Learning 45, 2001), which does not depend on how common classes are;
    ///
    /// and `average` how classes, or pairs of them, count: `macro` alike, `weighted` by their subjects. As in
    /// scikit-learn, but classes that do not occur in the truth are left out where scikit-learn gives up.
    /// Undefined where fewer than two occur.
    public static final class OfProbabilities implements Metric<ProbabilityView> {
        @Override
        public String name() {
            return "roc-auc";
        }

        @Override
        public Class<ProbabilityView> view() {
            return ProbabilityView.class;
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter.Choice(
                            "average",
                            "how classes or pairs of classes count: macro, all alike; weighted, by their subjects",
                            "macro",
                            List.of("macro", "weighted")),
                    new Parameter.Choice(
                            "multiclass",
                            "what is compared where there are more than two classes",
                            "one-vs-rest",
                            List.of("one-vs-rest", "one-vs-one")));
        }

        @Override
        public Score score(ProbabilityView view, Parameters parameters) {
            double fewest = fewest(view, Weights.of(view));
            if (view.classes().size() == 2 && Weights.of(view).areAlike()) {
                return BinaryRanks.of(
                                new Ranked(view.probabilities()[1], view.truth()),
                                view.probabilities()[1],
                                i -> view.truth()[i] == 1)
                        .rocAuc();
            }
            var estimate = estimate(view, parameters);
            return new Score(
                    estimate.value(),
                    deLong(estimate, view.truth(), view.classes().size(), fewest));
        }

        @Override
        public Range range() {
            return Range.SHARE;
        }

        @Override
        public Estimate estimate(ProbabilityView view, Parameters parameters) {
            var weights = Weights.of(view);
            if (view.classes().size() == 2) {
                return PairwiseAreas.binary(view.probabilities()[1], view.truth(), weights);
            }
            boolean weighted = parameters.choice("average").equals("weighted");
            var areas = new PairwiseAreas(view.truth(), view.classes().size(), weights);
            return switch (parameters.choice("multiclass")) {
                case "one-vs-rest" -> areas.oneVersusRest(view.probabilities(), weighted);
                case "one-vs-one" -> areas.oneVersusOne(view.probabilities(), weighted);
                default -> throw new IllegalArgumentException("no way " + parameters.choice("multiclass"));
            };
        }

        private record Ranked(double[] probabilities, int[] truth) {}

        /// The effective number of subjects of the rarest class that occurs.
        private static double fewest(ProbabilityView view, Weights weights) {
            var sums = new double[view.classes().size()];
            var squares = new double[sums.length];
            for (int i = 0; i < view.size(); i++) {
                sums[view.truth()[i]] += weights.of(i);
                squares[view.truth()[i]] += weights.of(i) * weights.of(i);
            }
            int classes = 0;
            double fewest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < sums.length; k++) {
                if (sums[k] > 0) {
                    classes++;
                    fewest = Math.min(fewest, sums[k] / squares[k] * sums[k]);
                }
            }
            if (classes < 2) {
                throw new UndefinedScoreException("roc-auc needs two classes in the truth, there is one");
            }
            return fewest;
        }
    }

    private static Interval deLong(Estimate estimate, int[] classOf, int classes, double fewest) {
        return deLong(estimate.value(), DeLong.standardError(estimate, classOf, classes), fewest);
    }

    /// @param fewest how many subjects the rarer class has
    static Interval deLong(double area, double error, double fewest) {
        return Intervals.between(0, 1, area, error, fewest, "DeLong on the logit scale");
    }
}

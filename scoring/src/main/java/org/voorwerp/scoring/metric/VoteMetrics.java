package org.voorwerp.scoring.metric;

import java.util.List;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.Weights;

/// Metrics that compare a predicted distribution p over classes with the distribution q of the volunteers'
/// votes. Where only a label is known, q is one for it and zero otherwise. All are weighted means over
/// subjects, `rmse` the root of one, logarithms are natural, and all are always defined; lower is better.
///
/// A class without votes adds nothing (0 ln 0 = 0). For soft log loss and divergence p is first clipped and
/// divided by its sum, as for log loss, so that no loss is infinite.
public final class VoteMetrics {

    private VoteMetrics() {}

    /// Mean of −Σ_k q_k ln p_k, the cross-entropy, from 0; at best the mean entropy of the votes. With labels
    /// it is log loss (strictly proper; T. Gneiting and A. Raftery, Journal of the American Statistical
    /// Association 102, 2007).
    public static final class SoftLogLoss extends FromLogarithms {
        @Override
        public String name() {
            return "soft-log-loss";
        }

        @Override
        double term(double votes, double predicted) {
            return -votes * StrictMath.log(predicted);
        }
    }

    /// Mean of Σ_k q_k ln(q_k / p_k), from 0 (S. Kullback and R. Leibler, Annals of Mathematical Statistics 22,
    /// 1951): soft log loss less what the votes' own disagreement costs.
    public static final class KlDivergence extends FromLogarithms {
        @Override
        public String name() {
            return "kl-divergence";
        }

        @Override
        double term(double votes, double predicted) {
            return votes * StrictMath.log(votes / predicted);
        }
    }

    /// Mean of (KL(q, m) + KL(p, m)) / 2 with m = (p + q) / 2, from 0 to ln 2 (J. Lin, IEEE Transactions on
    /// Information Theory 37, 1991). It is the divergence, the square of what SciPy's `jensenshannon` gives. p
    /// is divided by its sum but not clipped: nothing here can be infinite.
    public static final class JensenShannon extends SubjectMean {
        @Override
        public String name() {
            return "jensen-shannon";
        }

        @Override
        double highest() {
            return StrictMath.log(2);
        }

        @Override
        public double[] ofSubjects(ProbabilityView view, Parameters parameters) {
            var sums = new double[view.size()];
            for (double[] column : view.probabilities()) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += column[i];
                }
            }
            var losses = new double[view.size()];
            for (int k = 0; k < view.classes().size(); k++) {
                for (int i = 0; i < losses.length; i++) {
                    double votes = votes(view, k, i);
                    double predicted = view.probabilities()[k][i] / sums[i];
                    double middle = (votes + predicted) / 2;
                    losses[i] += (surplus(votes, middle) + surplus(predicted, middle)) / 2;
                }
            }
            return notNegative(losses);
        }

        private static double surplus(double share, double middle) {
            return share > 0 ? share * StrictMath.log(share / middle) : 0;
        }
    }

    /// Mean of Σ_k (p_k − q_k)², from 0 to 2 (G. Brier, Monthly Weather Review 78, 1950, with vote fractions for
    /// outcomes): at best 0, where Brier against the label is at best 0 for certainty only. Rows are taken as they
    /// are.
    public static final class SoftBrier extends SubjectMean {
        @Override
        public String name() {
            return "soft-brier";
        }

        @Override
        double highest() {
            // A row may add up to a little more than one.
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double[] ofSubjects(ProbabilityView view, Parameters parameters) {
            return squares(view);
        }
    }

    /// The root of the mean over all cells, that is over subjects and classes, of (p_k − q_k)²: the score of the
    /// Galaxy Zoo challenge of 2013, from 0. It is the root of `soft-brier` over the number of classes. Rows are
    /// taken as they are.
    public static final class RootMeanSquaredError implements Metric<ProbabilityView> {
        @Override
        public String name() {
            return "rmse";
        }

        @Override
        public Class<ProbabilityView> view() {
            return ProbabilityView.class;
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public Range range() {
            return Range.LOSS;
        }

        @Override
        public Score score(ProbabilityView view, Parameters parameters) {
            var square = meanSquare(view);
            return new Score(Math.sqrt(square.value()), ErrorMetrics.ofRoot(square));
        }

        @Override
        public Estimate estimate(ProbabilityView view, Parameters parameters) {
            return ErrorMetrics.root(meanSquare(view));
        }

        private static Estimate meanSquare(ProbabilityView view) {
            var squares = squares(view);
            for (int i = 0; i < squares.length; i++) {
                squares[i] /= view.classes().size();
            }
            return Estimate.mean(squares, Weights.of(view));
        }
    }

    private static double[] squares(ProbabilityView view) {
        var losses = new double[view.size()];
        for (int k = 0; k < view.classes().size(); k++) {
            for (int i = 0; i < losses.length; i++) {
                double miss = view.probabilities()[k][i] - votes(view, k, i);
                losses[i] += miss * miss;
            }
        }
        return losses;
    }

    private abstract static class FromLogarithms extends SubjectMean {

        /// What one class adds to the loss of a subject.
        ///
        /// @param votes its share, more than zero
        abstract double term(double votes, double predicted);

        @Override
        public List<Parameter> parameters() {
            return Clipped.PARAMETERS;
        }

        @Override
        double highest() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double[] ofSubjects(ProbabilityView view, Parameters parameters) {
            var clipped = Clipped.of(view, parameters);
            var losses = new double[view.size()];
            for (int k = 0; k < view.classes().size(); k++) {
                for (int i = 0; i < losses.length; i++) {
                    double votes = votes(view, k, i);
                    if (votes > 0) {
                        losses[i] += term(votes, clipped.of(k, i));
                    }
                }
            }
            return notNegative(losses);
        }
    }

    private static double votes(ProbabilityView view, int k, int i) {
        double[][] fractions = view.fractions();
        if (fractions == null) {
            return view.truth()[i] == k ? 1 : 0;
        }
        return fractions[k][i];
    }

    /// No loss here is negative but for rounding, or votes that do not quite add up to one.
    private static double[] notNegative(double[] losses) {
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Math.max(0, losses[i]);
        }
        return losses;
    }
}

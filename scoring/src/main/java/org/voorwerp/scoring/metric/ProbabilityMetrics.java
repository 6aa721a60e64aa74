package org.voorwerp.scoring.metric;

import java.util.List;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Moments;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.View.ProbabilityView;

/// Metrics that compare a predicted distribution over classes with one true class. All are weighted means over
/// subjects and always defined.
public final class ProbabilityMetrics {

    private ProbabilityMetrics() {}

    /// Mean of −ln p(true class), from 0; guessing among K classes gives ln K. Probabilities are first moved
    /// into [clip, 1 − clip] and each row divided by its sum (I. Good, Journal of the Royal Statistical Society
    /// B 14, 1952; a strictly proper score: T. Gneiting and A. Raftery, Journal of the American Statistical
    /// Association 102, 2007).
    ///
    /// A small clip lets one confident error outweigh thousands of subjects, and lets participants read the
    /// truth from few scores. So a challenge clips at 0.01 unless it says otherwise; scoring files without a
    /// challenge clips at 1e-15, as scikit-learn does up to 1.2.
    public static final class LogLoss extends SubjectMean {
        @Override
        public String name() {
            return "log-loss";
        }

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
            var losses = Clipped.of(view, parameters).of(view.truth());
            Logarithm.of(losses);
            for (int i = 0; i < losses.length; i++) {
                losses[i] = Math.max(0, -losses[i]);
            }
            return losses;
        }
    }

    /// Mean of Σ_k (p_k − y_k)² with y one for the true class, otherwise zero: the first definition (G. Brier,
    /// Monthly Weather Review 78, 1950), from 0 to 2, also for two classes, where scikit-learn's
    /// `brier_score_loss` is half of it. Strictly proper. Rows are taken as they are.
    public static final class Brier extends SubjectMean {
        @Override
        public String name() {
            return "brier";
        }

        @Override
        double highest() {
            // A row may add up to a little more than one.
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double[] ofSubjects(ProbabilityView view, Parameters parameters) {
            var losses = new double[view.size()];
            for (int k = 0; k < view.classes().size(); k++) {
                double[] column = view.probabilities()[k];
                for (int i = 0; i < losses.length; i++) {
                    double miss = column[i] - (view.truth()[i] == k ? 1 : 0);
                    losses[i] += miss * miss;
                }
            }
            return losses;
        }
    }

    /// The share of subjects whose true class is among the k most probable, from 0 to 1. Of equally probable
    /// classes the later in the list goes first, as in scikit-learn's `top_k_accuracy_score`. Always 1 where k
    /// is not less than the number of classes. Interval: Wilson's.
    public static final class TopKAccuracy extends SubjectMean {
        @Override
        public String name() {
            return "top-k-accuracy";
        }

        @Override
        public boolean isShare() {
            return true;
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter.Whole("k", "how many of the most probable classes count", 2, 1, Integer.MAX_VALUE));
        }

        @Override
        double highest() {
            return 1;
        }

        @Override
        public double[] ofSubjects(ProbabilityView view, Parameters parameters) {
            int k = parameters.whole("k");
            var hits = new double[view.size()];
            for (int i = 0; i < hits.length; i++) {
                hits[i] = ahead(view, i) < k ? 1 : 0;
            }
            return hits;
        }

        /// How many classes go before the true one.
        private static int ahead(ProbabilityView view, int i) {
            int truth = view.truth()[i];
            double probability = view.probabilities()[truth][i];
            int ahead = 0;
            for (int k = 0; k < view.classes().size(); k++) {
                double other = view.probabilities()[k][i];
                if (other > probability || (other == probability && k > truth)) {
                    ahead++;
                }
            }
            return ahead;
        }

        @Override
        Interval interval(Moments moments) {
            return Intervals.share(moments.mean(), moments.spread().error(), moments.size());
        }
    }

    /// The mean over subjects of 1 / rank of the true class among all classes, by predicted probability from the
    /// highest: 1 if it is the most probable, 1/2 if it is the second, and so on down to one over the number of
    /// classes (E. Voorhees, TREC-8, 1999). It rewards having the true class near the top where the first guess is
    /// wrong. Of equally probable classes the true one goes last, so that saying nothing gains nothing; so does
    /// scikit-learn's `label_ranking_average_precision_score`, which for one true label is the same.
    public static final class MeanReciprocalRank extends SubjectMean {
        @Override
        public String name() {
            return "mean-reciprocal-rank";
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        double highest() {
            return 1;
        }

        @Override
        public double[] ofSubjects(ProbabilityView view, Parameters parameters) {
            var ranks = new double[view.size()];
            for (double[] column : view.probabilities()) {
                for (int i = 0; i < ranks.length; i++) {
                    ranks[i] += column[i] >= view.probabilities()[view.truth()[i]][i] ? 1 : 0;
                }
            }
            for (int i = 0; i < ranks.length; i++) {
                ranks[i] = 1 / ranks[i];
            }
            return ranks;
        }
    }
}

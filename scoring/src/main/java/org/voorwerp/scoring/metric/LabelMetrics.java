package org.voorwerp.scoring.metric;

import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Moments;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.SubjectwiseMetric;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.Weights;
import org.voorwerp.scoring.diagnostic.Confusion;

/// Metrics that compare one predicted class with one true class over all classes at once.
///
/// Below n_tp is the weight of the subjects of class t that were called p, t_k and p_k are the sums of row and
/// column k, and N is the sum of all.
public final class LabelMetrics {

    private LabelMetrics() {}

    /// The share of subjects that got their class: Σ n_kk / N, from 0 to 1. Always defined. Interval: Wilson's.
    public static final class Accuracy implements SubjectwiseMetric<LabelView> {
        @Override
        public String name() {
            return "accuracy";
        }

        @Override
        public boolean isShare() {
            return true;
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
        public double[] ofSubjects(LabelView view, Parameters parameters) {
            return right(view, 0, view.size());
        }

        /// Of the subjects from `start` to before `end`.
        private static double[] right(LabelView view, int start, int end) {
            var right = new double[end - start];
            for (int i = 0; i < right.length; i++) {
                right[i] = view.truth()[start + i] == view.prediction()[start + i] ? 1 : 0;
            }
            return right;
        }

        @Override
        public Score score(LabelView view, Parameters parameters) {
            return score(Moments.of((start, end) -> right(view, start, end), Weights.of(view)), parameters);
        }

        @Override
        public Score score(Moments moments, Parameters parameters) {
            return new Score(
                    Math.clamp(moments.mean(), 0.0, 1.0),
                    Intervals.share(moments.mean(), moments.spread().error(), moments.size()));
        }

        @Override
        public Estimate estimate(LabelView view, Parameters parameters) {
            return Estimate.ofMean(ofSubjects(view, parameters), Weights.of(view));
        }
    }

    /// The mean, over the classes that occur in the truth, of the share of each class's subjects that got it:
    /// mean of n_kk / t_k, from 0 to 1; always the same class gives one over the number of classes (K.
    /// Brodersen and others, ICPR 2010; scikit-learn's `balanced_accuracy_score`). Predictions of a class that
    /// does not occur count as wrong. Undefined where the truth has one class only, where it would be that
    /// class's recall and nothing balanced.
    ///
    /// Interval: given how many subjects each class has, it is a mean of shares that vary by themselves, on the
    /// logit scale. The variance of a share is that of its class seen together with four subjects more, which are
    /// right as often as small classes are (A. Agresti and B. Coull, The American Statistician 52, 1998), over
    /// what that has of the true one on average where all classes are as good.
    public static final class BalancedAccuracy extends ConfusionMetric {
        @Override
        public String name() {
            return "balanced-accuracy";
        }

        @Override
        double lowest() {
            return 0;
        }

        @Override
        double value(ClassTotals totals, Parameters parameters) {
            double sum = 0;
            for (int k = 0; k < totals.classes(); k++) {
                if (totals.truth[k] > 0) {
                    sum += totals.correct[k] / totals.truth[k];
                }
            }
            int classes = totals.trueClasses();
            return classes > 1 ? sum / classes : Double.NaN;
        }

        @Override
        Interval interval(Confusion confusion, double value, double subjects, Parameters parameters) {
            double error = Math.sqrt(new SmoothedConfusion(confusion).varianceOfRecalls());
            return Intervals.between(
                    0, 1, value, error, subjects, "variance of the classes' shares on the logit scale");
        }
    }

    /// The correlation between true and predicted class, R_K of J. Gorodkin (Computational Biology and
    /// Chemistry 28, 2004), for two classes that of B. Matthews (Biochimica et Biophysica Acta 405, 1975): (N Σ
    /// n_kk − Σ t_k p_k) / √((N² − Σ p_k²) (N² − Σ t_k²)), at most 1, 0 for guessing, at least −1. As in
    /// scikit-learn it is 0 where all predictions, or all truths, are of one class.
    public static final class Matthews extends ConfusionMetric {
        @Override
        public String name() {
            return "matthews";
        }

        @Override
        double lowest() {
            return -1;
        }

        @Override
        double value(ClassTotals totals, Parameters parameters) {
            double both = 0;
            double truths = 0;
            double predictions = 0;
            for (int k = 0; k < totals.classes(); k++) {
                double truth = totals.truth[k] / totals.total;
                double predicted = totals.predicted[k] / totals.total;
                both += truth * predicted;
                // As a product 1 - Σ t² is exactly zero for one class, and loses no digits near it.
                truths += truth * (1 - truth);
                predictions += predicted * (1 - predicted);
            }
            double spread = Math.sqrt(truths) * Math.sqrt(predictions);
            return spread > 0 ? (totals.accuracy() - both) / spread : 0;
        }
    }

    /// Agreement beyond chance (J. Cohen, Educational and Psychological Measurement 20, 1960): (a − e) / (1 −
    /// e) with the accuracy a = Σ n_kk / N and e = Σ t_k p_k / N²; at most 1, 0 for guessing, at least −1.
    /// Undefined where the truth has one class only.
    public static final class CohenKappa extends ConfusionMetric {
        @Override
        public String name() {
            return "cohen-kappa";
        }

        @Override
        double lowest() {
            return -1;
        }

        @Override
        double value(ClassTotals totals, Parameters parameters) {
            if (totals.trueClasses() < 2) {
                return Double.NaN;
            }
            double chance = 0;
            for (int k = 0; k < totals.classes(); k++) {
                chance += totals.truth[k] / totals.total * (totals.predicted[k] / totals.total);
            }
            return (totals.accuracy() - chance) / (1 - chance);
        }
    }

    /// Agreement beyond chance on ordered classes, an error counting by the square of the number of places it
    /// is off (J. Cohen, Psychological Bulletin 70, 1968): 1 − Σ (t − p)² n_tp / Σ (t − p)² t_t p_p / N; at
    /// most 1, 0 for guessing, at least −1. The order and the places are those of the challenge's list of
    /// classes, also where some of them do not occur. Undefined where the truth has one class only.
    public static final class QuadraticKappa extends ConfusionMetric {
        @Override
        public String name() {
            return "quadratic-kappa";
        }

        @Override
        double lowest() {
            return -1;
        }

        @Override
        double value(ClassTotals totals, Parameters parameters) {
            if (totals.trueClasses() < 2) {
                return Double.NaN;
            }
            double truth = mean(totals.truth, totals.total);
            double predicted = mean(totals.predicted, totals.total);
            double chance = (truth - predicted) * (truth - predicted)
                    + variance(totals.truth, truth, totals.total)
                    + variance(totals.predicted, predicted, totals.total);
            return 1 - totals.squaredDistance / totals.total / chance;
        }

        private static double mean(double[] counts, double total) {
            double sum = 0;
            for (int k = 0; k < counts.length; k++) {
                sum += k * counts[k] / total;
            }
            return sum;
        }

        private static double variance(double[] counts, double mean, double total) {
            double sum = 0;
            for (int k = 0; k < counts.length; k++) {
                sum += (k - mean) * (k - mean) * counts[k] / total;
            }
            return sum;
        }
    }
}

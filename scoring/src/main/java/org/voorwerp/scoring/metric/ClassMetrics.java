package org.voorwerp.scoring.metric;

import java.util.List;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Metrics that are made for each class, as if it were one against the rest, and then averaged over the
/// classes, with the parameter `average`:
/// - `macro`: all classes count alike. Only classes that occur in truth or prediction take part, as in
///   scikit-learn; one that is predicted but never true counts 0.
/// - `weighted`: classes count by their subjects in the truth.
/// - `micro`: made once from the sums over all classes; with one class a subject that is the accuracy.
///
/// All go from 0 to 1. What has no denominator for a class (precision of a class never predicted, recall of one
/// that never occurs) is 0, as in scikit-learn with `zero_division=0`. So they are always defined.
///
/// Below n_k is the weight of the subjects of class k that were called k, t_k of those of class k, p_k of those
/// called k (C. van Rijsbergen, Information Retrieval, 1979; on the averages: M. Sokolova and G. Lapalme,
/// Information Processing and Management 45, 2009).
public final class ClassMetrics {

    private ClassMetrics() {}

    private static final Parameter AVERAGE = new Parameter.Choice(
            "average",
            "how classes are averaged: macro, all alike; weighted, by their subjects in the truth; micro, from the sums",
            "macro",
            List.of("macro", "micro", "weighted"));

    /// n_k / p_k: how much of what is called a class is of it.
    public static final class Precision extends Averaged {
        @Override
        public String name() {
            return "precision";
        }

        @Override
        double of(double correct, double truth, double predicted) {
            return correct / predicted;
        }
    }

    /// n_k / t_k: how much of a class is found.
    public static final class Recall extends Averaged {
        @Override
        public String name() {
            return "recall";
        }

        @Override
        double of(double correct, double truth, double predicted) {
            return correct / truth;
        }
    }

    /// 2 n_k / (t_k + p_k): the harmonic mean of precision and recall.
    public static final class F1 extends Averaged {
        @Override
        public String name() {
            return "f1";
        }

        @Override
        double of(double correct, double truth, double predicted) {
            return 2 * correct / (truth + predicted);
        }
    }

    private abstract static class Averaged extends ConfusionMetric {

        /// The metric of one class; infinite or NaN where its denominator is zero.
        abstract double of(double correct, double truth, double predicted);

        @Override
        public List<Parameter> parameters() {
            return List.of(AVERAGE);
        }

        @Override
        double lowest() {
            return 0;
        }

        @Override
        double value(ClassTotals totals, Parameters parameters) {
            return switch (parameters.choice("average")) {
                case "micro" -> totals.accuracy();
                case "weighted" -> weighted(totals);
                case "macro" -> macro(totals);
                default -> throw new IllegalArgumentException("no average " + parameters.choice("average"));
            };
        }

        private double macro(ClassTotals totals) {
            double sum = 0;
            int classes = 0;
            for (int k = 0; k < totals.classes(); k++) {
                if (totals.truth[k] + totals.predicted[k] > 0) {
                    sum += ofClass(totals, k);
                    classes++;
                }
            }
            return sum / classes;
        }

        private double weighted(ClassTotals totals) {
            double sum = 0;
            for (int k = 0; k < totals.classes(); k++) {
                sum += totals.truth[k] / totals.total * ofClass(totals, k);
            }
            return sum;
        }

        private double ofClass(ClassTotals totals, int k) {
            // Nothing right is 0 whatever it is divided by, zero too.
            return totals.correct[k] == 0 ? 0 : of(totals.correct[k], totals.truth[k], totals.predicted[k]);
        }
    }
}

package org.voorwerp.scoring.metric;

import java.util.stream.IntStream;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Weights;

/// Areas A(a|b) under the ROC curve between all ordered pairs of classes, a's subjects positive, b's negative,
/// ordered by the probability of a; and weighted sums Σ c(a,b) A(a|b), which all the averages over classes are.
///
/// The probabilities of each class are sorted once and walked once, however many classes there are.
final class PairwiseAreas {

    private final int[] classOf;
    private final Weights weights;
    private final double sum;

    /// Weight of each class.
    private final double[] mass;

    /// The classes that have weight.
    private final int[] present;

    private final double[] influence;

    PairwiseAreas(int[] classOf, int classes, Weights weights) {
        this.classOf = classOf;
        this.weights = weights;
        mass = new double[classes];
        for (int i = 0; i < classOf.length; i++) {
            mass[classOf[i]] += weights.of(i);
        }
        sum = weights.sum();
        present = IntStream.range(0, classes).filter(k -> mass[k] > 0).toArray();
        influence = new double[classOf.length];
    }

    /// One area: class 1 against class 0.
    static Estimate binary(double[] scores, int[] classOf, Weights weights) {
        var pair = new PairwiseAreas(classOf, 2, weights);
        double area = pair.walk(1, scores, new double[] {1, 0})[0];
        pair.centre();
        return pair.estimate(area);
    }

    /// Σ_a s_a A(a|all others), the shares s_a equal or the classes' shares of weight.
    Estimate oneVersusRest(double[][] scores, boolean weighted) {
        var against = new double[mass.length];
        var shift = new double[mass.length];
        double value = 0;
        for (int a : present) {
            double share = weighted ? mass[a] / sum : 1.0 / present.length;
            double others = sum - mass[a];
            var factors = new double[mass.length];
            for (int b : present) {
                factors[b] = share * mass[b] / others;
            }
            double[] areas = walk(a, scores[a], factors);
            for (int b : present) {
                against[a] += b == a ? 0 : areas[b] * mass[b] / others;
            }
            // More of class b makes it count more among the others of a.
            for (int b : present) {
                shift[b] += b == a ? 0 : share * (areas[b] - against[a]) * sum / others;
            }
            value += share * against[a];
        }
        centre();
        if (weighted) {
            for (int a : present) {
                shift[a] += against[a] - value;
            }
        }
        shift(shift);
        return estimate(value);
    }

    /// Σ over pairs of s (A(a|b) + A(b|a)) / 2, the shares s of the pairs equal or by the weight of both
    /// classes.
    Estimate oneVersusOne(double[][] scores, boolean weighted) {
        int others = present.length - 1;
        var shift = new double[mass.length];
        double value = 0;
        for (int a : present) {
            var factors = new double[mass.length];
            for (int b : present) {
                factors[b] =
                        weighted ? (mass[a] + mass[b]) / (2 * others * sum) : 1.0 / (present.length * (double) others);
            }
            double[] areas = walk(a, scores[a], factors);
            for (int b : present) {
                if (b != a) {
                    value += factors[b] * areas[b];
                    shift[a] += areas[b] / (2 * others);
                    shift[b] += areas[b] / (2 * others);
                }
            }
        }
        centre();
        if (weighted) {
            // More of a class makes its pairs count more; the mean of that is the value itself.
            for (int a : present) {
                shift[a] -= value;
            }
            shift(shift);
        }
        return estimate(value);
    }

    /// Adds each subject's part in Σ_b factors[b] A(a|b), as yet without its mean.
    ///
    /// @return A(a|b) for each b
    private double[] walk(int a, double[] scores, double[] factors) {
        var order = Order.of(scores);
        var areas = new double[mass.length];
        double positivesBelow = 0;
        // Σ_b factors[b] / mass[b] of the weight of b below.
        double othersBelow = 0;
        for (int from = 0, end; from < order.size(); from = end) {
            end = order.tieEnd(from);
            double positivesTied = 0;
            double othersTied = 0;
            for (int place = from; place < end; place++) {
                int i = order.positions()[place];
                if (classOf[i] == a) {
                    positivesTied += weights.of(i);
                } else if (weights.of(i) > 0) {
                    othersTied += weights.of(i) * factors[classOf[i]] / mass[classOf[i]];
                }
            }
            double positivesAbove = mass[a] - positivesBelow - positivesTied / 2;
            for (int place = from; place < end; place++) {
                int i = order.positions()[place];
                int b = classOf[i];
                if (b == a) {
                    influence[i] += sum / mass[a] * (othersBelow + othersTied / 2);
                } else if (weights.of(i) > 0) {
                    areas[b] += weights.of(i) * (positivesAbove / mass[a]);
                    influence[i] += factors[b] * sum / mass[b] * positivesAbove / mass[a];
                }
            }
            positivesBelow += positivesTied;
            othersBelow += othersTied;
        }
        for (int b : present) {
            areas[b] /= mass[b];
        }
        return areas;
    }

    /// Takes from the influences the mean of their class, which is what its areas are themselves.
    private void centre() {
        var means = new double[mass.length];
        for (int i = 0; i < influence.length; i++) {
            if (weights.of(i) > 0) {
                means[classOf[i]] += weights.of(i) / mass[classOf[i]] * influence[i];
            }
        }
        for (int i = 0; i < influence.length; i++) {
            influence[i] -= means[classOf[i]];
        }
    }

    private void shift(double[] ofClass) {
        for (int i = 0; i < influence.length; i++) {
            influence[i] += ofClass[classOf[i]];
        }
    }

    private Estimate estimate(double value) {
        return new Estimate(Math.clamp(value, 0.0, 1.0), influence, weights);
    }
}

package org.voorwerp.scoring.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;

/// A second population beside [Crowd], with other classes, shares and models, so that nothing that holds for the one
/// only is taken for a rule.
final class OtherCrowd {

    private OtherCrowd() {}

    /// Six classes; the commonest is found in 95 of 100 cases, the rarest in 60.
    static LabelView labels(RandomGenerator random, int n) {
        return labels(random, n, new double[] {0.36, 0.24, 0.16, 0.11, 0.08, 0.05}, k -> 0.95 - 0.07 * k);
    }

    /// Sixteen classes, each three quarters as common as the one before: the rarest holds one subject in 300. The
    /// commonest is found in 90 of 100 cases, the rarest in 45.
    static LabelView rareLabels(RandomGenerator random, int n) {
        double[] shares =
                IntStream.range(0, 16).mapToDouble(k -> Math.pow(0.75, k)).toArray();
        return labels(random, n, shares, k -> 0.9 - 0.03 * k);
    }

    /// What is not right falls on all classes alike.
    private static LabelView labels(RandomGenerator random, int n, double[] shares, IntToDoubleFunction right) {
        double[] upTo = shares.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
        var truth = new int[n];
        var prediction = new int[n];
        for (int i = 0; i < n; i++) {
            truth[i] = pick(upTo, random.nextDouble());
            prediction[i] =
                    random.nextDouble() < right.applyAsDouble(truth[i]) ? truth[i] : random.nextInt(shares.length);
        }
        return new LabelView(
                IntStream.range(0, shares.length).mapToObj(k -> "c" + k).toList(), truth, prediction, null);
    }

    private static int pick(double[] upTo, double u) {
        int k = 0;
        while (u * upTo[upTo.length - 1] > upTo[k]) {
            k++;
        }
        return k;
    }

    /// Predictions that come true as often as they say.
    static ProbabilityView calibrated(RandomGenerator random, int n) {
        var view = probabilities(random, n);
        var truth = new int[n];
        for (int i = 0; i < n; i++) {
            var upTo = new double[view.classes().size()];
            for (int k = 0; k < upTo.length; k++) {
                upTo[k] = (k == 0 ? 0 : upTo[k - 1]) + view.probabilities()[k][i];
            }
            truth[i] = pick(upTo, random.nextDouble());
        }
        return new ProbabilityView(view.classes(), truth, view.fractions(), view.probabilities(), null);
    }

    /// Three classes, votes of eight volunteers, and a model that is more often right, and far too sure of itself.
    static ProbabilityView probabilities(RandomGenerator random, int n) {
        var classes = List.of("smooth", "featured", "artefact");
        var upTo = new double[] {0.45, 0.8, 1};
        var truth = new int[n];
        var fractions = new double[3][n];
        var probabilities = new double[3][n];
        for (int i = 0; i < n; i++) {
            truth[i] = pick(upTo, random.nextDouble());
            for (int vote = 0; vote < 8; vote++) {
                fractions[random.nextDouble() < 0.6 ? truth[i] : random.nextInt(3)][i] += 0.125;
            }
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                probabilities[k][i] = Math.exp(2 * (random.nextGaussian() + (k == truth[i] ? 1.2 : 0)));
                sum += probabilities[k][i];
            }
            for (int k = 0; k < 3; k++) {
                probabilities[k][i] /= sum;
            }
        }
        return new ProbabilityView(classes, truth, fractions, probabilities, null);
    }

    /// A vote fraction that is more often high than low, predicted with errors of one size, twice as large in one
    /// subject of five.
    static ValueView values(RandomGenerator random, int n) {
        var truth = new double[n];
        var prediction = new double[n];
        for (int i = 0; i < n; i++) {
            truth[i] = Math.sqrt(random.nextDouble());
            prediction[i] = truth[i] + (random.nextInt(5) == 0 ? 0.3 : 0.15) * random.nextGaussian();
        }
        return new ValueView(List.of("fraction"), new double[][] {truth}, new double[][] {prediction}, null);
    }

    /// The same without predictions below zero.
    static ValueView notNegative(RandomGenerator random, int n) {
        var view = values(random, n);
        double[] prediction =
                Arrays.stream(view.prediction()[0]).map(p -> Math.max(0, p)).toArray();
        return new ValueView(view.columns(), view.truth(), new double[][] {prediction}, null);
    }

    /// Texts of which one in ten is read badly, the others well.
    static TextView texts(RandomGenerator random, int n) {
        var truth = Crowd.texts(random, n).truth();
        return new TextView(
                truth,
                truth.stream()
                        .map(line -> read(line, random.nextInt(10) == 0 ? 0.4 : 0.03, random))
                        .toList(),
                null);
    }

    private static String read(String line, double wrong, RandomGenerator random) {
        var read = new StringBuilder();
        line.chars()
                .forEach(letter ->
                        read.append((char) (random.nextDouble() < wrong ? random.nextInt('a', 'z') : letter)));
        return read.toString();
    }
}

package org.voorwerp.scoring.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;

/// Simulated subjects, what volunteers say of them and what a fair model predicts, in the form each view wants.
/// All are drawn from one population, so a metric has a true value there.
final class Crowd {

    static final List<String> CLASSES = List.of("spiral", "elliptical", "edge-on", "merger");

    private static final double[] SHARES = {0.5, 0.3, 0.12, 0.08};

    private Crowd() {}

    static View view(Class<? extends View> type, RandomGenerator random, int n) {
        if (type == LabelView.class) {
            return labels(random, n);
        }
        if (type == TextView.class) {
            return texts(random, n);
        }
        return type == ProbabilityView.class ? probabilities(random, n) : values(random, n);
    }

    /// Lines of three to nine words, of which a reader gets most letters right.
    static TextView texts(RandomGenerator random, int n) {
        var truth = new ArrayList<String>();
        var prediction = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            var line = new StringBuilder();
            int words = 3 + random.nextInt(7);
            for (int word = 0; word < words; word++) {
                line.append(word == 0 ? "" : " ");
                random.ints(1 + random.nextInt(8), 'a', 'g').forEach(letter -> line.append((char) letter));
            }
            double wrong = random.nextDouble() * 0.2;
            truth.add(line.toString());
            prediction.add(line.chars()
                    .map(letter -> random.nextDouble() < wrong ? random.nextInt('a', 'z') : letter)
                    .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                    .toString());
        }
        return new TextView(truth, prediction, null);
    }

    /// Four classes, some rare; two in three of the predictions are right, the rest fall anywhere.
    static LabelView labels(RandomGenerator random, int n) {
        int[] truth = truth(random, n);
        var prediction = new int[n];
        for (int i = 0; i < n; i++) {
            prediction[i] = random.nextDouble() < 0.66 ? truth[i] : random.nextInt(CLASSES.size());
        }
        return new LabelView(CLASSES, truth, prediction, null);
    }

    /// Two dozen classes, most of them rare: the commonest holds 43 of a hundred subjects, the rarest one in 270.
    /// Seven in ten predictions are right, the others fall on classes as common as they are.
    static LabelView rareLabels(RandomGenerator random, int n) {
        int classes = 24;
        var upTo = new double[classes];
        for (int k = 0; k < classes; k++) {
            upTo[k] = (k == 0 ? 0 : upTo[k - 1]) + Math.pow(k + 1, -1.5);
        }
        var truth = new int[n];
        var prediction = new int[n];
        for (int i = 0; i < n; i++) {
            truth[i] = pick(upTo, random.nextDouble());
            prediction[i] = random.nextDouble() < 0.7 ? truth[i] : pick(upTo, random.nextDouble());
        }
        return new LabelView(IntStream.range(0, classes).mapToObj(k -> "c" + k).toList(), truth, prediction, null);
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
            double u = random.nextDouble();
            while (truth[i] < CLASSES.size() - 1 && u > view.probabilities()[truth[i]][i]) {
                u -= view.probabilities()[truth[i]++][i];
            }
        }
        return new ProbabilityView(CLASSES, truth, view.fractions(), view.probabilities(), null);
    }

    /// Votes of twenty volunteers around the true class, predictions that lean towards it.
    static ProbabilityView probabilities(RandomGenerator random, int n) {
        int classes = CLASSES.size();
        int[] truth = truth(random, n);
        var fractions = new double[classes][n];
        var probabilities = new double[classes][n];
        for (int i = 0; i < n; i++) {
            for (int vote = 0; vote < 20; vote++) {
                int k = random.nextDouble() < 0.7 ? truth[i] : random.nextInt(classes);
                fractions[k][i] += 0.05;
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                probabilities[k][i] = Math.exp(random.nextGaussian() + (k == truth[i] ? 1.5 : 0));
                sum += probabilities[k][i];
            }
            for (int k = 0; k < classes; k++) {
                probabilities[k][i] /= sum;
            }
        }
        return new ProbabilityView(CLASSES, truth, fractions, probabilities, null);
    }

    /// One vote fraction, skewed towards zero, and a prediction with errors that grow with it.
    static ValueView values(RandomGenerator random, int n) {
        var truth = new double[n];
        var prediction = new double[n];
        for (int i = 0; i < n; i++) {
            truth[i] = Math.pow(random.nextDouble(), 1.5);
            prediction[i] = truth[i] + (0.1 + 0.3 * truth[i]) * random.nextGaussian();
        }
        return new ValueView(List.of("fraction"), new double[][] {truth}, new double[][] {prediction}, null);
    }

    /// The same without predictions below zero.
    static ValueView notNegative(RandomGenerator random, int n) {
        var view = values(random, n);
        var prediction =
                Arrays.stream(view.prediction()[0]).map(p -> Math.max(0, p)).toArray();
        return new ValueView(view.columns(), view.truth(), new double[][] {prediction}, null);
    }

    /// The same with numbers rounded to two decimals, so that many are equal.
    static View withTies(View view) {
        return switch (view) {
            case LabelView labels -> labels;
            case TextView texts -> texts;
            case ProbabilityView(var classes, var truth, var fractions, var probabilities, var weights) -> {
                var rounded = rounded(probabilities);
                for (int i = 0; i < truth.length; i++) {
                    rounded[0][i] = 1
                            - IntStream.range(1, rounded.length)
                                    .mapToDouble(cell(rounded, i))
                                    .sum();
                }
                yield new ProbabilityView(classes, truth, fractions, rounded, weights);
            }
            case ValueView(var columns, var truth, var prediction, var weights) ->
                new ValueView(columns, rounded(truth), rounded(prediction), weights);
            case Comparison whole -> throw new AssertionError(whole);
        };
    }

    private static IntToDoubleFunction cell(double[][] columns, int row) {
        return column -> columns[column][row];
    }

    private static double[][] rounded(double[][] columns) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(column)
                        .map(value -> Math.rint(value * 100) / 100)
                        .toArray())
                .toArray(double[][]::new);
    }

    /// Some rows of a view, in that order, one as often as it is named.
    static View rows(View view, int[] rows, double @Nullable [] weights) {
        return switch (view) {
            case LabelView(var classes, var truth, var prediction, var _) ->
                new LabelView(classes, rows(truth, rows), rows(prediction, rows), weights);
            case ProbabilityView(var classes, var truth, var fractions, var probabilities, var _) ->
                new ProbabilityView(
                        classes,
                        rows(truth, rows),
                        fractions == null ? null : rows(fractions, rows),
                        rows(probabilities, rows),
                        weights);
            case ValueView(var columns, var truth, var prediction, var _) ->
                new ValueView(columns, rows(truth, rows), rows(prediction, rows), weights);
            case Comparison whole -> throw new AssertionError(whole);
            case TextView(var truth, var prediction, var _) ->
                new TextView(rows(truth, rows), rows(prediction, rows), weights);
        };
    }

    private static List<String> rows(List<String> column, int[] rows) {
        return Arrays.stream(rows).mapToObj(column::get).toList();
    }

    /// The view of somebody who predicts the truth.
    static View perfect(View view) {
        return switch (view) {
            case LabelView(var classes, var truth, var _, var weights) -> new LabelView(classes, truth, truth, weights);
            case ProbabilityView(var classes, var truth, var fractions, var _, var weights) ->
                new ProbabilityView(
                        classes, truth, fractions, fractions == null ? oneHot(classes, truth) : fractions, weights);
            case ValueView(var columns, var truth, var _, var weights) -> new ValueView(columns, truth, truth, weights);
            case Comparison whole -> throw new AssertionError(whole);
            case TextView(var truth, var _, var weights) -> new TextView(truth, truth, weights);
        };
    }

    /// The view of somebody who says the same of all subjects.
    static View constant(View view) {
        int n = view.size();
        return switch (view) {
            case LabelView(var classes, var truth, var _, var weights) ->
                new LabelView(classes, truth, new int[n], weights);
            case ProbabilityView(var classes, var truth, var fractions, var _, var weights) ->
                new ProbabilityView(
                        classes, truth, fractions, filled(classes.size(), n, 1.0 / classes.size()), weights);
            case ValueView(var columns, var truth, var _, var weights) ->
                new ValueView(columns, truth, filled(columns.size(), n, 0.1), weights);
            case Comparison whole -> throw new AssertionError(whole);
            case TextView(var truth, var _, var weights) ->
                new TextView(truth, Collections.nCopies(n, "the same"), weights);
        };
    }

    static double[][] oneHot(List<String> classes, int[] truth) {
        var fractions = new double[classes.size()][truth.length];
        for (int i = 0; i < truth.length; i++) {
            fractions[truth[i]][i] = 1;
        }
        return fractions;
    }

    private static double[][] filled(int columns, int n, double value) {
        var cells = new double[columns][n];
        for (var column : cells) {
            Arrays.fill(column, value);
        }
        return cells;
    }

    private static int[] rows(int[] column, int[] rows) {
        return Arrays.stream(rows).map(row -> column[row]).toArray();
    }

    private static double[][] rows(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
    }

    private static int[] truth(RandomGenerator random, int n) {
        return IntStream.range(0, n).map(i -> pick(random.nextDouble())).toArray();
    }

    private static int pick(double u) {
        int k = 0;
        double above = SHARES[0];
        while (u > above && k < SHARES.length - 1) {
            k++;
            above += SHARES[k];
        }
        return k;
    }
}

package org.voorwerp.server.challenge.build.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.voorwerp.board.Detectable;
import org.voorwerp.holdout.ConsensusReport;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.server.challenge.BuildReport.Power;

/// Which differences between submissions the challenge will be able to tell from chance.
public final class Powers {

    /// Of the predictions by which it is judged how much single subjects matter so many are right.
    private static final double RIGHT = 0.8;

    /// With this probability for the class that is thought right.
    private static final double SURE = 0.7;

    private static final long SEED = 1;

    private Powers() {}

    /// How much single subjects matter is judged by the public part, by predictions that are about as good as those of
    /// a fair participant.
    ///
    /// @param sides the sizes of the parts
    public static List<Power> of(
            TaskKind kind, Truth truth, List<ConfiguredMetric<?>> metrics, List<ConsensusReport.Side> sides) {
        var rows = truth.rows(Part.PUBLIC);
        var powers = new ArrayList<Power>();
        if (rows.length < 2) {
            return powers;
        }
        var predictions = fair(kind, truth);
        for (var metric : metrics) {
            double deviation = deviation(metric, kind, truth, predictions, rows);
            for (var side : sides) {
                if (deviation > 0 && List.of("public", "private").contains(side.name())) {
                    var power = Detectable.of(Math.sqrt(2) * deviation, side.groups());
                    powers.add(new Power(metric.key(), side.name(), side.groups(), power.noise(), power.told()));
                }
            }
        }
        return powers;
    }

    /// The standard deviation of what one subject adds; NaN if the metric does not say.
    private static double deviation(
            ConfiguredMetric<?> metric, TaskKind kind, Truth truth, Predictions predictions, int[] rows) {
        if (metric.metric().isShare() && metric.weight() == null) {
            return 0.5;
        }
        try {
            var estimate = metric.estimate(kind, truth, predictions, rows, null);
            return estimate == null
                    ? Double.NaN
                    : estimate.standardError() * Math.sqrt(estimate.weights().effectiveSize());
        } catch (RuntimeException e) {
            // It does not like these predictions; that is no mistake of the pack.
            return Double.NaN;
        }
    }

    private static Predictions fair(TaskKind kind, Truth truth) {
        var random = new SplittableRandom(SEED);
        int subjects = truth.parts().length;
        var columns = kind.columns();
        return switch (truth.answers()) {
            case ClassAnswers(var classes, var labels, var _) -> {
                var thought = new int[subjects];
                for (int i = 0; i < subjects; i++) {
                    thought[i] = random.nextDouble() < RIGHT ? labels[i] : random.nextInt(classes.size());
                }
                if (columns.size() == 1) {
                    yield new Predictions(List.of(new ClassCells(thought)));
                }
                yield new Predictions(probabilities(thought, classes.size()));
            }
            case ValueAnswers(var _, var values) -> {
                var cells = new ArrayList<Cells>();
                for (var column : values) {
                    var mixed = new double[subjects];
                    for (int i = 0; i < subjects; i++) {
                        mixed[i] = RIGHT * column[i] + (1 - RIGHT) * column[random.nextInt(subjects)];
                    }
                    cells.add(new NumberCells(mixed));
                }
                yield new Predictions(cells);
            }
            case TextAnswers(var texts) ->
                new Predictions(List.of(new TextCells(
                        texts.stream().map(text -> misread(text, random)).toList())));
        };
    }

    /// A text some characters of which were not seen.
    private static String misread(String text, SplittableRandom random) {
        var seen = new StringBuilder();
        text.codePoints().filter(_ -> random.nextDouble() < RIGHT).forEach(seen::appendCodePoint);
        return seen.toString().strip();
    }

    private static List<Cells> probabilities(int[] thought, int classes) {
        var cells = new ArrayList<Cells>();
        for (int k = 0; k < classes; k++) {
            var column = new double[thought.length];
            Arrays.fill(column, (1 - SURE) / (classes - 1));
            for (int i = 0; i < thought.length; i++) {
                column[i] = thought[i] == k ? SURE : column[i];
            }
            cells.add(new NumberCells(column));
        }
        return cells;
    }
}

package org.voorwerp.scoring.metric;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntFunction;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.PredictionFile.Accepted;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.SubjectwiseMetric;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;
import org.voorwerp.scoring.Weights;
import org.voorwerp.scoring.diagnostic.Confusion;

/// How long a submission is read, how long its score alone takes, and how long the score with its interval: [#main]
/// prints the table of
/// docs/scores.md in milliseconds, medians of many runs. The file lies in memory; its rows are in the order of the
/// test file, which is the quickest to read.
final class IntervalCost {

    private static final int WARMING = 15;
    private static final int RUNS = 21;

    private IntervalCost() {}

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        for (var one : Coverage.CASES) {
            var view = one.world()
                    .draw(RandomGeneratorFactory.of("L64X128MixRandom").create(3), rows);
            var ids = SubjectIndex.of(
                    IntStream.range(0, rows).mapToObj(i -> "s" + 7919L * i).toList());
            var kind = kind(view);
            byte[] file = file(kind, ids, cells(view));
            double reading = median(() -> read(file, kind, ids));
            double scoring = median(() -> one.score(view));
            var alone = alone(one.metric(), view, one.parameters(rows));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %s | %.1f |%n",
                    one.name(),
                    reading,
                    alone == null ? "–" : String.format(Locale.ROOT, "%.1f", median(alone)),
                    scoring);
        }
    }

    /// What a score takes that has no interval, written down plainly; null where that is most of the metric again.
    private static <V extends View> @Nullable Callable<?> alone(Metric<V> metric, View view, Parameters parameters) {
        return switch (metric) {
            case ConfusionMetric of -> () -> of.value(ClassTotals.of(Confusion.of((LabelView) view)), parameters);
            case SubjectwiseMetric<V> of ->
                () -> Weights.of(view).mean(of.ofSubjects(of.view().cast(view), parameters));
            default ->
                switch (metric.name()) {
                    case "mse", "rmse" ->
                        view instanceof ValueView values ? () -> mean(values, (t, p) -> (p - t) * (p - t)) : null;
                    case "mae" -> () -> mean((ValueView) view, (t, p) -> Math.abs(p - t));
                    case "rmsle" ->
                        () -> mean((ValueView) view, (t, p) -> {
                            double error = StrictMath.log1p(p) - StrictMath.log1p(t);
                            return error * error;
                        });
                    case "median-absolute-error" ->
                        () -> new Quantiles(numbers((ValueView) view, (t, p) -> Math.abs(p - t)), Weights.of(view))
                                .at(0.5);
                    default -> null;
                };
        };
    }

    private static double mean(ValueView view, DoubleBinaryOperator loss) {
        return Weights.of(view).mean(numbers(view, loss));
    }

    private static double[] numbers(ValueView view, DoubleBinaryOperator loss) {
        var numbers = new double[view.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = loss.applyAsDouble(view.truth()[0][i], view.prediction()[0][i]);
        }
        return numbers;
    }

    private static Accepted read(byte[] file, TaskKind kind, SubjectIndex ids) throws IOException {
        return (Accepted) PredictionFile.read(new ByteArrayInputStream(file), kind, ids, "id");
    }

    private static double median(Callable<?> work) throws Exception {
        var times = new double[WARMING + RUNS];
        for (int run = 0; run < times.length; run++) {
            long start = System.nanoTime();
            work.call();
            times[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times, WARMING, times.length);
        return times[WARMING + RUNS / 2];
    }

    private static TaskKind kind(View view) {
        return switch (view) {
            case LabelView labels -> new Labels("label", labels.classes());
            case ProbabilityView probabilities -> new Probabilities("p_", probabilities.classes());
            case ValueView values ->
                new Values(values.columns().stream().map(NumberColumn::new).toList());
            case TextView _ -> new Texts("text", Texts.LONGEST);
            case Comparison whole -> throw new IllegalArgumentException("no world draws " + whole);
        };
    }

    /// The cells of a row, with commas between.
    private static IntFunction<String> cells(View view) {
        return switch (view) {
            case LabelView labels -> i -> labels.classes().get(labels.prediction()[i]);
            case ProbabilityView probabilities -> i -> numbers(probabilities.probabilities(), i);
            case ValueView values -> i -> numbers(values.prediction(), i);
            case TextView texts -> i -> texts.prediction().get(i);
            case Comparison whole -> throw new IllegalArgumentException("no world draws " + whole);
        };
    }

    private static String numbers(double[][] columns, int i) {
        return String.join(
                ",",
                Arrays.stream(columns)
                        .map(column -> String.format(Locale.ROOT, "%.6f", column[i]))
                        .toList());
    }

    private static byte[] file(TaskKind kind, SubjectIndex ids, IntFunction<String> cells) {
        var text = new StringBuilder("id");
        kind.columns().forEach(column -> text.append(',').append(column.name()));
        for (int i = 0; i < ids.size(); i++) {
            text.append('\n').append(ids.id(i)).append(',').append(cells.apply(i));
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}

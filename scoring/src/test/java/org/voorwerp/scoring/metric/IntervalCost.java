package org.voorwerp.scoring.metric;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.PredictionFile.Accepted;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;

/// How long a submission is read, how long its score alone takes ([ScoresAlone]), and how long the score with its
/// interval: [#main] prints the table of docs/scores.md in milliseconds, medians of many runs. The file lies in memory;
/// its rows are in the order of the test file, which is the quickest to read.
final class IntervalCost {

    /// Compiled code is meant: a server has been running for a while.
    private static final long WARMING = 1_000_000_000L;

    private static final int RUNS = 21;

    private IntervalCost() {}

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        var wanted = arguments.length > 1 ? arguments[1] : "";
        for (var one : Coverage.CASES) {
            if (!one.name().matches(".*(" + wanted + ").*")) {
                continue;
            }
            var view = one.worlds()
                    .first()
                    .draw(RandomGeneratorFactory.of("L64X128MixRandom").create(3), rows);
            var ids = SubjectIndex.of(
                    IntStream.range(0, rows).mapToObj(i -> "s" + 7919L * i).toList());
            var kind = kind(view);
            byte[] file = file(kind, ids, cells(view));
            double reading = median(() -> read(file, kind, ids));
            double scoring = median(() -> one.score(view));
            double alone = median(ScoresAlone.of(one.metric(), view, one.parameters(rows)));
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.2f | %.2f |%n", one.name(), reading, alone, scoring);
        }
    }

    private static Accepted read(byte[] file, TaskKind kind, SubjectIndex ids) throws IOException {
        return (Accepted) PredictionFile.read(new ByteArrayInputStream(file), kind, ids, "id");
    }

    private static double median(Callable<?> work) throws Exception {
        for (long end = System.nanoTime() + WARMING; System.nanoTime() < end; ) {
            work.call();
        }
        var times = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            work.call();
            times[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
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

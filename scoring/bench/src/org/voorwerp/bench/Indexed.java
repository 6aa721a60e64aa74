package org.voorwerp.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.PredictionFile.Accepted;
import org.voorwerp.scoring.Rows;
import org.voorwerp.scoring.Scoring;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

/// From a file of predictions to its scores where the truth is indexed already, as in the server:
/// `Indexed TRUTH PREDICTIONS [PREDICTIONS…]`. Prints the seconds of some rounds for each file, after one that does not
/// count.
final class Indexed {

    private static final int ROUNDS = 7;

    private Indexed() {}

    public static void main(String[] files) throws IOException {
        var lines = Files.readAllLines(Path.of(files[0]));
        var names = Arrays.asList(lines.getFirst().split(","))
                .subList(1, lines.getFirst().split(",").length);
        var ids = new ArrayList<String>();
        var values = new double[names.size()][lines.size() - 1];
        for (int row = 1; row < lines.size(); row++) {
            var cells = lines.get(row).split(",");
            ids.add(cells[0]);
            for (int column = 0; column < values.length; column++) {
                values[column][row - 1] = Double.parseDouble(cells[column + 1]);
            }
        }
        lines = List.of();
        var subjects = SubjectIndex.of(ids);
        ids = new ArrayList<>();
        var kind = new Values(
                names.stream().map(name -> new NumberColumn(name, 0, 1)).toList());
        var truth = new ValueAnswers(names, values);
        var metrics = metrics(kind);
        for (int file = 1; file < files.length; file++) {
            for (int round = 0; round <= ROUNDS; round++) {
                long start = System.nanoTime();
                try (var in = Files.newInputStream(Path.of(files[file]))) {
                    var reading = PredictionFile.read(in, kind, subjects, "id");
                    if (!(reading instanceof Accepted(var predictions))) {
                        throw new IllegalStateException(reading.toString());
                    }
                    var rows = Rows.first(subjects.size());
                    var scores = Scoring.together(metrics, metric -> metric.score(kind, truth, predictions, rows));
                    if (round > 0) {
                        System.out.printf("seconds %.4f %d%n", (System.nanoTime() - start) / 1e9, file);
                    } else {
                        IntStream.range(0, scores.size())
                                .forEach(i -> System.out.println(metrics.get(i).title() + " " + scores.get(i)));
                    }
                }
            }
        }
    }

    private static List<ConfiguredMetric<?>> metrics(Values kind) {
        var all = Metrics.load(Indexed.class.getClassLoader());
        var metrics = new ArrayList<ConfiguredMetric<?>>();
        boolean one = kind.columns().size() == 1;
        for (var name : one ? List.of("roc-auc", "average-precision", "log-loss") : List.of("rmse")) {
            Map<String, ?> parameters = one ? Map.of() : Map.of("average", "all-cells");
            metrics.add(all.configure(kind, name, name, null, parameters, metrics.isEmpty()));
        }
        return metrics;
    }
}

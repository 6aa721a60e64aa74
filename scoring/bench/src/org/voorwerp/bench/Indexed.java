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
import org.voorwerp.table.index.TextIndexBuilder;

/// From a file of predictions to its scores where the truth is indexed already, as in the server:
/// `Indexed TRUTH PREDICTIONS [PREDICTIONS…]`. Prints the seconds of some rounds for each file, more of them for small
/// files, after some that do not count: a server has been running for a while.
final class Indexed {

    private static final long WARM_UP = 3_000_000_000L;

    private Indexed() {}

    public static void main(String[] files) throws IOException {
        var truthFile = Path.of(files[0]);
        List<String> names;
        SubjectIndex subjects;
        double[][] values;
        try (var lines = Files.newBufferedReader(truthFile);
                var counted = Files.lines(truthFile)) {
            int rows = (int) counted.count() - 1;
            var header = lines.readLine().split(",");
            names = Arrays.asList(header).subList(1, header.length);
            values = new double[names.size()][rows];
            var ids = new TextIndexBuilder();
            for (int row = 0; row < rows; row++) {
                var cells = lines.readLine().split(",");
                ids.add(cells[0]);
                for (int column = 0; column < values.length; column++) {
                    values[column][row] = Double.parseDouble(cells[column + 1]);
                }
            }
            subjects = SubjectIndex.of(ids);
        }
        int rounds = Math.clamp(40_000_000L / (subjects.size() * (names.size() + 1L)), 5, 40);
        var kind = new Values(
                names.stream().map(name -> new NumberColumn(name, 0, 1)).toList());
        var truth = new ValueAnswers(names, values);
        var metrics = metrics(kind);
        for (int file = 1; file < files.length; file++) {
            long begin = System.nanoTime();
            for (int round = 0; round <= rounds; ) {
                long start = System.nanoTime();
                try (var in = Files.newInputStream(Path.of(files[file]))) {
                    var reading = PredictionFile.read(in, kind, subjects, "id");
                    if (!(reading instanceof Accepted(var predictions))) {
                        throw new IllegalStateException(reading.toString());
                    }
                    var rows = Rows.first(subjects.size());
                    var scores = Scoring.together(metrics, metric -> metric.score(kind, truth, predictions, rows));
                    long end = System.nanoTime();
                    if (round > 0) {
                        System.out.printf("seconds %.5f %d%n", (end - start) / 1e9, file);
                        round++;
                    } else if (end - begin > WARM_UP) {
                        round++;
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

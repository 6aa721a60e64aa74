package org.voorwerp.scoring.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.PredictionFile.Accepted;
import org.voorwerp.scoring.PredictionFile.Rejected;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Rows;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.Scoring;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View;
import org.voorwerp.table.TableException;

/// Scores a file of predictions against a truth, and is at the same time the example of how the library is used:
///
/// ```
/// ./voorwerp score truth.csv predictions.csv [metric…]
/// ```
///
/// The truth has a header, ids in its first column and then one column of classes or any number of columns of numbers;
/// where a metric of texts is asked for, one column of texts;
/// the predictions have the same columns in any order, rows in any order. A single column of numbers may be named
/// otherwise in the predictions.
///
/// Prints a line a metric: its name, the score, the ends of its 95 % interval, and how that was made. What is wrong
/// with a file goes to the error stream; the exit status is then 1, and 2 where the program was called wrongly.
public final class ScoreFiles {

    private ScoreFiles() {}

    /// What both files hold, side by side: without the ids, whose room the metrics can use.
    private record Aligned(TaskKind kind, Answers truth, Predictions predictions, int size) {}

    /// Thrown to end the program.
    private static final class Failure extends Exception {

        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, System.err));
    }

    /// @return the exit status
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length < 2) {
            err.println("usage: score TRUTH PREDICTIONS [METRIC...]");
            return 2;
        }
        try {
            var names = Arrays.asList(arguments).subList(2, arguments.length);
            var aligned = aligned(Path.of(arguments[0]), Path.of(arguments[1]), areOfTexts(names));
            var metrics = metrics(aligned, names);
            var scores = Scoring.together(
                    metrics,
                    metric -> metric.score(
                            aligned.kind(), aligned.truth(), aligned.predictions(), Rows.first(aligned.size())));
            for (int i = 0; i < scores.size(); i++) {
                out.println(line(metrics.get(i).title(), scores.get(i)));
            }
            return 0;
        } catch (Failure | ParticipantVisibleException | UndefinedScoreException e) {
            err.println(e.getMessage());
        } catch (NoSuchFileException e) {
            err.println(e.getMessage() + ": there is no such file");
        } catch (IOException e) {
            err.println("cannot read: " + e);
        }
        return 1;
    }

    private static boolean areOfTexts(List<String> names) {
        return Metrics.load(ScoreFiles.class.getClassLoader()).all().stream()
                .anyMatch(metric -> metric.view() == View.TextView.class && names.contains(metric.name()));
    }

    private static Aligned aligned(Path truthFile, Path predictionFile, boolean texts) throws IOException, Failure {
        PlainTruth truth;
        TaskKind kind;
        try {
            truth = PlainTruth.read(truthFile, texts);
        } catch (TableException e) {
            throw new Failure(truthFile + ": " + e.getMessage());
        }
        try {
            kind = truth.kind(PlainTruth.header(predictionFile));
        } catch (TableException e) {
            throw new Failure(predictionFile + ": " + e.getMessage());
        }
        try (var in = Files.newInputStream(predictionFile)) {
            var reading = PredictionFile.read(
                    in, kind, truth.subjects(), truth.columns().getFirst());
            return switch (reading) {
                case Accepted(var predictions) ->
                    new Aligned(
                            kind, truth.answers(), predictions, truth.subjects().size());
                case Rejected(var findings, var count) -> throw new Failure(told(predictionFile, findings, count));
            };
        }
    }

    private static String told(Path file, List<?> findings, long count) {
        var lines = new ArrayList<String>();
        findings.forEach(finding -> lines.add(file + ": " + finding));
        if (count > findings.size()) {
            lines.add(file + ": and " + (count - findings.size()) + " more");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<ConfiguredMetric<?>> metrics(Aligned aligned, List<String> given) throws Failure {
        var all = Metrics.load(ScoreFiles.class.getClassLoader());
        var metrics = new ArrayList<ConfiguredMetric<?>>();
        try {
            for (var name : given.isEmpty() ? usual(aligned.truth()) : given) {
                metrics.add(all.configure(aligned.kind(), name, name, null, Map.of(), metrics.isEmpty()));
            }
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
        return metrics;
    }

    private static List<String> usual(Answers truth) {
        return switch (truth) {
            case ClassAnswers _ -> List.of("accuracy", "balanced-accuracy", "f1");
            case TextAnswers _ -> List.of("character-error-rate", "word-error-rate");
            case ValueAnswers(var columns, var values) ->
                columns.size() == 1 && Arrays.stream(values[0]).allMatch(value -> value == 0 || value == 1)
                        ? List.of("roc-auc", "average-precision", "log-loss")
                        : List.of("rmse", "mae");
        };
    }

    private static String line(String name, Score score) {
        var interval = score.interval();
        return interval == null
                ? String.format(Locale.ROOT, "%-20s %.12f", name, score.value())
                : String.format(
                        Locale.ROOT,
                        "%-20s %.12f  [%.12f, %.12f]  %s",
                        name,
                        score.value(),
                        interval.low(),
                        interval.high(),
                        interval.method());
    }
}

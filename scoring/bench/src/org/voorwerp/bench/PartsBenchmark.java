package org.voorwerp.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.PredictionFile.Accepted;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Rows;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

/// The parts of scoring one by one, in milliseconds: `./voorwerp bench parts [REGEX]`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PartsBenchmark {

    @Param({"100000", "1000000"})
    public int rows;

    /// How ids and numbers look: whole numbers and six digits, or text and seventeen digits.
    @Param({"plain", "long"})
    public String form;

    private final Values kind = new Values(List.of(new NumberColumn("p", 0, 1)));
    private final Metrics metrics = Metrics.load(PartsBenchmark.class.getClassLoader());
    private List<String> ids = List.of();
    private SubjectIndex subjects = SubjectIndex.of(List.of());
    private byte[] shuffled = {};
    private byte[] ordered = {};
    private byte[] quoted = {};
    private ValueAnswers truth = new ValueAnswers(List.of(), new double[0][]);
    private Predictions predictions = new Predictions(List.of());

    @Setup
    public void make() throws IOException {
        var random = new Random(7);
        var made = new ArrayList<String>();
        for (int i = 0; i < rows; i++) {
            made.add(form.equals("plain") ? Long.toString(1_237_645_879_551_066_262L + 41L * i) : "SDSS J" + 7919L * i);
        }
        Collections.shuffle(made, random);
        ids = List.copyOf(made);
        subjects = SubjectIndex.of(ids);
        ordered = file(ids, random, "");
        quoted = file(ids, random, "\"");
        Collections.shuffle(made, random);
        shuffled = file(made, random, "");
        predictions = read(shuffled);
        var labels = new double[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextDouble() < predictions.values(0)[i] ? 1 : 0;
        }
        truth = new ValueAnswers(List.of("p"), new double[][] {labels});
    }

    private byte[] file(List<String> order, Random random, String quote) {
        var text = new StringBuilder("id,p\n");
        for (var id : order) {
            double p = random.nextDouble();
            text.append(quote).append(id).append(quote).append(',');
            text.append(form.equals("plain") ? String.format(Locale.ROOT, "%.6f", p) : Double.toString(p))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Predictions read(byte[] file) throws IOException {
        return ((Accepted) PredictionFile.read(new ByteArrayInputStream(file), kind, subjects, "id")).predictions();
    }

    @Benchmark
    public SubjectIndex index() {
        return SubjectIndex.of(ids);
    }

    @Benchmark
    public Predictions readShuffled() throws IOException {
        return read(shuffled);
    }

    @Benchmark
    public Predictions readOrdered() throws IOException {
        return read(ordered);
    }

    @Benchmark
    public Predictions readQuoted() throws IOException {
        return read(quoted);
    }

    @Benchmark
    public Score rocAuc() {
        return score("roc-auc");
    }

    @Benchmark
    public Score averagePrecision() {
        return score("average-precision");
    }

    @Benchmark
    public Score logLoss() {
        return score("log-loss");
    }

    @Benchmark
    public Score rmse() {
        return score("rmse");
    }

    private Score score(String metric) {
        return metrics.configure(kind, metric, metric, null, Map.of(), true)
                .score(kind, truth, predictions, Rows.first(rows));
    }
}

package org.voorwerp.scoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;

/// Times reading and checking a prediction file against the obvious program on Apache Commons CSV, in turn, in one
/// run, and prints the medians and their ratio. Run by `./voorwerp bench`; it is no test.
final class PredictionFileBenchmark {

    private static final int ROUNDS = 7;

    private PredictionFileBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        var random = new Random(7);
        var ids = new ArrayList<>(IntStream.range(0, rows)
                .mapToObj(i -> Long.toString(587_722_981_736_120_347L + 37L * i))
                .toList());
        Collections.shuffle(ids, random);
        var subjects = SubjectIndex.of(ids);
        Collections.shuffle(ids, random);
        var text = new StringBuilder("id,p_merger\n");
        ids.forEach(id -> text.append(id)
                .append(',')
                .append(String.format("%.6f", random.nextDouble()))
                .append('\n'));
        var file = text.toString().getBytes(StandardCharsets.UTF_8);
        var kind = new Values(List.of(new NumberColumn("p_merger", 0, 1)));

        var ours = new double[ROUNDS];
        var theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            var reading = PredictionFile.read(new ByteArrayInputStream(file), kind, subjects, "id");
            long middle = System.nanoTime();
            var sum = obviously(file, subjects);
            ours[round] = (middle - start) / 1e9;
            theirs[round] = (System.nanoTime() - middle) / 1e9;
            check(reading, sum);
        }
        System.out.printf(
                "%,d rows, %,d bytes, shuffled ids; medians of %d alternating rounds%n", rows, file.length, ROUNDS);
        System.out.printf("PredictionFile      %.3f s%n", median(ours));
        System.out.printf("Apache Commons CSV  %.3f s%n", median(theirs));
        System.out.printf("ratio               %.1f%n", median(theirs) / median(ours));
    }

    private static double obviously(byte[] file, SubjectIndex subjects) throws IOException {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < subjects.size(); i++) {
            positions.put(subjects.id(i), i);
        }
        var values = new double[subjects.size()];
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8))) {
            for (var row : parser) {
                values[positions.getOrDefault(row.get(0), -1)] = Double.parseDouble(row.get(1));
            }
        }
        return Arrays.stream(values).sum();
    }

    private static void check(PredictionFile.Reading reading, double expected) {
        if (!(reading instanceof PredictionFile.Accepted(var predictions))
                || Arrays.stream(predictions.values(0)).sum() != expected) {
            throw new IllegalStateException("the two do not read the same: " + reading);
        }
    }

    private static double median(double[] seconds) {
        var sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

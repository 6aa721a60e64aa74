package org.voorwerp.server.challenge.build.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.server.challenge.build.source.SubjectTable;
import org.voorwerp.table.Decimal;

/// What baselines see of the subjects: the published attributes that are numbers, and pixels.
public final class Features {

    private final SubjectTable known;
    private final int[] numeric;

    public Features(SubjectTable known, Subjects subjects) {
        this.known = known;
        this.numeric = IntStream.range(0, known.attributes().size())
                .filter(column -> isNumeric(column, subjects))
                .toArray();
    }

    /// The names of the attributes that are numbers.
    List<String> names() {
        return Arrays.stream(numeric).mapToObj(known.attributes()::get).toList();
    }

    /// The attributes of each subject that are numbers, `[subject][attribute]`; NaN where a cell is empty.
    public double[][] attributes(Side side) {
        return side.upstream().stream().map(this::attributes).toArray(double[][]::new);
    }

    /// The same, and after them the pixels.
    public double[][] attributesAndPixels(Side side, Function<String, double[]> pixels) {
        return IntStream.range(0, side.size())
                .mapToObj(i -> joined(
                        attributes(side.upstream().get(i)),
                        pixels.apply(side.ids().get(i))))
                .toArray(double[][]::new);
    }

    private double[] attributes(String upstream) {
        var features = new double[numeric.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = number(known.get(upstream).cells().get(numeric[i]));
        }
        return features;
    }

    /// Whether a column holds nothing but numbers and empty cells, and not empty cells only.
    private boolean isNumeric(int column, Subjects subjects) {
        List<String> cells = Stream.of(subjects.train(), subjects.test())
                .flatMap(side -> side.upstream().stream())
                .map(upstream -> known.get(upstream).cells().get(column))
                .filter(cell -> !cell.isBlank())
                .toList();
        return !cells.isEmpty() && cells.stream().noneMatch(cell -> Double.isNaN(number(cell)));
    }

    private static double number(String cell) {
        var bytes = cell.getBytes(StandardCharsets.UTF_8);
        return Decimal.parse(bytes, 0, bytes.length);
    }

    private static double[] joined(double[] first, double[] second) {
        return Stream.of(first, second).flatMapToDouble(Arrays::stream).toArray();
    }
}

package org.voorwerp.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The subjects that are looked at, by position: some in any order, or all in theirs.
public final class Rows {

    private final int @Nullable [] picked;
    private final int from;
    private final int size;

    private Rows(int @Nullable [] picked, int from, int size) {
        this.picked = picked;
        this.from = from;
        this.size = size;
    }

    /// The first `count` subjects, in order.
    public static Rows first(int count) {
        return new Rows(null, 0, count);
    }

    /// The subjects at these positions, in this order.
    ///
    /// @param positions kept, not copied
    public static Rows at(int[] positions) {
        return new Rows(positions, 0, positions.length);
    }

    public int size() {
        return size;
    }

    /// The position of one of them.
    ///
    /// @param i from 0
    public int position(int i) {
        return picked == null ? from + i : picked[from + i];
    }

    /// Those from `start` to before `end` of these.
    Rows slice(int start, int end) {
        return new Rows(picked, from + start, end - start);
    }

    /// These rows of a column; the column itself, if they are all of it.
    int[] of(int[] column) {
        if (picked == null) {
            return from == 0 && size == column.length ? column : Arrays.copyOfRange(column, from, from + size);
        }
        var values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = column[picked[from + i]];
        }
        return values;
    }

    /// These rows of a column; the column itself, if they are all of it.
    double[] of(double[] column) {
        if (picked == null) {
            return from == 0 && size == column.length ? column : Arrays.copyOfRange(column, from, from + size);
        }
        var values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = column[picked[from + i]];
        }
        return values;
    }

    /// These rows of a column.
    List<String> of(List<String> column) {
        return IntStream.range(0, size).mapToObj(i -> column.get(position(i))).toList();
    }

    double[][] of(double[][] columns) {
        return Arrays.stream(columns).map(this::of).toArray(double[][]::new);
    }
}

package org.voorwerp.scoring;

import java.nio.charset.StandardCharsets;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.table.Blanks;
import org.voorwerp.table.Decimal;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Utf8Index;

/// Reads the cells of one column of predictions. Spaces and tabs around a cell do not count.
sealed interface CellReader {

    /// How many cells can be read before they must be kept.
    int STAGED = 256;

    /// Reads the cell that stands in `bytes`.
    ///
    /// @param staged the number under which [#keep] is to find it, below [#STAGED]
    /// @return false if the cell is wrong: see [#problem]
    boolean read(byte[] bytes, int from, int to, int staged);

    /// Keeps a cell that was read for the subject at `position`.
    void keep(int staged, int position);

    /// What is wrong with a cell that [#read] refused.
    String problem(byte[] bytes, int from, int to);

    /// What was kept; all zeros before.
    Cells cells();

    /// The length of the longest text that [#read] takes, if there is such a thing; otherwise 0.
    int longest();

    /// A reader for a column of predictions for `size` subjects.
    static CellReader of(PredictionColumn column, int size) {
        return switch (column) {
            case NumberColumn numbers -> new NumberReader(numbers, new double[STAGED], new double[size]);
            case ClassColumn classes ->
                new ClassReader(Utf8Index.of(classes.classes()), new int[STAGED], new int[size]);
        };
    }

    record NumberReader(NumberColumn column, double[] stage, double[] values) implements CellReader {

        @Override
        public boolean read(byte[] bytes, int from, int to, int staged) {
            double value = Decimal.parse(bytes, from, to);
            stage[staged] = value;
            // Not a number is neither, so it is refused here too.
            return value >= column.min() && value <= column.max();
        }

        @Override
        public void keep(int staged, int position) {
            values[position] = stage[staged];
        }

        @Override
        public String problem(byte[] bytes, int from, int to) {
            double value = Decimal.parse(bytes, from, to);
            if (value < column.min()) {
                return text(bytes, from, to) + " is below " + shown(column.min());
            }
            if (value > column.max()) {
                return text(bytes, from, to) + " is above " + shown(column.max());
            }
            if (text(bytes, from, to).isEmpty()) {
                return "the cell is empty: a number is expected";
            }
            return Excerpt.of(bytes, from, to) + " " + Decimal.problem(bytes, from, to);
        }

        private static String shown(double bound) {
            return bound == Math.rint(bound) && Math.abs(bound) < 1e15 ? String.valueOf((long) bound) : "" + bound;
        }

        @Override
        public Cells cells() {
            return new NumberCells(values);
        }

        @Override
        public int longest() {
            return 0;
        }
    }

    record ClassReader(Utf8Index classes, int[] stage, int[] indices) implements CellReader {

        private static final int SHOWN = 10;

        @Override
        public boolean read(byte[] bytes, int from, int to, int staged) {
            int index = classes.position(bytes, from, to);
            if (index < 0) {
                int start = Blanks.start(bytes, from, to);
                index = classes.position(bytes, start, Blanks.end(bytes, start, to));
            }
            stage[staged] = index;
            return index >= 0;
        }

        @Override
        public void keep(int staged, int position) {
            indices[position] = stage[staged];
        }

        @Override
        public String problem(byte[] bytes, int from, int to) {
            var text = text(bytes, from, to);
            var expected = "the classes " + Excerpt.list(classes.asList(), SHOWN);
            if (text.isEmpty()) {
                return "the cell is empty: one of " + expected + " is expected";
            }
            var meant = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
            for (var name : classes.asList()) {
                if (name.equalsIgnoreCase(meant)) {
                    return Excerpt.of(bytes, from, to) + " is not a class: did you mean " + Excerpt.of(name) + "?";
                }
            }
            return Excerpt.of(bytes, from, to) + " is not one of " + expected;
        }

        @Override
        public Cells cells() {
            return new ClassCells(indices);
        }

        @Override
        public int longest() {
            return classes.longest();
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        int start = Blanks.start(bytes, from, to);
        return new String(bytes, start, Blanks.end(bytes, start, to) - start, StandardCharsets.UTF_8);
    }
}

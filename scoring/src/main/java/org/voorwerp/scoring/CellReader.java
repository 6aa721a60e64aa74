package org.voorwerp.scoring;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionColumn.TextColumn;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;
import org.voorwerp.table.Blanks;
import org.voorwerp.table.Decimal;
import org.voorwerp.table.EightBytes;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.index.TextIndex;

/// Reads the cells of one column of predictions. Spaces and tabs around a cell do not count.
///
/// Cells that were read are staged, each under a number, until it is known whose they are.
sealed interface CellReader {

    /// Makes room for `count` staged cells.
    void stage(int count);

    /// Reads the cell that stands in `bytes` from `from` to before `to`.
    ///
    /// @param staged the number under which [#keep] is to find it
    /// @return false if the cell is wrong: see [#problem]
    boolean read(byte[] bytes, int from, int to, int staged);

    /// Reads the cell that begins at `at` and ends at the next comma or line end.
    ///
    /// @param bytes there must be eight more behind the cell
    /// @param staged the number under which [#keep] is to find it
    /// @return where the cell ends; -1 if it is wrong, or in quotes
    int read(byte[] bytes, int at, int staged);

    /// Keeps the first `count` staged cells.
    ///
    /// @param positions of their subjects; cells of a subject below zero are dropped
    void keep(int[] positions, int count);

    /// Keeps the first `count` staged cells as those of row `from` and the following, until [#order] is called.
    void keep(int from, int count);

    /// Puts the cells of the first rows, kept by their rows, in the places of their subjects.
    ///
    /// @param positions of their subjects, all different
    void order(int[] positions, int count);

    /// What is wrong with a cell that [#read] refused.
    String problem(byte[] bytes, int from, int to);

    /// What was kept; all zeros before. After [#order] it is another.
    Cells cells();

    /// What is staged.
    Cells staged();

    /// The length of the longest text that [#read] takes, if there is such a thing; otherwise 0.
    int longest();

    /// Another reader of the same column with a stage of its own, for another thread. What both keep comes
    /// together.
    CellReader another();

    /// A reader for a column of predictions for `size` subjects.
    static CellReader of(PredictionColumn column, int size) {
        return switch (column) {
            case NumberColumn numbers -> new NumberReader(numbers, new double[size]);
            case ClassColumn classes -> new ClassReader(TextIndex.of(classes.classes()), new int[size]);
            case TextColumn texts -> new TextReader(texts, new String[size]);
        };
    }

    final class NumberReader implements CellReader {

        private final NumberColumn column;
        private final double min;
        private final double max;
        private double[] values;
        private double[] stage = {};

        private NumberReader(NumberColumn column, double[] values) {
            this.column = column;
            this.min = column.min();
            this.max = column.max();
            this.values = values;
        }

        @Override
        public void stage(int count) {
            stage = Arrays.copyOf(stage, count);
        }

        @Override
        public boolean read(byte[] bytes, int from, int to, int staged) {
            stage[staged] = Decimal.parse(bytes, from, to);
            return isRight(staged);
        }

        @Override
        public int read(byte[] bytes, int at, int staged) {
            int end = Decimal.read(bytes, at, stage, staged);
            return end >= 0 && isRight(staged) ? end : -1;
        }

        /// Not a number is neither, so it is refused here too.
        private boolean isRight(int staged) {
            return stage[staged] >= min && stage[staged] <= max;
        }

        @Override
        public void keep(int[] positions, int count) {
            for (int i = 0; i < count; i++) {
                if (positions[i] >= 0) {
                    values[positions[i]] = stage[i];
                }
            }
        }

        @Override
        public void keep(int from, int count) {
            System.arraycopy(stage, 0, values, from, count);
        }

        @Override
        public void order(int[] positions, int count) {
            var rows = values;
            values = new double[rows.length];
            for (int row = 0; row < count; row++) {
                values[positions[row]] = rows[row];
            }
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
        public Cells staged() {
            return new NumberCells(stage);
        }

        @Override
        public int longest() {
            return 0;
        }

        @Override
        public CellReader another() {
            return new NumberReader(column, values);
        }
    }

    final class ClassReader implements CellReader {

        private static final int SHOWN = 10;

        private final TextIndex classes;
        private int[] indices;
        private int[] stage = {};

        private ClassReader(TextIndex classes, int[] indices) {
            this.classes = classes;
            this.indices = indices;
        }

        @Override
        public void stage(int count) {
            stage = Arrays.copyOf(stage, count);
        }

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
        public int read(byte[] bytes, int at, int staged) {
            int end = EightBytes.cellEnd(bytes, at);
            return end >= 0 && read(bytes, at, end, staged) ? end : -1;
        }

        @Override
        public void keep(int[] positions, int count) {
            for (int i = 0; i < count; i++) {
                if (positions[i] >= 0) {
                    indices[positions[i]] = stage[i];
                }
            }
        }

        @Override
        public void keep(int from, int count) {
            System.arraycopy(stage, 0, indices, from, count);
        }

        @Override
        public void order(int[] positions, int count) {
            var rows = indices;
            indices = new int[rows.length];
            for (int row = 0; row < count; row++) {
                indices[positions[row]] = rows[row];
            }
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
        public Cells staged() {
            return new ClassCells(stage);
        }

        @Override
        public int longest() {
            return classes.longest();
        }

        @Override
        public CellReader another() {
            return new ClassReader(classes, indices);
        }
    }

    final class TextReader implements CellReader {

        private static final int BYTES_A_CHARACTER = 4;

        private final TextColumn column;
        private String[] texts;
        private String[] stage = {};

        private TextReader(TextColumn column, String[] texts) {
            this.column = column;
            this.texts = texts;
        }

        @Override
        public void stage(int count) {
            stage = Arrays.copyOf(stage, count);
        }

        @Override
        public boolean read(byte[] bytes, int from, int to, int staged) {
            stage[staged] = text(bytes, from, to);
            return isShort(stage[staged]) && isUtf8(bytes, from, to, stage[staged]);
        }

        @Override
        public int read(byte[] bytes, int at, int staged) {
            int end = EightBytes.cellEnd(bytes, at);
            return end >= 0 && read(bytes, at, end, staged) ? end : -1;
        }

        private boolean isShort(String text) {
            return text.length() <= column.longest() || text.codePointCount(0, text.length()) <= column.longest();
        }

        /// What is no UTF-8 was read as a replacement character, which, written again, is other bytes.
        private static boolean isUtf8(byte[] bytes, int from, int to, String text) {
            if (text.indexOf('\ufffd') < 0) {
                return true;
            }
            int start = Blanks.start(bytes, from, to);
            byte[] written = text.getBytes(StandardCharsets.UTF_8);
            return Arrays.equals(bytes, start, Blanks.end(bytes, start, to), written, 0, written.length);
        }

        @Override
        public void keep(int[] positions, int count) {
            for (int i = 0; i < count; i++) {
                if (positions[i] >= 0) {
                    texts[positions[i]] = stage[i];
                }
            }
        }

        @Override
        public void keep(int from, int count) {
            System.arraycopy(stage, 0, texts, from, count);
        }

        @Override
        public void order(int[] positions, int count) {
            var rows = texts;
            texts = new String[rows.length];
            for (int row = 0; row < count; row++) {
                texts[positions[row]] = rows[row];
            }
        }

        @Override
        public String problem(byte[] bytes, int from, int to) {
            var text = text(bytes, from, to);
            return isShort(text)
                    ? "the text cannot be read: " + Excerpt.of(bytes, from, to)
                    : "the text has " + text.codePointCount(0, text.length()) + " characters, more than the "
                            + column.longest() + " allowed";
        }

        @Override
        public Cells cells() {
            return new TextCells(Arrays.asList(texts));
        }

        @Override
        public Cells staged() {
            return new TextCells(Arrays.asList(stage));
        }

        @Override
        public int longest() {
            return BYTES_A_CHARACTER * column.longest();
        }

        @Override
        public CellReader another() {
            return new TextReader(column, texts);
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        int start = Blanks.start(bytes, from, to);
        return new String(bytes, start, Blanks.end(bytes, start, to) - start, StandardCharsets.UTF_8);
    }
}

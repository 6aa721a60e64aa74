package org.voorwerp.server.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table of shares drawn as squares, darker for more: which class was called which. Names that are too long to stand
/// over a column stand beside the rows only, with a number that the column has too.
///
/// @param size of the drawing's sides, labels not counted
/// @param left room for the rows' labels
/// @param above room for the columns' labels
/// @param says what it shows, in words
public record Matrix(
        int size, int left, int above, List<Label> rows, List<Label> columns, List<Square> squares, String says) {

    /// With more classes than this there is no room for a drawing.
    public static final int MOST = 40;

    private static final int CELL = 16;
    private static final int LETTER = 6;
    private static final int LONGEST = 14;
    private static final int LONGEST_BESIDE = 30;

    /// @param at its middle
    public record Label(String name, int at) {}

    /// @param opacity from 0.05 to 1
    public record Square(int x, int y, double opacity, boolean right, String says) {}

    /// @param shares of each row; cells that are 0 are not drawn
    public static Matrix of(List<String> classes, double[][] shares, String says) {
        var squares = new ArrayList<Square>();
        for (int i = 0; i < classes.size(); i++) {
            for (int j = 0; j < classes.size(); j++) {
                if (shares[i][j] > 0) {
                    squares.add(new Square(
                            j * CELL,
                            i * CELL,
                            Math.round((0.05 + 0.95 * shares[i][j]) * 100) / 100.0,
                            i == j,
                            classes.get(i) + " called " + classes.get(j) + ": " + Math.round(shares[i][j] * 100)
                                    + " %"));
                }
            }
        }
        boolean numbered = classes.stream().anyMatch(name -> name.length() > LONGEST);
        var rows = labels(numbered ? numbered(classes) : classes);
        var columns = numbered ? labels(numbers(classes.size())) : rows;
        return new Matrix(classes.size() * CELL, room(rows), room(columns), rows, columns, squares, says);
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static List<String> numbered(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> shortened(names.get(i)) + " " + (i + 1))
                .toList();
    }

    private static List<Label> labels(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Label(names.get(i), i * CELL + CELL / 2))
                .toList();
    }

    private static int room(List<Label> labels) {
        return labels.stream().mapToInt(label -> label.name().length()).max().orElse(0) * LETTER + 12;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_BESIDE ? name : name.substring(0, LONGEST_BESIDE - 1) + "…";
    }
}

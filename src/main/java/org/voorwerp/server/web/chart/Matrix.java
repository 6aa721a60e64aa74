package org.voorwerp.server.web.chart;

import java.util.ArrayList;
import java.util.List;

/// A table of shares drawn as squares, darker for more: which class was called which.
///
/// @param size of the drawing's sides, labels not counted
/// @param labels of the classes, down and across
/// @param says what it shows, in words
public record Matrix(int size, int margin, List<Label> labels, List<Square> squares, String says) {

    /// With more classes than this there is no room for a drawing.
    public static final int MOST = 40;

    private static final int CELL = 16;
    private static final int LETTER = 7;
    private static final int LONGEST = 14;

    /// @param at its middle
    public record Label(String name, int at) {}

    /// @param opacity from 0.05 to 1
    public record Square(int x, int y, double opacity, boolean right, String says) {}

    /// @param shares of each row; cells that are 0 are not drawn
    public static Matrix of(List<String> classes, double[][] shares, String says) {
        var squares = new ArrayList<Square>();
        var labels = new ArrayList<Label>();
        for (int i = 0; i < classes.size(); i++) {
            labels.add(new Label(shortened(classes.get(i)), i * CELL + CELL / 2));
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
        int longest = labels.stream().mapToInt(l -> l.name().length()).max().orElse(0);
        return new Matrix(classes.size() * CELL, longest * LETTER + 8, labels, squares, says);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}

package org.voorwerp.consensus.plot;

import java.util.List;
import java.util.function.IntFunction;
import org.voorwerp.consensus.plot.Svg.Anchor;

/// Two axes and how much lies in each cell between them, the more the stronger.
public final class HeatMap {

    private static final double LEFT = 44;
    private static final double RIGHT = 10;
    private static final double TOP = 8;
    private static final int LETTERS = 14;

    private HeatMap() {}

    /// What stands at an axis: its name, and a name for each cell or two for its ends.
    ///
    /// @param cells names, one a cell; or two, for its begin and its end
    public record Axis(String name, List<String> cells) {}

    /// @param strengths from 0 to 1, `[row][column]`, the first row at the bottom
    /// @param told what is said of a cell, by its row and column
    /// @return an SVG element
    public static String draw(double[][] strengths, Axis across, Axis upwards, IntFunction<IntFunction<String>> told) {
        var svg = new Svg();
        int rows = Math.max(1, strengths.length);
        double labels = upwards.cells().size() == rows ? 100 : LEFT;
        double size = Svg.WIDTH - labels - RIGHT;
        double bottom = TOP + size;
        double cell = size / rows;
        for (int row = 0; row < strengths.length; row++) {
            for (int column = 0; column < strengths[row].length; column++) {
                if (strengths[row][column] > 0) {
                    svg.bar(
                            labels + column * cell + 0.5,
                            bottom - (row + 1) * cell + 0.5,
                            cell - 1,
                            cell - 1,
                            strengths[row][column],
                            told.apply(row).apply(column));
                }
            }
        }
        svg.line("axis", labels, bottom, labels + size, bottom);
        svg.line("axis", labels, TOP, labels, bottom);
        upright(svg, upwards, labels, bottom, size, rows);
        double below = level(svg, across, labels, bottom, size, rows);
        svg.text(labels + size / 2, below, Anchor.MIDDLE, across.name());
        return svg.drawn(below + 6, across.name() + " across, " + upwards.name() + " upwards");
    }

    private static void upright(Svg svg, Axis axis, double labels, double bottom, double size, int rows) {
        if (axis.cells().size() == rows) {
            for (int row = 0; row < rows; row++) {
                svg.text(
                        labels - 5,
                        bottom - (row + 0.5) * size / rows + 4,
                        Anchor.END,
                        Svg.brief(axis.cells().get(row), LETTERS));
            }
        } else {
            svg.text(labels - 5, bottom, Anchor.END, axis.cells().getFirst());
            svg.text(labels - 5, bottom - size + 9, Anchor.END, axis.cells().getLast());
            svg.text(labels + 4, TOP + 9, Anchor.START, "↑ " + axis.name());
        }
    }

    /// Returns where the next line may stand.
    private static double level(Svg svg, Axis axis, double labels, double bottom, double size, int rows) {
        int cells = axis.cells().size();
        if (cells != rows) {
            svg.text(labels, bottom + 14, Anchor.START, axis.cells().getFirst());
            svg.text(labels + size, bottom + 14, Anchor.END, axis.cells().getLast());
            return bottom + 28;
        }
        var names = axis.cells().stream().map(name -> Svg.brief(name, LETTERS)).toList();
        double longest = names.stream().mapToDouble(Svg::width).max().orElse(0);
        boolean lying = longest < size / cells;
        for (int column = 0; column < cells; column++) {
            double x = labels + (column + 0.5) * size / cells;
            if (lying) {
                svg.text(x, bottom + 14, Anchor.MIDDLE, names.get(column));
            } else {
                svg.upright(x + 4, bottom + 5, Anchor.END, names.get(column));
            }
        }
        return bottom + (lying ? 30 : longest + 20);
    }
}

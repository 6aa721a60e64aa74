package org.voorwerp.challenges.papyri;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import org.voorwerp.challenges.chance.Chance;

/// One form of a letter: strokes of the pen, each a chain of cubic curves.
///
/// @param width natural width of the letter, relative to its height
/// @param strokes the control points of each stroke as x, y pairs: start, then two controls and an end for each curve
record Outline(double width, List<double[]> strokes) {
    private static final int STEPS = 9;

    /// Reads the path syntax described at [Letter]. A line becomes a curve that happens to be straight, so that a
    /// hand
    /// can bend it.
    static Outline parse(String path, double width) {
        var strokes = new ArrayList<double[]>();
        var points = new ArrayList<Double>();
        var tokens = new StringTokenizer(path.replaceAll("([MLC])", " $1 "));
        char command = 'M';
        while (tokens.hasMoreTokens()) {
            var token = tokens.nextToken();
            if (Character.isLetter(token.charAt(0))) {
                command = token.charAt(0);
                continue;
            }
            double x = Double.parseDouble(token);
            double y = Double.parseDouble(tokens.nextToken());
            switch (command) {
                case 'M' -> {
                    finish(points, strokes);
                    points.addAll(List.of(x, y));
                }
                case 'L' -> {
                    double x0 = points.get(points.size() - 2);
                    double y0 = points.getLast();
                    points.addAll(List.of(x0 + (x - x0) / 3, y0 + (y - y0) / 3, x - (x - x0) / 3, y - (y - y0) / 3));
                    points.addAll(List.of(x, y));
                }
                case 'C' -> points.addAll(List.of(x, y));
                default -> throw new IllegalArgumentException("The path \"" + path + "\" has the command " + command);
            }
        }
        finish(points, strokes);
        return new Outline(width, List.copyOf(strokes));
    }

    private static void finish(List<Double> points, List<double[]> strokes) {
        if (!points.isEmpty()) {
            strokes.add(points.stream().mapToDouble(Double::doubleValue).toArray());
            points.clear();
        }
    }

    /// The strokes as an unsteady hand writes them, flattened to chains of points: the ends of each curve are moved
    /// by
    /// about `jitter`, its bends by a little more.
    List<double[][]> drawn(Chance chance, double jitter) {
        var result = new ArrayList<double[][]>();
        for (var stroke : strokes) {
            var moved = Arrays.copyOf(stroke, stroke.length);
            double shiftX = 0;
            double shiftY = 0;
            for (int i = 0; i < moved.length; i += 2) {
                boolean end = i % 6 == 0;
                if (end) {
                    shiftX = chance.normal(0, jitter);
                    shiftY = chance.normal(0, jitter);
                }
                moved[i] += shiftX + (end ? 0 : chance.normal(0, jitter * 0.8));
                moved[i + 1] += shiftY + (end ? 0 : chance.normal(0, jitter * 0.8));
            }
            result.add(flatten(moved));
        }
        return result;
    }

    private static double[][] flatten(double[] stroke) {
        int curves = (stroke.length - 2) / 6;
        var points = new double[curves * STEPS + 1][];
        points[0] = new double[] {stroke[0], stroke[1]};
        for (int curve = 0; curve < curves; curve++) {
            for (int step = 1; step <= STEPS; step++) {
                double t = (double) step / STEPS;
                points[curve * STEPS + step] =
                        new double[] {bezier(stroke, curve * 6, t), bezier(stroke, curve * 6 + 1, t)};
            }
        }
        return points;
    }

    private static double bezier(double[] p, int at, double t) {
        double s = 1 - t;
        return s * s * s * p[at] + 3 * s * s * t * p[at + 2] + 3 * s * t * t * p[at + 4] + t * t * t * p[at + 6];
    }
}

package org.voorwerp.server.web.chart;

import java.util.List;

/// How often it is so when a probability is predicted, drawn in a square: on the diagonal, predictions are as sure as
/// they are right.
///
/// @param path through all points
/// @param says what it shows, in words
public record Reliability(String path, List<Dot> dots, String says) {

    /// The side of the square.
    public static final int SIDE = 220;

    /// A share, from 0 to 1, with its interval and the probability it goes with.
    public record Point(double predicted, double happened, double low, double high) {}

    /// @param top of its interval
    public record Dot(double x, double y, double top, double bottom) {}

    public static Reliability of(List<Point> points, String says) {
        var dots = points.stream()
                .map(p -> new Dot(at(p.predicted()), SIDE - at(p.happened()), SIDE - at(p.high()), SIDE - at(p.low())))
                .toList();
        var path = new StringBuilder();
        dots.forEach(dot -> path.append(path.isEmpty() ? 'M' : 'L')
                .append(dot.x())
                .append(' ')
                .append(dot.y()));
        return new Reliability(path.toString(), dots, says);
    }

    private static double at(double share) {
        return Math.round(share * SIDE * 10) / 10.0;
    }
}

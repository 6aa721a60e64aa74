package org.voorwerp.consensus.marks;

import java.util.List;
import org.voorwerp.consensus.cluster.Space;
import org.voorwerp.consensus.extract.Polyline;

/// Lines drawn freehand: the mean distance, in pixels, between points spaced evenly along the one and along the other,
/// counted from whichever end makes it the shorter. So it does not matter how many points a browser recorded.
final class PathSpace implements Space {

    private static final int POINTS = 32;

    private final double[][] x;
    private final double[][] y;

    /// @param lines each of at least one point
    PathSpace(List<Polyline> lines) {
        this.x = new double[lines.size()][POINTS];
        this.y = new double[lines.size()][POINTS];
        for (int i = 0; i < lines.size(); i++) {
            spaceEvenly(lines.get(i), x[i], y[i]);
        }
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public double distance(int a, int b) {
        double same = 0;
        double other = 0;
        for (int i = 0; i < POINTS; i++) {
            int back = POINTS - 1 - i;
            same += Math.hypot(x[a][i] - x[b][i], y[a][i] - y[b][i]);
            other += Math.hypot(x[a][i] - x[b][back], y[a][i] - y[b][back]);
        }
        return Math.min(same, other) / POINTS;
    }

    private static void spaceEvenly(Polyline line, double[] x, double[] y) {
        double[] xs = line.x();
        double[] ys = line.y();
        double length = 0;
        for (int i = 1; i < xs.length; i++) {
            length += Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        }
        int piece = 1;
        double before = 0;
        for (int p = 0; p < POINTS; p++) {
            double at = length * p / (POINTS - 1);
            double step = 0;
            while (piece < xs.length
                    && before + (step = Math.hypot(xs[piece] - xs[piece - 1], ys[piece] - ys[piece - 1])) < at
                    && piece < xs.length - 1) {
                before += step;
                piece++;
            }
            int to = Math.min(piece, xs.length - 1);
            int from = Math.max(to - 1, 0);
            double share = step > 0 ? Math.clamp((at - before) / step, 0.0, 1.0) : 0;
            x[p] = xs[from] + share * (xs[to] - xs[from]);
            y[p] = ys[from] + share * (ys[to] - ys[from]);
        }
    }
}

package org.voorwerp.scoring.metric;

import org.jspecify.annotations.Nullable;

/// The product-moment correlation of two columns whose subjects all count alike, with its standard error: what
/// [Standardised] says of them, without an array as long as they are.
///
/// Subjects are looked at in slices, on all processors, whose sums are added up in their order: the result does not
/// depend on the number of threads.
///
/// @param correlation from −1 to 1, but for rounding
/// @param error by the infinitesimal jackknife; NaN for a single subject
record ProductMoments(double correlation, double error) {

    /// Squares smaller or larger than these lose digits, or are none.
    private static final double LEAST = 1e-250;

    private static final double MOST = 1e250;

    /// The sums over the subjects from `start` to before `end`.
    @FunctionalInterface
    private interface Slice {
        double[] sums(int start, int end);
    }

    /// Of two columns that vary.
    ///
    /// @return null where numbers are so large or so small that they have to be scaled first
    static @Nullable ProductMoments of(double[] x, double[] y) {
        int n = x.length;
        double[] sums = sums(n, (start, end) -> sums(x, y, start, end));
        double x0 = sums[0] / n;
        double y0 = sums[1] / n;
        double[] central = sums(n, (start, end) -> products(x, y, x0, y0, start, end));
        // The means are rounded: what the distances from them still add up to is taken off.
        double xMean = x0 + central[0] / n;
        double yMean = y0 + central[1] / n;
        double xx = central[2] - central[0] * central[0] / n;
        double yy = central[3] - central[1] * central[1] / n;
        double xy = central[4] - central[0] * central[1] / n;
        if (!(xx > LEAST && xx < MOST && yy > LEAST && yy < MOST)) {
            return null;
        }
        double xUnit = 1 / Math.sqrt(xx / n);
        double yUnit = 1 / Math.sqrt(yy / n);
        double r = xy / n * xUnit * yUnit;
        double[] squares = sums(n, (start, end) -> influences(x, y, xMean, yMean, xUnit, yUnit, r, start, end));
        return new ProductMoments(r, n > 1 ? Math.sqrt(squares[0] / (n - 1) / n) : Double.NaN);
    }

    private static double[] sums(int n, Slice slice) {
        var slices = Slices.of(n);
        var parts = slices.parallel()
                .mapToObj(part -> slice.sums(slices.start(part), slices.start(part + 1)))
                .toList();
        var sums = parts.getFirst().clone();
        for (var part : parts.subList(1, parts.size())) {
            for (int s = 0; s < sums.length; s++) {
                sums[s] += part[s];
            }
        }
        return sums;
    }

    private static double[] sums(double[] x, double[] y, int start, int end) {
        double sumX = 0;
        double sumY = 0;
        for (int i = start; i < end; i++) {
            sumX += x[i];
            sumY += y[i];
        }
        return new double[] {sumX, sumY};
    }

    /// Distances from the means, their squares and their product.
    private static double[] products(double[] x, double[] y, double x0, double y0, int start, int end) {
        double sumX = 0;
        double sumY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = start; i < end; i++) {
            double dx = x[i] - x0;
            double dy = y[i] - y0;
            sumX += dx;
            sumY += dy;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return new double[] {sumX, sumY, xx, yy, xy};
    }

    /// The squares of what the subjects do to the correlation.
    private static double[] influences(
            double[] x,
            double[] y,
            double xMean,
            double yMean,
            double xUnit,
            double yUnit,
            double r,
            int start,
            int end) {
        double squares = 0;
        double half = r / 2;
        for (int i = start; i < end; i++) {
            double zx = (x[i] - xMean) * xUnit;
            double zy = (y[i] - yMean) * yUnit;
            double influence = zx * zy - half * (zx * zx + zy * zy);
            squares += influence * influence;
        }
        return new double[] {squares};
    }
}

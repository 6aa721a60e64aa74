package org.voorwerp.scoring;

/// The normal distribution.
public final class Normal {

    private Normal() {}

    /// The probability of at most `z`.
    public static double below(double z) {
        return z > 0 ? 1 - above(z) : above(-z);
    }

    /// The probability of at least `z`, which may be tiny: to ten digits or more, however far out.
    public static double above(double z) {
        if (Double.isNaN(z)) {
            return Double.NaN;
        }
        if (z < 0) {
            return 1 - above(-z);
        }
        return z < 3 ? 0.5 - density(z) * series(z) : density(z) / fraction(z);
    }

    /// The density at `z`.
    public static double density(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /// z + z³/3 + z⁵/(3·5) + …, which times the density is the probability between 0 and z (G. Marsaglia, Journal of
    /// Statistical Software 11, 2004).
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int odd = 3; term > 1e-17 * sum; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return sum;
    }

    /// z + 1/(z + 2/(z + 3/(z + …))), which divides the density to give the tail (P.-S. Laplace, 1805).
    private static double fraction(double z) {
        double value = z;
        for (int step = 200; step > 0; step--) {
            value = z + step / value;
        }
        return value;
    }

    /// The mean size |x| of x that is normal with mean `mean` and variance one (the folded normal distribution: F.
    /// Leone, L. Nelson and R. Nottingham, Technometrics 3, 1961).
    public static double meanSize(double mean) {
        return 2 * density(mean) + mean * (1 - 2 * above(mean));
    }
}

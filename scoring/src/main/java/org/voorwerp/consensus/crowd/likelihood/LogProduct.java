package org.voorwerp.consensus.crowd.likelihood;

/// The logarithm of a product of very many small numbers, with one logarithm for some hundred of them.
final class LogProduct {

    /// After so many factors a product must be looked at: a factor is hardly ever below 10⁻¹⁶, see
    /// [ExpectationMaximisation#POSSIBLE].
    static final int FACTORS = 16;

    /// Below this a product may have lost digits.
    static final double SAFE = 0x1p-900;

    private static final int STEP = 400;
    private static final double SMALL = 0x1p-400;
    private static final double LARGE = 0x1p400;

    private double product = 1;
    private long exponent;
    private double logarithms;

    /// Multiplies all by the power of two that brings the largest near one.
    ///
    /// @return the exponent by which the true numbers differ from what stands there
    static int lift(double[] numbers) {
        double most = 0;
        for (double x : numbers) {
            most = Math.max(most, x);
        }
        if (most < Double.MIN_NORMAL) {
            return 0;
        }
        int exponent = Math.getExponent(most);
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = Math.scalb(numbers[k], -exponent);
        }
        return exponent;
    }

    /// @param factor from [#SAFE] to 1
    /// @param power the factor is really `factor` × 2^`power`
    void multiply(double factor, int power) {
        if (factor < SMALL) {
            logarithms += Math.log(factor);
        } else {
            product *= factor;
            if (product < SMALL) {
                product *= LARGE;
                exponent -= STEP;
            }
        }
        exponent += power;
    }

    /// @param factor positive, from 10⁻¹⁰⁰ to 10¹⁰⁰
    void multiply(double factor) {
        product *= factor;
        if (product < SMALL || product > LARGE) {
            exponent += Math.getExponent(product);
            product = Math.scalb(product, -Math.getExponent(product));
        }
    }

    void addLogarithm(double logarithm) {
        logarithms += logarithm;
    }

    double logarithm() {
        return logarithms + Math.log(product) + exponent * Math.log(2);
    }
}

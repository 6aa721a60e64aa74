package org.voorwerp.consensus.crowd.likelihood;

/// The logarithm of a product of very many small numbers, with one logarithm for some hundred of them.
final class LogProduct {

    /// After so many factors a product must be looked at.
    static final int FACTORS = 8;

    /// Below this a product may have lost digits.
    static final double SAFE = 0x1p-900;

    private static final int STEP = 400;
    private static final double SMALL = 0x1p-400;

    private double product = 1;
    private long exponent;
    private double logarithms;

    /// Multiplies all by the same power of two where they are small.
    ///
    /// @return the exponent by which the true numbers differ from what stands there
    static int lift(double[] numbers) {
        double most = 0;
        for (double x : numbers) {
            most = Math.max(most, x);
        }
        if (most >= SMALL || most == 0) {
            return 0;
        }
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] *= 0x1p400;
        }
        return -STEP;
    }

    /// @param factor from [#SAFE] to 1
    /// @param power the factor is really `factor` × 2^`power`
    void multiply(double factor, int power) {
        if (factor < SMALL) {
            logarithms += Math.log(factor);
        } else {
            product *= factor;
            if (product < SMALL) {
                product *= 0x1p400;
                exponent -= STEP;
            }
        }
        exponent += power;
    }

    void addLogarithm(double logarithm) {
        logarithms += logarithm;
    }

    double logarithm() {
        return logarithms + Math.log(product) + exponent * Math.log(2);
    }
}

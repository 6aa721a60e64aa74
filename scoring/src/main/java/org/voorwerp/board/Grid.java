package org.voorwerp.board;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The numbers that a board shows: multiples of a step which is 1, 2 or 5 times a power of ten, so that they are short
/// decimals.
///
/// @param step positive
public record Grid(BigDecimal step) {

    public Grid {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("the step of a grid must be positive, not " + step);
        }
        step = step.stripTrailingZeros();
    }

    /// The finest of those grids whose step is not below `least`.
    ///
    /// @param least positive and finite
    public static Grid atLeast(double least) {
        if (!(least > 0) || !Double.isFinite(least)) {
            throw new IllegalArgumentException("the step of a grid must be positive, not " + least);
        }
        var wanted = BigDecimal.valueOf(least);
        var power = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
        for (int digit : new int[] {1, 2, 5}) {
            var step = power.multiply(BigDecimal.valueOf(digit));
            if (step.compareTo(wanted) >= 0) {
                return new Grid(step);
            }
        }
        return new Grid(power.scaleByPowerOfTen(1));
    }

    /// The multiple of the step that is nearest, of two the even one: no information is left below the step.
    public double round(double value) {
        var multiple =
                new BigDecimal(value).divide(step, MathContext.DECIMAL128).setScale(0, RoundingMode.HALF_EVEN);
        return multiple.multiply(step).doubleValue();
    }
}

package org.voorwerp.scoring;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Estimate.Spread;

/// The ways to a 95 % interval. Each is analytic, so it costs little, and is shaped so that it never leaves the
/// range of its metric.
public final class Intervals {

    /// The normal quantile that leaves 2.5 % on either side.
    public static final double Z = 1.959963984540054;

    /// Closer to the end of its range than this a score is at the end: it is there but for rounding.
    private static final double AT_THE_END = 1e-12;

    private Intervals() {}

    /// A share of subjects, e.g. those rightly labelled (E. B. Wilson, Journal of the American Statistical
    /// Association 22, 1927). It does not collapse where all are right or none is.
    ///
    /// @param estimate of a mean of zeros and ones
    public static Interval share(Estimate estimate) {
        return share(
                estimate.value(), estimate.standardError(), estimate.weights().effectiveSize());
    }

    /// As [#share(Estimate)].
    ///
    /// @param error the standard error of `value`
    /// @param size see [Weights#effectiveSize()]
    public static Interval share(double value, double error, double size) {
        double p = Math.clamp(value, 0.0, 1.0);
        // What counts with weights is how they fall on right and wrong; without weights this is the size
        // again.
        return share(p, error > 0 ? p * (1 - p) / (error * error) * size / (size - 1) : size);
    }

    /// A share of `n` trials, which need not be a whole number: the whole range where it is 0.
    public static Interval share(double p, double n) {
        if (n <= 0) {
            return new Interval(0, 1, "the whole range: nothing is known");
        }
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Interval(
                Math.clamp(centre - half, 0.0, p), Math.clamp(centre + half, p, 1.0), "Wilson's for a share");
    }

    /// A mean of losses, whose few large ones make the normal interval too short at its upper end: corrected
    /// for skewness by P. Hall's cubic transformation (Journal of the Royal Statistical Society B 54, 1992).
    ///
    /// @param low least possible value
    /// @param high greatest possible value
    /// @return null where a single subject has all the weight
    public static @Nullable Interval mean(Estimate estimate, double low, double high) {
        return mean(estimate.value(), estimate.spread(), low, high);
    }

    /// As [#mean(Estimate, double, double)].
    public static @Nullable Interval mean(double value, Spread spread, double low, double high) {
        double error = spread.error();
        if (Double.isNaN(error)) {
            return null;
        }
        double skewness = spread.skewness();
        double below = value - error * skewed(Z, skewness);
        double above = value - error * skewed(-Z, skewness);
        return new Interval(clamp(below, low, value), clamp(above, value, high), "rows' variance and skewness");
    }

    /// The quantile of the studentised mean where the normal one is `z`.
    private static double skewed(double z, double skewness) {
        if (Math.abs(skewness) < 1e-6) {
            return z;
        }
        return 3 / skewness * (StrictMath.cbrt(1 + skewness * (z - skewness / 6)) - 1);
    }

    /// A score with two ends: normal on the logit scale, which for correlations is Fisher's z.
    ///
    /// At an end of the range, where the standard error is zero and says nothing, the interval reaches as far
    /// as Wilson's does for `n` subjects of which none is wrong.
    ///
    /// @param low least possible value
    /// @param high greatest possible value
    /// @param error its standard error, NaN if unknown
    /// @param n how many subjects speak, e.g. for ROC-AUC those of the rarer class
    /// @param method see [Interval#method()]
    public static Interval between(double low, double high, double value, double error, double n, String method) {
        double width = high - low;
        double place = (value - low) / width;
        double reach = width * Z * Z / (n + Z * Z);
        if (place > 1 - AT_THE_END) {
            return new Interval(value - reach, value, "Wilson's for no error");
        }
        if (place < AT_THE_END) {
            return new Interval(value, value + reach, "Wilson's for no success");
        }
        if (!Double.isFinite(error)) {
            return new Interval(low, high, "the whole range: too few subjects to say");
        }
        double logit = logit(place);
        double step = Z * error / (width * place * (1 - place));
        return new Interval(
                clamp(low + width / (1 + StrictMath.exp(step - logit)), low, value),
                clamp(low + width / (1 + StrictMath.exp(-step - logit)), value, high),
                method);
    }

    /// A score from 0 to 1 of which samples are drawn: as [#between], but reaching on either side at least as far
    /// as Hall's interval, see [#mean], on the logit scale with standard error and skewness of the draws. The
    /// skewness of few draws makes an interval longer, never shorter. A draw at an end of the range has no place
    /// on that scale: then it is [#between] alone.
    ///
    /// @param draws the scores of samples
    /// @param n how many subjects speak
    public static Interval drawn(double value, double[] draws, double n) {
        String method = "bootstrap of " + draws.length + " draws on the logit scale";
        var plain = between(0, 1, value, Spread.of(draws).error(), n, method);
        boolean inside = DoubleStream.concat(DoubleStream.of(value), Arrays.stream(draws))
                .allMatch(score -> score > AT_THE_END && score < 1 - AT_THE_END);
        var spread = Spread.of(Arrays.stream(draws).map(Intervals::logit).toArray());
        if (!inside || !(spread.error() > 0)) {
            return plain;
        }
        double below = logit(value) - spread.error() * skewed(Z, spread.skewness());
        double above = logit(value) - spread.error() * skewed(-Z, spread.skewness());
        return new Interval(
                Math.min(plain.low(), 1 / (1 + StrictMath.exp(-below))),
                Math.max(plain.high(), 1 / (1 + StrictMath.exp(-above))),
                method);
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }

    /// A score that cannot fall below `low` and has no other end: normal on the scale of the logarithm of the
    /// distance to it.
    ///
    /// @param error its standard error, NaN if unknown
    /// @param method see [Interval#method()]
    /// @return null where the standard error is unknown
    public static @Nullable Interval above(double low, double value, double error, String method) {
        if (Double.isNaN(error)) {
            return null;
        }
        double distance = value - low;
        if (distance <= 0) {
            return new Interval(value, value, method);
        }
        double factor = StrictMath.exp(Z * error / distance);
        return new Interval(
                clamp(low + distance / factor, low, value),
                clamp(low + distance * factor, value, Double.MAX_VALUE),
                method);
    }

    /// Any score, by the ends of its range: [#between], [#above] or, without ends, [#mean].
    ///
    /// @return null where a single subject has all the weight
    public static @Nullable Interval within(Range range, Estimate estimate) {
        var spread = estimate.spread();
        double value = estimate.value();
        boolean low = Double.isFinite(range.low());
        boolean high = Double.isFinite(range.high());
        if (Double.isNaN(spread.error())) {
            return null;
        }
        if (low && high) {
            double n = estimate.weights().effectiveSize();
            return between(range.low(), range.high(), value, spread.error(), n, "variance on the logit scale");
        }
        if (low) {
            return above(range.low(), value, spread.error(), "variance on the logarithmic scale");
        }
        if (high) {
            var mirrored = above(-range.high(), -value, spread.error(), "variance on the logarithmic scale");
            return mirrored == null ? null : new Interval(-mirrored.high(), -mirrored.low(), mirrored.method());
        }
        return mean(estimate, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /// The probability of an estimate at least so far from 0, either way, if the true score were 0. It is less
    /// than 5 % just where the interval of [#mean] leaves 0 out. 1 where a single subject has all the weight.
    public static double pOfZero(Estimate estimate) {
        var spread = estimate.spread();
        if (Double.isNaN(spread.error()) || estimate.value() == 0) {
            return 1;
        }
        // Where no subject differs from the others there is no doubt.
        return spread.error() == 0
                ? 0
                : Math.min(1, 2 * Normal.above(Math.abs(normal(estimate.value() / spread.error(), spread.skewness()))));
    }

    /// The inverse of [#skewed]: the normal quantile for one of the studentised mean.
    private static double normal(double t, double skewness) {
        if (Math.abs(skewness) < 1e-6) {
            return t;
        }
        double root = 1 + skewness * t / 3;
        return (root * root * root - 1) / skewness + skewness / 6;
    }

    private static double clamp(double end, double low, double high) {
        return Math.min(Math.max(end, low), high);
    }
}

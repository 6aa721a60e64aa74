package org.voorwerp.challenges.chance;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A stream of seeded draws.
///
/// Each purpose and index has a stream of its own ([#of]), so that a change to one part of a pack (one more
/// volunteer,
/// another fibre) leaves the draws of the others as they were. The algorithm is named, and every function of the
/// standard library that may differ between machines is taken from [StrictMath]: the same seed gives the same bytes
/// everywhere.
public final class Chance {
    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator source;
    private double spare = Double.NaN;

    private Chance(long seed) {
        source = ALGORITHM.create(seed);
    }

    /// The stream for one purpose, such as `"hand"`, and one index, such as the fragment's number.
    public static Chance of(long seed, String purpose, long index) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed ^ purpose.charAt(i));
        }
        return new Chance(mix(mixed ^ mix(index)));
    }

    /// SplitMix64's finaliser (Steele, Lea and Flood 2014): scatters every bit of the input over all of the output.
    public static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Evenly from 0 (may occur) to 1 (never occurs).
    public double uniform() {
        return source.nextDouble();
    }

    public double uniform(double from, double to) {
        return from + (to - from) * source.nextDouble();
    }

    /// Evenly one of 0 to `bound - 1`.
    public int below(int bound) {
        return source.nextInt(bound);
    }

    public boolean happens(double probability) {
        return source.nextDouble() < probability;
    }

    /// Normal with mean 0 and standard deviation 1, by Marsaglia's polar method.
    public double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x;
        double y;
        double square;
        do {
            x = uniform(-1, 1);
            y = uniform(-1, 1);
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }

    public double normal(double mean, double deviation) {
        return mean + deviation * normal();
    }

    /// The exponential of a normal draw: positive, with a long tail to the right.
    public double logNormal(double median, double deviation) {
        return median * StrictMath.exp(deviation * normal());
    }

    /// Gamma with scale 1, by Marsaglia and Tsang (2000); `shape` is positive.
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    public double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }

    /// Shares that add up to 1, scattered about `mean` (which does too); a small `concentration` scatters them
    /// widely.
    public double[] dirichlet(double[] mean, double concentration) {
        var shares = new double[mean.length];
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            shares[i] = gamma(mean[i] * concentration);
            sum += shares[i];
        }
        for (int i = 0; i < mean.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /// An index, each as likely as its weight; the weights are not negative and need not add up to 1.
    public int pick(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /// Puts the items into an order that says nothing.
    public <T> void shuffle(List<T> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            Collections.swap(items, i, below(i + 1));
        }
    }

    /// So many random hexadecimal digits.
    public String hex(int digits) {
        var text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(below(16), 16));
        }
        return text.toString();
    }
}

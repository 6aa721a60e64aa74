package org.voorwerp.scoring;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A score together with how each subject moves it, which is all that an interval needs, and a comparison of
/// two submissions on the same subjects.
///
/// The influence of a subject is the derivative of the score by that subject's share of the sample (the
/// infinitesimal jackknife: L. Jaeckel, Bell Laboratories memorandum 72-1215-11, 1972; B. Efron, The Jackknife,
/// the Bootstrap and Other Resampling Plans, SIAM 1982, chapter 6). To first order another sample's score is
/// `value` plus the weighted mean of the influences of its subjects. For ROC-AUC this is DeLong's method, for a
/// mean the ordinary standard error, and unlike resampling it costs one pass.
///
/// Where a few subjects decide, as the first places of a ranking do, this is too coarse, and the score has to be made
/// again for other samples. Such `draws` replace the influences; they are the same samples for every submission, so
/// that differences are drawn too.
///
/// @param value the score
/// @param influence one a subject, its weighted mean zero
/// @param weights of the same subjects
/// @param draws the score of each of some samples drawn from the subjects, the same ones whatever is predicted; null
///     where the influences tell all
public record Estimate(double value, double[] influence, Weights weights, double @Nullable [] draws) {

    // Written out, because in a compact constructor the compiler forgets that draws may be null.
    public Estimate(double value, double[] influence, Weights weights, double @Nullable [] draws) {
        this.value = value;
        this.influence = influence;
        this.weights = weights;
        this.draws = draws;
    }

    public Estimate(double value, double[] influence, Weights weights) {
        this(value, influence, weights, null);
    }

    /// The weighted mean of one number a subject.
    public static Estimate mean(double[] values, Weights weights) {
        return ofMean(values.clone(), weights);
    }

    /// As [#mean], without a copy of the numbers.
    ///
    /// @param values changed to the influences
    public static Estimate ofMean(double[] values, Weights weights) {
        double mean = weights.mean(values);
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        return new Estimate(mean, values, weights);
    }

    /// The plain mean of several estimates over the same subjects, e.g. of one a column.
    public static Estimate average(List<Estimate> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        double value = 0;
        var influence = new double[parts.getFirst().influence.length];
        for (var part : parts) {
            value += part.value / parts.size();
            for (int i = 0; i < influence.length; i++) {
                influence[i] += part.influence[i] / parts.size();
            }
        }
        return new Estimate(value, influence, parts.getFirst().weights);
    }

    /// The estimate of a smooth function of this one, which is not drawn.
    ///
    /// @param image the function at [#value()]
    /// @param slope its derivative there
    public Estimate mapped(double image, double slope) {
        var scaled = new double[influence.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = influence[i] * slope;
        }
        return new Estimate(image, scaled, weights);
    }

    /// The same, with the scores of samples drawn.
    public Estimate drawn(double[] scores) {
        return new Estimate(value, influence, weights, scores);
    }

    /// The same score seen by groups of subjects that may depend on each other: the members of a group move it
    /// together, by the sum of what each does (K.-Y. Liang and S. Zeger, Biometrika 73, 1986). The standard error
    /// of what is returned holds for another sample of groups. Draws were of subjects: all that is left of them is
    /// how much wider they spread than the influences tell.
    ///
    /// @param groups each subject's group, from 0; several estimates of the same groups can be compared
    public Estimate byGroup(int[] groups) {
        int count = 1 + Arrays.stream(groups).max().orElse(-1);
        var moved = new double[count];
        var sums = new double[count];
        for (int i = 0; i < groups.length; i++) {
            moved[groups[i]] += weights.of(i) * influence[i];
            sums[groups[i]] += weights.of(i);
        }
        double plain = spreadOfInfluences().error();
        double wider = draws == null || !(plain > 0) ? 1 : spread().error() / plain;
        for (int g = 0; g < count; g++) {
            moved[g] = sums[g] > 0 ? wider * moved[g] / sums[g] : 0;
        }
        return new Estimate(value, moved, new Weights(sums, count));
    }

    /// How far this score is from another one on the same subjects: each subject moves the difference by the
    /// difference of its influences, and each sample drawn by the difference of its scores.
    public Estimate minus(Estimate other) {
        var moved = new double[influence.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = influence[i] - other.influence[i];
        }
        return new Estimate(value - other.value, moved, weights, difference(draws, other.draws));
    }

    private static double @Nullable [] difference(double @Nullable [] a, double @Nullable [] b) {
        if (a == null || b == null || a.length != b.length) {
            return null;
        }
        var difference = new double[a.length];
        Arrays.setAll(difference, draw -> a[draw] - b[draw]);
        return difference;
    }

    /// The standard error; NaN where a single subject has all the weight.
    public double standardError() {
        return spread().error();
    }

    /// How the score varies from sample to sample.
    ///
    /// @param error the standard error; NaN where a single subject has all the weight
    /// @param skewness of the sampling distribution, which for a mean of n rows is their skewness over √n
    public record Spread(double error, double skewness) {

        /// Of the scores of samples.
        static Spread of(double[] draws) {
            double mean = Arrays.stream(draws).average().orElse(0);
            double squares = 0;
            double cubes = 0;
            for (double draw : draws) {
                double step = draw - mean;
                squares += step * step;
                cubes += step * step * step;
            }
            return new Spread(
                    draws.length > 1 ? Math.sqrt(squares / (draws.length - 1)) : Double.NaN,
                    squares > 0 ? cubes * Math.sqrt(draws.length) / (squares * Math.sqrt(squares)) : 0);
        }
    }

    /// Standard error and skewness together.
    public Spread spread() {
        // Of a difference draws are too few to say how skewed it is.
        return draws == null
                ? spreadOfInfluences()
                : new Spread(Spread.of(draws).error(), 0);
    }

    private Spread spreadOfInfluences() {
        double centre = weights.mean(influence);
        // In units of the largest influence: the cubes of huge losses would overflow otherwise.
        double unit = 0;
        for (int i = 0; i < influence.length; i++) {
            // Subjects without weight would make it too large: nothing would be left of the others.
            unit = weights.of(i) > 0 ? Math.max(unit, Math.abs(influence[i] - centre)) : unit;
        }
        double n = weights.effectiveSize();
        if (!(n > 1) || unit == 0) {
            return new Spread(n > 1 ? 0 : Double.NaN, 0);
        }
        double second = 0;
        double third = 0;
        for (int i = 0; i < influence.length; i++) {
            double part = weights.of(i) * ((influence[i] - centre) / unit);
            second += part * part;
            third += part * part * part;
        }
        double sum = weights.sum();
        return new Spread(
                Math.sqrt(n / (n - 1)) * unit * Math.sqrt(second) / sum, third / (second * Math.sqrt(second)));
    }
}

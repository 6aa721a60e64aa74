package org.voorwerp.scoring;

import java.util.List;

/// A score together with how each subject moves it, which is all that an interval needs, and a comparison of
/// two submissions on the same subjects.
///
/// The influence of a subject is the derivative of the score by that subject's share of the sample (the
/// infinitesimal jackknife: L. Jaeckel, Bell Laboratories memorandum 72-1215-11, 1972; B. Efron, The Jackknife,
/// the Bootstrap and Other Resampling Plans, SIAM 1982, chapter 6). To first order another sample's score is
/// `value` plus the weighted mean of the influences of its subjects. For ROC-AUC this is DeLong's method, for a
/// mean the ordinary standard error, and unlike resampling it costs one pass.
///
/// @param value the score
/// @param influence one a subject, its weighted mean zero
/// @param weights of the same subjects
public record Estimate(double value, double[] influence, Weights weights) {

    /// The weighted mean of one number a subject.
    public static Estimate mean(double[] values, Weights weights) {
        double mean = weights.mean(values);
        var influence = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            influence[i] = values[i] - mean;
        }
        return new Estimate(mean, influence, weights);
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

    /// The estimate of a smooth function of this one.
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

    /// The standard error; NaN where a single subject has all the weight.
    public double standardError() {
        double n = weights.effectiveSize();
        return n > 1 ? Math.sqrt(n / (n - 1)) * moments().deviation() : Double.NaN;
    }

    /// The skewness of the sampling distribution, which for a mean of n rows is their skewness over √n.
    public double skewness() {
        var moments = moments();
        return moments.deviation() > 0 ? moments.third() / cube(moments.deviation() / moments.unit()) : 0;
    }

    /// @param unit the largest influence
    /// @param deviation root of the second moment of the estimate
    /// @param third its third moment, in units of `unit`³: huge losses would overflow otherwise
    private record Moments(double unit, double deviation, double third) {}

    private Moments moments() {
        double centre = weights.mean(influence);
        double unit = 0;
        for (double value : influence) {
            unit = Math.max(unit, Math.abs(value - centre));
        }
        if (unit == 0) {
            return new Moments(1, 0, 0);
        }
        double second = 0;
        double third = 0;
        double sum = weights.sum();
        for (int i = 0; i < influence.length; i++) {
            double part = weights.of(i) / sum * ((influence[i] - centre) / unit);
            second += part * part;
            third += part * part * part;
        }
        return new Moments(unit, unit * Math.sqrt(second), third);
    }

    private static double cube(double x) {
        return x * x * x;
    }
}

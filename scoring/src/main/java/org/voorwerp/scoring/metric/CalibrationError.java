package org.voorwerp.scoring.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.diagnostic.CalibrationBins;
import org.voorwerp.scoring.diagnostic.CalibrationBins.Binning;

/// The expected calibration error: how far predicted probabilities are from how often they come true. Subjects are
/// put into bins by the probability of their most probable class (of several the first); in each bin the share of
/// subjects for which that class is the true one is compared with the mean probability; the score is the mean of
/// the absolute differences, each bin counting by its weight. From 0, lower is better, at most 1; empty bins count
/// nothing; always defined (M. Pakdaman Naeini, G. Cooper and M. Hauskrecht, AAAI 2015; C. Guo and others, ICML
/// 2017).
///
/// `binning` says how bins are cut. `equal-width`: bin b of n holds probabilities above (b − 1)/n and at most b/n.
/// `equal-mass`: bins hold equally many subjects, as far as equal probabilities, which stay together, allow (K.
/// Nguyen and B. O'Connor, EMNLP 2015). Rows are taken as they are.
///
/// A constant prediction of the classes' shares is well calibrated and still useless: this is no metric to rank
/// by.
///
/// Chance alone makes bins differ, so the score of few subjects is too high. The interval corrects for that: it holds
/// what the population's score may be if the gap of each bin is normal, and the true gaps are to each other as the
/// standard errors of the bins are, neither all in few bins nor most where hardly anything is known. Of such gaps mean
/// and variance of the score are those of folded normal distributions; in the interval are those for which the score
/// is at most 1.96 standard errors from its mean. So the interval of well calibrated predictions begins at 0.
public final class CalibrationError implements Metric<ProbabilityView> {

    @Override
    public String name() {
        return "calibration-error";
    }

    @Override
    public Class<ProbabilityView> view() {
        return ProbabilityView.class;
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.SHARE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Whole("bins", "how many bins there are", 15, 1, 1_000),
                new Parameter.Choice(
                        "binning",
                        "how bins are cut: equal-width, or equal-mass with as many subjects in each",
                        "equal-width",
                        List.of("equal-width", "equal-mass")));
    }

    @Override
    public Score score(ProbabilityView view, Parameters parameters) {
        var bins = bins(view, parameters);
        var gaps = bins.gaps();
        var estimate = estimate(bins, gaps);
        return new Score(estimate.value(), interval(estimate, bins, gaps));
    }

    @Override
    public Estimate estimate(ProbabilityView view, Parameters parameters) {
        var bins = bins(view, parameters);
        return estimate(bins, bins.gaps());
    }

    private static CalibrationBins bins(ProbabilityView view, Parameters parameters) {
        var binning = switch (parameters.choice("binning")) {
            case "equal-width" -> Binning.EQUAL_WIDTH;
            case "equal-mass" -> Binning.EQUAL_MASS;
            default -> throw new IllegalArgumentException("no binning " + parameters.choice("binning"));
        };
        return CalibrationBins.ofTopClass(view, parameters.whole("bins"), binning);
    }

    private static Estimate estimate(CalibrationBins bins, double[] gaps) {
        double error = 0;
        for (double gap : gaps) {
            error += Math.abs(gap);
        }
        var influence = new double[bins.binOf().length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = Math.signum(gaps[bins.binOf()[i]]) * miss(bins, i) - error;
        }
        return new Estimate(Math.clamp(error, 0.0, 1.0), influence, bins.weights());
    }

    private static @Nullable Interval interval(Estimate estimate, CalibrationBins bins, double[] gaps) {
        double size = bins.weights().effectiveSize();
        if (!(size > 1)) {
            return null;
        }
        var sum = new FoldedGaps(variances(bins, gaps.length), size);
        return new Interval(
                Math.min(sum.sumOfMeans(estimate.value(), Intervals.Z), estimate.value()),
                Math.clamp(sum.sumOfMeans(estimate.value(), -Intervals.Z), estimate.value(), 1.0),
                "folded normal gaps of the bins");
    }

    /// The variance of the gap of each bin.
    private static double[] variances(CalibrationBins bins, int count) {
        double sum = bins.weights().sum();
        var variances = new double[count];
        for (int i = 0; i < bins.binOf().length; i++) {
            double part = bins.weights().of(i) / sum * miss(bins, i);
            variances[bins.binOf()[i]] += part * part;
        }
        return variances;
    }

    private static double miss(CalibrationBins bins, int i) {
        return bins.happened()[i] - bins.predicted()[i];
    }
}

package org.voorwerp.scoring.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.Weights;
import org.voorwerp.scoring.diagnostic.CalibrationBins.Binning;

/// How often it is so when a probability is predicted (A. Murphy and R. Winkler, Applied Statistics 26, 1977;
/// scikit-learn's `calibration_curve`): of well calibrated predictions of 0.8 eight in ten come true.
///
/// @param of the class whose probability it is; null for the most probable one, whichever that is
/// @param points one for each bin that is not empty, by rising probability
public record ReliabilityCurve(@Nullable String of, List<Point> points) implements Diagnostic {

    /// One bin.
    ///
    /// @param predicted the mean probability
    /// @param happened the share for which it was so
    /// @param low lower end of a 95 % interval of `happened` (Wilson's)
    /// @param high its upper end
    /// @param weight how many subjects, each counting by its weight
    public record Point(double predicted, double happened, double low, double high, double weight) {}

    public ReliabilityCurve {
        points = List.copyOf(points);
    }

    /// Of the most probable class. What lies between curve and diagonal, by the weight of the bins, is the expected
    /// calibration error.
    public static ReliabilityCurve ofTopClass(ProbabilityView view, int bins, Binning binning) {
        return new ReliabilityCurve(null, points(CalibrationBins.ofTopClass(view, bins, binning)));
    }

    /// Of one class.
    public static ReliabilityCurve ofClass(ProbabilityView view, int k, int bins, Binning binning) {
        return new ReliabilityCurve(view.classes().get(k), points(CalibrationBins.ofClass(view, k, bins, binning)));
    }

    private static List<Point> points(CalibrationBins bins) {
        var count = new int[bins.bins()];
        for (int bin : bins.binOf()) {
            count[bin]++;
        }
        var members = new int[bins.bins()][];
        for (int bin = 0; bin < members.length; bin++) {
            members[bin] = new int[count[bin]];
        }
        for (int i = bins.binOf().length - 1; i >= 0; i--) {
            int bin = bins.binOf()[i];
            members[bin][--count[bin]] = i;
        }
        var points = new ArrayList<Point>();
        for (int[] subjects : members) {
            var weights = new Weights(pick(subjects, bins.weights()), subjects.length);
            if (weights.sum() > 0) {
                var happened = Estimate.mean(pick(subjects, bins.happened()), weights);
                var interval = Intervals.share(happened);
                points.add(new Point(
                        weights.mean(pick(subjects, bins.predicted())),
                        happened.value(),
                        interval.low(),
                        interval.high(),
                        weights.sum()));
            }
        }
        return points;
    }

    private static double[] pick(int[] subjects, double[] column) {
        var picked = new double[subjects.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = column[subjects[i]];
        }
        return picked;
    }

    private static double[] pick(int[] subjects, Weights weights) {
        var picked = new double[subjects.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = weights.of(subjects[i]);
        }
        return picked;
    }
}

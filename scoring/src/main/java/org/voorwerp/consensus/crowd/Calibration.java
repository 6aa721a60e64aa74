package org.voorwerp.consensus.crowd;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

/// Makes a posterior a certainty. Models take votes for independent given the class, which votes on a hard
/// subject are not, so their posteriors are over-confident: where Dawid and Skene's model says 0.999 it may be
/// right three times in four. Subjects of known class tell by how much.
///
/// Temperature scaling (C. Guo, G. Pleiss, Y. Sun and K. Weinberger, ICML 2017) with a floor: c_k ∝ (p_k +
/// ε)^τ, with the τ from 0 to 2 under which the known classes are most probable, and ε small enough to matter
/// only where the model is certain. τ = 1 leaves the posterior as it is, 0 makes all classes equal.
///
/// @param exponent τ
/// @param subjects how many subjects of known class it rests on
/// @param logLossBefore mean −ln of the posterior of the true class, in nats
/// @param logLossAfter the same of the certainty
public record Calibration(double exponent, int subjects, double logLossBefore, double logLossAfter) {

    /// Fewer subjects of known class than this calibrate nothing.
    public static final int FEWEST = 20;

    private static final int FOLDS = 5;
    private static final double FLOOR = 1e-6;
    private static final double MOST = 2;

    /// Calibrates a model on subjects that it was not told of: the gold standard is cut into five, and each
    /// fifth is predicted by a fit that knows the other four.
    ///
    /// @return null where fewer than [#FEWEST] subjects are known: then there is no certainty, only a posterior
    public static @Nullable Calibration of(ConfiguredModel model, Votes votes, Gold gold) {
        int[] known =
                IntStream.range(0, gold.labels().length).filter(gold::knows).toArray();
        if (known.length < FEWEST) {
            return null;
        }
        var held = new double[votes.classes().size()][known.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            int[] places = IntStream.range(0, known.length)
                    .filter(n -> n % FOLDS == left)
                    .toArray();
            var fit = model.fit(
                    votes, gold.without(Arrays.stream(places).map(n -> known[n]).toArray()));
            for (int k = 0; k < held.length; k++) {
                for (int n : places) {
                    held[k][n] = fit.posterior()[k][known[n]];
                }
            }
        }
        return of(held, Arrays.stream(known).map(i -> gold.labels()[i]).toArray());
    }

    /// @param posterior `[class][subject]` of a fit that was not told the labels
    /// @param labels the true classes
    public static Calibration of(double[][] posterior, int[] labels) {
        // Log-loss is convex in τ: the best is found by golden section.
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = 0;
        double high = MOST;
        while (high - low > 1e-6) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (logLoss(posterior, labels, left) <= logLoss(posterior, labels, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        double best = (low + high) / 2;
        return new Calibration(best, labels.length, logLoss(posterior, labels, 1), logLoss(posterior, labels, best));
    }

    private static double logLoss(double[][] posterior, int[] labels, double exponent) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double all = 0;
            for (var ofClass : posterior) {
                all += Math.pow(ofClass[i] + FLOOR, exponent);
            }
            sum -= exponent * Math.log(posterior[labels[i]][i] + FLOOR) - Math.log(all);
        }
        return sum / labels.length;
    }

    /// The certainty of each class and subject, `[class][subject]`, adding up to one.
    public double[][] apply(double[][] posterior) {
        var certainty = new double[posterior.length][];
        for (int k = 0; k < posterior.length; k++) {
            certainty[k] = Arrays.stream(posterior[k])
                    .map(p -> Math.pow(p + FLOOR, exponent))
                    .toArray();
        }
        for (int i = 0; i < certainty[0].length; i++) {
            double all = 0;
            for (var ofClass : certainty) {
                all += ofClass[i];
            }
            for (var ofClass : certainty) {
                ofClass[i] /= all;
            }
        }
        return certainty;
    }
}

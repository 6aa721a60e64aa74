package org.voorwerp.consensus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.agreement.Coincidences;
import org.voorwerp.consensus.agreement.Dispersion;
import org.voorwerp.consensus.agreement.FleissKappa;
import org.voorwerp.consensus.agreement.Krippendorff;
import org.voorwerp.consensus.agreement.Scale;
import org.voorwerp.consensus.crowd.Calibration;
import org.voorwerp.consensus.crowd.ConfiguredModel;
import org.voorwerp.consensus.crowd.Fits;

/// How far a crowd agrees, how surely its subjects are known and how good its volunteers are.
///
/// @param model whose labels and posterior are told; null where votes are counted only
/// @param classes in their order
/// @param krippendorff α for nominal classes; null where no subject has two votes or all are for one class
/// @param fleiss κ; null likewise
/// @param confusion between volunteers, `[class][other]`: see [Coincidences#confusion()]; null for more than
///     [#MOST_CLASSES] classes
/// @param calibration of the model on the gold standard; null where fewer than twenty subjects are known
/// @param gold how many subjects are known
/// @param merits null where single votes are not known, or volunteers are too many
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CrowdReport(
        @Nullable String model,
        int subjects,
        long votes,
        List<ClassLine> classes,
        @Nullable Krippendorff krippendorff,
        @Nullable FleissKappa fleiss,
        double @Nullable [][] confusion,
        Doubt doubt,
        @Nullable Calibration calibration,
        int gold,
        @Nullable Merits merits) {

    /// A table of more classes is none that anybody looks at.
    public static final int MOST_CLASSES = 40;

    /// The interval is drawn; the same votes have the same unless another seed is asked for.
    public static final long SEED = 1;

    /// A class.
    ///
    /// @param subjects that are labelled so
    /// @param votes for it
    public record ClassLine(String name, int subjects, long votes) {}

    /// Of single votes.
    ///
    /// @param fits the model's, and whatever else is fitted to the same votes
    /// @param model whose posterior is told
    /// @param labels of the consensus
    /// @param names whether volunteers are told by name
    /// @param seed of what is drawn
    public static CrowdReport of(Fits fits, ConfiguredModel model, int[] labels, boolean names, long seed) {
        var votes = fits.votes();
        var gold = fits.gold();
        var calibration = Calibration.of(model, votes, gold);
        // Of subjects that the model was told of it is sure by definition.
        var untold = gold.size() == 0 ? fits.of(model) : model.fit(votes);
        var certainty = calibration == null ? untold.posterior() : calibration.apply(untold.posterior());
        var sure = new double[labels.length];
        for (int i = 0; i < sure.length; i++) {
            sure[i] = certainty[labels[i]][i];
        }
        return of(
                model.model().name(),
                votes.classes(),
                votes.counts(),
                labels,
                Doubt.of(
                        calibration == null ? Doubt.Axis.PROBABILITY : Doubt.Axis.CERTAINTY,
                        Dispersion.of(votes, labels, null),
                        sure),
                calibration,
                gold.size(),
                Merits.of(fits, names),
                seed);
    }

    /// Of votes of which only the numbers are known.
    ///
    /// @param counts `[class][subject]`
    public static CrowdReport of(List<String> subjects, List<String> classes, int[][] counts, int[] labels) {
        var share = new double[labels.length];
        for (int i = 0; i < share.length; i++) {
            double all = 0;
            for (int[] ofClass : counts) {
                all += ofClass[i];
            }
            share[i] = all > 0 ? counts[labels[i]][i] / all : 0;
        }
        var doubt = Doubt.of(Doubt.Axis.SHARE, Dispersion.of(subjects, counts, labels), share);
        return of(null, classes, counts, labels, doubt, null, 0, null, SEED);
    }

    private static CrowdReport of(
            @Nullable String model,
            List<String> classes,
            int[][] counts,
            int[] labels,
            Doubt doubt,
            @Nullable Calibration calibration,
            int gold,
            @Nullable Merits merits,
            long seed) {
        var lines = lines(classes, counts, labels);
        return new CrowdReport(
                model,
                labels.length,
                lines.stream().mapToLong(ClassLine::votes).sum(),
                lines,
                Krippendorff.of(counts, new Scale.Nominal(), seed),
                FleissKappa.of(counts),
                classes.size() > MOST_CLASSES ? null : Coincidences.of(counts).confusion(),
                doubt,
                calibration,
                gold,
                merits);
    }

    private static List<ClassLine> lines(List<String> classes, int[][] counts, int[] labels) {
        var subjects = new int[classes.size()];
        for (int label : labels) {
            subjects[label]++;
        }
        var lines = new ArrayList<ClassLine>();
        for (int k = 0; k < subjects.length; k++) {
            lines.add(new ClassLine(
                    classes.get(k),
                    subjects[k],
                    Arrays.stream(counts[k]).asLongStream().sum()));
        }
        return lines;
    }
}

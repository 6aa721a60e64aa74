package org.voorwerp.consensus.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.voorwerp.consensus.agreement.Dispersion;

/// Certainty against dispersion, all subjects in one table. Where a subject is hard, votes are spread and the class is
/// known all the same; where volunteers are few or careless both are lost.
///
/// @param against what the second axis is
/// @param grid `[bin of the entropy][bin of the certainty]`, numbers of subjects in twenty bins from 0 to 1 each
/// @param meanEntropy of the votes, over the greatest it can be
/// @param meanUnknown part of it that more votes would resolve
/// @param meanCertainty of the second axis
public record Doubt(
        Axis against, List<List<Integer>> grid, double meanEntropy, double meanUnknown, double meanCertainty) {

    /// What stands beside the dispersion.
    public enum Axis {
        /// Calibrated on a gold standard: how often such a label is right.
        CERTAINTY,
        /// What a model thinks, and it thinks too well of itself: there was no gold standard to calibrate it on.
        PROBABILITY,
        /// The share of the most voted class: single votes are not known.
        SHARE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final int BINS = 20;

    /// @param certainty of each subject's label, in the order of `dispersion`
    static Doubt of(Axis against, List<Dispersion> dispersion, double[] certainty) {
        var grid = new int[BINS][BINS];
        double entropy = 0;
        double unknown = 0;
        double sure = 0;
        for (int i = 0; i < certainty.length; i++) {
            var subject = dispersion.get(i);
            grid[bin(subject.entropy())][bin(certainty[i])]++;
            entropy += subject.entropy();
            unknown += subject.unknown();
            sure += certainty[i];
        }
        int n = Math.max(1, certainty.length);
        var rows = new ArrayList<List<Integer>>();
        for (int[] row : grid) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new Doubt(against, rows, entropy / n, unknown / n, sure / n);
    }

    private static int bin(double value) {
        return Math.clamp((int) (value * BINS), 0, BINS - 1);
    }
}

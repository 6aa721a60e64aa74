package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import org.voorwerp.consensus.crowd.Information;
import org.voorwerp.consensus.crowd.Skill;
import org.voorwerp.consensus.crowd.Skills;
import org.voorwerp.consensus.vote.Cells;
import org.voorwerp.scoring.Intervals;

/// The maximisation step of [DawidSkene].
///
/// @param pseudo pseudo-votes `[class][answer]`, all positive
record ConfusionMatrices(Cells cells, double[][] pseudo) implements Maximiser {

    @Override
    public double maximise(double[] counts, double[] classCounts, double[] table, double[] prior) {
        shares(classCounts, prior);
        var density = new PseudoVoteDensity(pseudo);
        return Blocks.of(volunteers()).sum((from, to) -> {
            var part = density.part();
            var totals = new double[prior.length];
            for (int j = from; j < to; j++) {
                totals(j, counts, totals);
                rows(j, counts, totals, table);
                part.add(cells, j, counts, totals);
            }
            return part.logarithm(to - from);
        });
    }

    /// The share of each class among the subjects.
    static void shares(double[] classCounts, double[] prior) {
        double sum = 0;
        for (double count : classCounts) {
            sum += count;
        }
        for (int k = 0; k < prior.length && sum > 0; k++) {
            prior[k] = classCounts[k] / sum;
        }
    }

    private int volunteers() {
        return cells.count() == 0 ? 0 : cells.volunteer(cells.count() - 1) + 1;
    }

    /// How often the volunteer met each class, pseudo-votes among them.
    private void totals(int volunteer, double[] counts, double[] totals) {
        for (int k = 0; k < totals.length; k++) {
            totals[k] = 0;
            for (double g : pseudo[k]) {
                totals[k] += g;
            }
        }
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            for (int k = 0; k < totals.length; k++) {
                totals[k] += counts[cell * totals.length + k];
            }
        }
    }

    private void rows(int volunteer, double[] counts, double[] totals, double[] table) {
        int classes = totals.length;
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            for (int k = 0; k < classes; k++) {
                table[cell * classes + k] = probability(counts[cell * classes + k], k, cells.answer(cell), totals[k]);
            }
        }
    }

    private double probability(double count, int k, int answer, double total) {
        return (count + pseudo[k][answer]) / total;
    }

    @Override
    public Skills skills(double[] counts, double[] spread, double[] prior) {
        return volunteer -> skill(volunteer, counts, spread, prior);
    }

    private Skill skill(int volunteer, double[] counts, double[] spread, double[] prior) {
        int classes = prior.length;
        var totals = new double[classes];
        totals(volunteer, counts, totals);
        var confusion = new double[classes][classes];
        for (int k = 0; k < classes; k++) {
            for (int l = 0; l < classes; l++) {
                confusion[k][l] = probability(0, k, l, totals[k]);
            }
        }
        double votes = 0;
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            int l = cells.answer(cell);
            for (int k = 0; k < classes; k++) {
                confusion[k][l] = probability(counts[cell * classes + k], k, l, totals[k]);
                votes += counts[cell * classes + k];
            }
        }
        double accuracy = 0;
        double variance = 0;
        for (int k = 0; k < classes; k++) {
            double pseudoVotes = Arrays.stream(pseudo[k]).sum();
            double met = totals[k] - pseudoVotes;
            double counted = confusion[k][k] * totals[k] - pseudo[k][k];
            // Pseudo-votes serve the consensus; as a judgement of a volunteer they weigh one vote at most.
            double kept = Math.min(1, pseudoVotes);
            double right = (counted + kept * pseudo[k][k] / pseudoVotes) / (met + kept);
            double worth = worth(volunteer, k, right, met + kept, spread, classes);
            // Half a vote for either side: without it a class never met would be known exactly.
            double shrunk = (worth * right + 0.5) / (worth + 1);
            accuracy += prior[k] * right;
            variance += prior[k] * prior[k] * shrunk * (1 - shrunk) / (worth + 1);
        }
        double half = Math.clamp(accuracy, 1e-9, 1 - 1e-9);
        double effective = Math.max(0, half * (1 - half) / variance);
        return new Skill(
                (int) Math.rint(votes),
                accuracy,
                Intervals.share(Math.clamp(accuracy, 0.0, 1.0), effective),
                confusion,
                Information.of(prior, confusion, effective));
    }

    /// How many subjects known to be of the class would tell as much of π_kk: the observed information by T.
    /// Louis (Journal of the Royal Statistical Society B 44, 1982), which is that of complete data less what is
    /// lost where it is unsure whether a subject is of the class, times π_kk (1 − π_kk).
    private double worth(int volunteer, int k, double right, double total, double[] spread, int classes) {
        double odds = Math.clamp(right, 1e-3, 1 - 1e-3) / (1 - Math.clamp(right, 1e-3, 1 - 1e-3));
        double lost = 0;
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            double unsure = spread[cell * classes + k];
            lost += cells.answer(cell) == k ? unsure / odds : unsure * odds;
        }
        return Math.max(0, total - lost);
    }
}

package org.voorwerp.consensus;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.report.CrowdReport;
import org.voorwerp.scoring.Truth.ClassAnswers;

/// Volunteers of whom only the numbers of votes for each class are known.
///
/// @param fractions `[class][subject]`, adding up to one over the classes, or all 0 where there is no vote
/// @param number of votes a subject, or null where not known
record CountedCrowd(List<String> subjects, List<String> classes, double[][] fractions, double @Nullable [] number)
        implements Crowd {

    /// Fractions closer than this are the same: they were added up in different orders.
    private static final double SAME = 1e-9;

    /// @param votes numbers of votes, or fractions of them
    /// @param number as the table says; used for fractions only
    static CountedCrowd of(List<String> subjects, List<String> classes, double[][] votes, double @Nullable [] number) {
        var sums = new double[subjects.size()];
        boolean whole = true;
        for (var ofClass : votes) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += ofClass[i];
                whole &= ofClass[i] == Math.rint(ofClass[i]);
            }
        }
        boolean counts = whole && Arrays.stream(sums).anyMatch(sum -> sum > 1);
        var fractions = Arrays.stream(votes).map(double[]::clone).toArray(double[][]::new);
        for (var ofClass : fractions) {
            for (int i = 0; i < sums.length; i++) {
                ofClass[i] = sums[i] > 0 ? ofClass[i] / sums[i] : 0;
            }
        }
        return new CountedCrowd(subjects, classes, fractions, counts ? sums : number);
    }

    /// Numbers of votes, rounded where the table gives fractions.
    int[][] counts() {
        return Arrays.stream(fractions)
                .map(ofClass -> {
                    var counts = new int[ofClass.length];
                    for (int i = 0; i < counts.length; i++) {
                        counts[i] = number == null ? 0 : (int) Math.rint(ofClass[i] * number[i]);
                    }
                    return counts;
                })
                .toArray(int[][]::new);
    }

    @Override
    public @Nullable CrowdReport report() {
        return number == null
                ? null
                : CrowdReport.of(
                        subjects, classes, counts(), ((ClassAnswers) consensus().answers()).labels());
    }

    @Override
    public Consensus consensus() {
        var labels = new int[subjects.size()];
        var tied = new boolean[subjects.size()];
        for (int i = 0; i < labels.length; i++) {
            for (int k = 1; k < fractions.length; k++) {
                double more = fractions[k][i] - fractions[labels[i]][i];
                tied[i] = Math.abs(more) < SAME || tied[i] && more < 0;
                labels[i] = more >= SAME ? k : labels[i];
            }
        }
        return new Consensus(subjects, Crowd.rounded(number), new ClassAnswers(classes, labels, fractions), tied);
    }

    @Override
    public HeldBack holdBack(int[] rows, long seed) {
        if (number == null) {
            throw ConsensusException.of("no vote can be held back where the table does not say how many there are:"
                    + " name the column with the number of votes as number");
        }
        var hash = KeyedHash.of(seed, "one volunteer");
        var labels = new int[subjects.size()];
        Arrays.fill(labels, -1);
        var rest = Arrays.stream(fractions).map(double[]::clone).toArray(double[][]::new);
        var left = number.clone();
        for (int i : rows) {
            if (number[i] < 2) {
                continue;
            }
            labels[i] = draw(i, hash.uniform(subjects.get(i)));
            left[i] = number[i] - 1;
            double sum = 0;
            for (int k = 0; k < rest.length; k++) {
                rest[k][i] = Math.max(0, fractions[k][i] * number[i] - (labels[i] == k ? 1 : 0));
                sum += rest[k][i];
            }
            for (var ofClass : rest) {
                ofClass[i] /= sum;
            }
        }
        return new HeldBack(
                new CountedCrowd(subjects, classes, rest, left).consensus(), new ClassAnswers(classes, labels, null));
    }

    private int draw(int subject, double uniform) {
        double left = uniform;
        int drawn = -1;
        for (int k = 0; k < fractions.length; k++) {
            if (fractions[k][subject] > 0 && left >= 0) {
                drawn = k;
                left -= fractions[k][subject];
            }
        }
        return drawn;
    }
}

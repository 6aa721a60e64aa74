package org.voorwerp.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Direction;

/// The attacks that a board must withstand, played against the rules.
class AttacksTest {

    private static final int SUBJECTS = 1000;

    /// A submission as its loss on every subject.
    private record Losses(double[] of) {

        double mean() {
            return Arrays.stream(of).average().orElseThrow();
        }
    }

    private static final TeamFold.Scores<Losses> SCORES = new TeamFold.Scores<>() {
        @Override
        public double score(Losses submission) {
            return submission.mean();
        }

        @Override
        public double standardError(Losses submission, @Nullable Losses other) {
            var differences = new double[submission.of.length];
            for (int i = 0; i < differences.length; i++) {
                differences[i] = submission.of[i] - (other == null ? 0 : other.of[i]);
            }
            double mean = Arrays.stream(differences).average().orElseThrow();
            double square =
                    Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
            return Math.sqrt(square / (differences.length - 1) / differences.length);
        }
    };

    private static TeamFold<Losses> team(BoardRule rule) {
        return new TeamFold<>(rule, Direction.LOWER_IS_BETTER, SCORES);
    }

    /// M. Hardt's "wacky boosting": random labels are sent, those that the board says are better than chance are kept,
    /// and their majority is the last submission.
    ///
    /// @return by how much the last submission's score, as it really is on the public part, beats chance
    private static double boosted(BoardRule rule, int queries, long seed) {
        var random = new Random(seed);
        var truth = random.ints(SUBJECTS, 0, 2).toArray();
        var team = team(rule);
        var kept = new ArrayList<int[]>();
        double last = 0.5;
        for (int query = 0; query < queries; query++) {
            var labels = random.ints(SUBJECTS, 0, 2).toArray();
            var told = team.next(errors(labels, truth));
            // On a Ladder that did not move, the number says nothing of this submission.
            if (told.moved() && told.score() < (rule instanceof BoardRule.Full ? 0.5 : last)) {
                kept.add(labels);
                last = told.score();
            }
        }
        return 0.5 - errors(majority(kept), truth).mean();
    }

    private static Losses errors(int[] labels, int[] truth) {
        return new Losses(IntStream.range(0, truth.length)
                .mapToDouble(i -> labels[i] == truth[i] ? 0 : 1)
                .toArray());
    }

    private static int[] majority(List<int[]> kept) {
        var majority = new int[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            int ones = 0;
            for (var labels : kept) {
                ones += labels[i];
            }
            majority[i] = 2 * ones >= kept.size() ? 1 : 0;
        }
        return majority;
    }

    @Test
    void randomLabelsClimbAnOpenBoard() {
        double mean = IntStream.range(0, 20)
                .mapToDouble(seed -> boosted(new BoardRule.Full(), 400, seed))
                .average()
                .orElseThrow();
        assertTrue(mean >= 0.11, () -> "the attack should work where nothing defends, but gains " + mean);
    }

    @Test
    void randomLabelsDoNotClimbALadder() {
        var grid = BoardRule.safeGrid(SUBJECTS, 1);
        for (var rule : List.of(new BoardRule.FreeLadder(grid), new BoardRule.Ladder(grid))) {
            for (int seed = 0; seed < 20; seed++) {
                double advantage = boosted(rule, 400, seed);
                assertTrue(advantage <= 0.07, rule + ", seed " + seed + ": advantage " + advantage);
            }
        }
    }

    /// Log-loss with the Ladder's own threshold passed by a growing reserve of known rows: each query improves some
    /// rows whose labels it knows already, and spells out the labels of others in the digits of the score.
    ///
    /// @return the share of its guesses that are right
    private static double read(BoardRule rule, int queries, int each, long seed) {
        double clip = 1e-15;
        var random = new Random(seed);
        var truth = random.ints(SUBJECTS, 0, 2).toArray();
        var team = team(rule);
        var probabilities = new double[SUBJECTS];
        Arrays.fill(probabilities, 0.5);
        int known = 0;
        int improved = 0;
        int right = 0;
        int guessed = 0;
        for (int query = 0; query < queries && known + each <= SUBJECTS; query++) {
            // The reserve: twenty rows read before are told now, so that the score falls.
            for (int spent = 0; spent < 20 && improved < known; spent++, improved++) {
                probabilities[improved] = Math.clamp(probabilities[improved] > 0.5 ? 1.0 : 0.0, 0.01, 0.99);
            }
            var sent = probabilities.clone();
            double base = 0;
            for (int i = 0; i < SUBJECTS; i++) {
                base += i < known ? loss(sent[i], sent[i] > 0.5 ? 1 : 0, clip) : Math.log(2);
            }
            double unit = 1e-3;
            for (int j = 0; j < each; j++) {
                double odds = Math.pow(2, j) * unit * SUBJECTS / 1000;
                sent[known + j] = 1 / (1 + Math.exp(-odds));
            }
            var told = team.next(new Losses(IntStream.range(0, SUBJECTS)
                    .mapToDouble(i -> loss(sent[i], truth[i], clip))
                    .toArray()));
            guessed += each;
            int[] labels = decoded(told.score() * SUBJECTS, base, sent, known, each);
            for (int j = 0; j < each; j++) {
                right += labels[j] == truth[known + j] ? 1 : 0;
                probabilities[known + j] = labels[j] == 1 ? 0.9 : 0.1;
            }
            known += each;
        }
        return right / (double) guessed;
    }

    /// The labels whose loss is nearest to what was told.
    private static int[] decoded(double total, double base, double[] sent, int known, int each) {
        int best = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int bits = 0; bits < 1 << each; bits++) {
            double loss = base - each * Math.log(2);
            for (int j = 0; j < each; j++) {
                loss += loss(sent[known + j], bits >> j & 1, 1e-15);
            }
            if (Math.abs(loss - total) < nearest) {
                nearest = Math.abs(loss - total);
                best = bits;
            }
        }
        int labels = best;
        return IntStream.range(0, each).map(j -> labels >> j & 1).toArray();
    }

    private static double loss(double probability, int label, double clip) {
        double p = Math.clamp(probability, clip, 1 - clip);
        return -Math.log(label == 1 ? p : 1 - p);
    }

    @Test
    void logLossInFullPrecisionTellsTheLabels() {
        assertTrue(read(new BoardRule.Full(), 100, 10, 1) > 0.95);
    }

    @Test
    void logLossOnALadderTellsNoLabel() {
        double scale = LogLossOracle.reach(LogLossOracle.SAFE_CLIP);
        double share = IntStream.range(0, 20)
                .mapToDouble(seed -> read(new BoardRule.FreeLadder(BoardRule.safeGrid(SUBJECTS, scale)), 100, 10, seed))
                .average()
                .orElseThrow();
        assertTrue(share <= 0.55, () -> "right guesses: " + share);
    }

    /// The table of research on the oracle, with what it says of labels a query, and that the grid said to be safe is.
    @Test
    void theOracleIsKnownAndClosed() {
        assertEquals(14, LogLossOracle.labelsPerScore(300, 1e-15, 1e-5));
        assertEquals(7, LogLossOracle.labelsPerScore(300, 1e-15, 1e-3));
        assertEquals(4, LogLossOracle.labelsPerScore(300, 0.01, 1e-3));
        assertEquals(1, LogLossOracle.labelsPerScore(300, 0.01, 0.01));
        assertEquals(12, LogLossOracle.labelsPerScore(1000, 1e-15, 1e-5));
        assertEquals(3, LogLossOracle.labelsPerScore(1000, 0.01, 1e-3));
        assertEquals(0, LogLossOracle.labelsPerScore(1000, 0.01, 0.01));
        assertEquals(9, LogLossOracle.labelsPerScore(10_000, 1e-15, 1e-5));
        assertEquals(0, LogLossOracle.labelsPerScore(10_000, 0.01, 1e-3));
        for (int subjects : new int[] {1, 10, 300, 1000, 20_000, 10_000_000}) {
            for (double clip : new double[] {1e-15, 1e-3, 0.01, 0.2}) {
                double step = LogLossOracle.safeGrid(subjects, clip).step().doubleValue();
                assertEquals(
                        0, LogLossOracle.labelsPerScore(subjects, clip, step), subjects + " subjects, clip " + clip);
            }
        }
    }
}

package org.voorwerp.consensus.open;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.open.OpenAnswers.OpenAnswer;
import org.voorwerp.consensus.text.Bags;
import org.voorwerp.consensus.text.Unit;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;

/// How far volunteers agree who typed a text or a number, over all subjects with two answers at least.
///
/// Krippendorff's α = 1 − D_o / D_e (Content Analysis, 2004, chapter 11): D_o is the mean of δ² over pairs of answers
/// to
/// the same subject, each subject's counting by the number of its answers, D_e that over pairs of any answers. Of
/// numbers δ² is the square of their difference; of texts the share of words that they do not have in common, and D_e
/// is taken from ten thousand pairs.
///
/// @param krippendorffAlpha 1 is full agreement, 0 what chance gives
/// @param interval 95 %, for other subjects: from how each moves α (the infinitesimal jackknife)
/// @param observed D_o, between answers to the same subject
/// @param expected D_e, between any two answers
public record OpenAgreement(double krippendorffAlpha, Interval interval, double observed, double expected) {

    private static final int PAIRS = 10_000;
    private static final long SEED = 1;

    /// A subject.
    ///
    /// @param n its answers
    /// @param difference Σ δ² over its pairs in either order, divided by n − 1
    /// @param sum of its numbers; 0 for texts
    /// @param squares sum of the squares of its numbers; 0 for texts
    private record Subject(int n, double difference, double sum, double squares) {}

    /// @return null where no subject has two answers, or all answers are alike
    /// @throws NumberFormatException if an answer is no number and `reducer` is one of numbers
    public static @Nullable OpenAgreement of(OpenAnswers answers, OpenReducer reducer) {
        var paired = answers.given().stream().filter(given -> given.size() > 1).toList();
        return switch (reducer) {
            case Middle _ -> ofNumbers(paired);
            case Rover rover -> ofTexts(paired, rover.unit());
        };
    }

    private static @Nullable OpenAgreement ofNumbers(List<List<OpenAnswer>> paired) {
        // Around one of them, so that little is lost where all are far from zero.
        double origin = paired.isEmpty() ? 0 : number(paired.getFirst().getFirst());
        var subjects = new ArrayList<Subject>();
        for (var given : paired) {
            var sums = new double[2];
            for (var answer : given) {
                double x = number(answer) - origin;
                sums[0] += x;
                sums[1] += x * x;
            }
            int n = given.size();
            double difference = Math.max(0, 2 * (n * sums[1] - sums[0] * sums[0]) / (n - 1));
            subjects.add(new Subject(n, difference, sums[0], sums[1]));
        }
        double n = subjects.stream().mapToDouble(Subject::n).sum();
        double sum = subjects.stream().mapToDouble(Subject::sum).sum();
        double squares = subjects.stream().mapToDouble(Subject::squares).sum();
        double difference = subjects.stream().mapToDouble(Subject::difference).sum();
        double spread = n * squares - sum * sum;
        if (spread <= 0) {
            return null;
        }
        // α = 1 − difference · (n − 1) / (2 · spread), and how it moves with a subject's weight.
        double slope = (n - 1) / (2 * spread);
        double ratio = difference / (2 * spread);
        double variance = 0;
        for (var subject : subjects) {
            double spreads = n * subject.squares + squares * subject.n - 2 * sum * subject.sum;
            double moves = -slope * subject.difference - ratio * subject.n + difference * slope * spreads / spread;
            variance += moves * moves;
        }
        return of(subjects.size(), difference / n, 2 * spread / (n * (n - 1)), variance);
    }

    private static @Nullable OpenAgreement ofTexts(List<List<OpenAnswer>> paired, Unit unit) {
        var subjects = new ArrayList<Subject>();
        for (var given : paired) {
            var tokens =
                    given.stream().map(answer -> unit.tokens(answer.text())).toList();
            double difference = 0;
            var similar = Bags.similarities(tokens);
            for (int i = 0; i < similar.length; i++) {
                for (int j = 0; j < i; j++) {
                    difference += 2 * (1 - similar[i][j]);
                }
            }
            subjects.add(new Subject(given.size(), difference / (given.size() - 1), 0, 0));
        }
        double expected = expected(paired, unit);
        if (!(expected > 0)) {
            return null;
        }
        double n = subjects.stream().mapToDouble(Subject::n).sum();
        double observed = subjects.stream().mapToDouble(Subject::difference).sum() / n;
        double variance = 0;
        for (var subject : subjects) {
            double moves = (subject.difference - observed * subject.n) / (n * expected);
            variance += moves * moves;
        }
        return of(subjects.size(), observed, expected, variance);
    }

    /// The mean over pairs of different answers, of any subjects; 0 where there are none.
    private static double expected(List<List<OpenAnswer>> paired, Unit unit) {
        var all = paired.stream().flatMap(List::stream).map(OpenAnswer::text).toList();
        if (all.isEmpty()) {
            return 0;
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double sum = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int one = random.nextInt(all.size());
            int other = random.nextInt(all.size() - 1);
            other += other >= one ? 1 : 0;
            sum += 1 - Bags.similarities(List.of(unit.tokens(all.get(one)), unit.tokens(all.get(other))))[1][0];
        }
        return sum / PAIRS;
    }

    private static OpenAgreement of(int subjects, double observed, double expected, double variance) {
        double alpha = 1 - observed / expected;
        if (subjects < 2) {
            return new OpenAgreement(
                    alpha, new Interval(alpha, alpha, "a single subject: nothing to compare"), observed, expected);
        }
        double half = Intervals.Z * Math.sqrt(variance * subjects / (subjects - 1));
        return new OpenAgreement(
                alpha,
                new Interval(alpha - half, Math.min(1, alpha + half), "infinitesimal jackknife over subjects"),
                observed,
                expected);
    }

    private static double number(OpenAnswer answer) {
        return Double.parseDouble(answer.text());
    }
}

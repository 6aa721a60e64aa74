package org.voorwerp.scoring.comparison;

import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Normal;

/// Subjects on which one of two submissions has a point and the other has none, all others saying nothing (Q.
/// McNemar, Psychometrika 12, 1947).
///
/// @param forFirst how many are a point for the first
/// @param forSecond how many are a point for the second
/// @param subjects how many there are in all
record McNemar(long forFirst, long forSecond, long subjects) {

    static final String METHOD = "McNemar's mid-p, Bonett and Price's interval";

    private static final double ROUNDING = 1e-9;

    /// Beyond so many points the normal distribution is as good as the binomial.
    private static final long EXACT = 100_000;

    /// Null where subjects have weights, or move the difference by other numbers than −1, 0 and 1.
    static @Nullable McNemar of(Estimate first, Estimate second) {
        if (first.weights().given() != null) {
            return null;
        }
        double difference = first.value() - second.value();
        long forFirst = 0;
        long forSecond = 0;
        for (int i = 0; i < first.influence().length; i++) {
            double points = first.influence()[i] - second.influence()[i] + difference;
            double whole = Math.rint(points);
            if (Math.abs(points - whole) > ROUNDING || Math.abs(whole) > 1) {
                return null;
            }
            forFirst += whole > 0 ? 1 : 0;
            forSecond += whole < 0 ? 1 : 0;
        }
        return new McNemar(forFirst, forSecond, first.influence().length);
    }

    double difference() {
        return (double) (forFirst - forSecond) / subjects;
    }

    /// Without either having an edge the points of the one are binomial with one half; counting half of the
    /// probability of what was seen keeps the test near its level also for few points (M. Fagerland, S. Lydersen
    /// and P. Laake, BMC Medical Research Methodology 13, 2013).
    double p() {
        long points = forFirst + forSecond;
        if (points == 0) {
            return 1;
        }
        if (points > EXACT) {
            return 2 * Normal.above(Math.abs(forFirst - forSecond) / Math.sqrt(points));
        }
        long fewer = Math.min(forFirst, forSecond);
        double log = -points * StrictMath.log(2);
        for (long j = 1; j <= fewer; j++) {
            log += StrictMath.log((double) (points - fewer + j) / j);
        }
        double seen = StrictMath.exp(log);
        double sum = seen / 2;
        double term = seen;
        for (long j = fewer; j > 0 && term > sum * 1e-17; j--) {
            term *= (double) j / (points - j + 1);
            sum += term;
        }
        return Math.min(1, 2 * sum);
    }

    /// As if there were one more point for either (D. Bonett and R. Price, Journal of Educational and Behavioral
    /// Statistics 37, 2012), so that it does not collapse where there are none.
    Interval interval() {
        double n = subjects + 2.0;
        double first = (forFirst + 1) / n;
        double second = (forSecond + 1) / n;
        double centre = first - second;
        double half = Intervals.Z * Math.sqrt((first + second - centre * centre) / n);
        return new Interval(
                Math.clamp(centre - half, -1.0, difference()), Math.clamp(centre + half, difference(), 1.0), METHOD);
    }
}

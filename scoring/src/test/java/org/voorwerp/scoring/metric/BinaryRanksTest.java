package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.Weights;

/// What is counted along the order is what the estimates say, which [VectorsTest] holds against scikit-learn.
class BinaryRanksTest {

    private final Random random = new Random(41);

    @Test
    void areasAndTheirErrorsAreThoseOfTheEstimates() {
        for (int draw = 0; draw < 500; draw++) {
            int n = random.nextInt(2, draw < 490 ? 60 : 40_000);
            var classOf = random.ints(n, 0, 2).toArray();
            classOf[0] = 0;
            classOf[1] = 1;
            double steps = random.nextInt(1, 200);
            var numbers = random.doubles(n)
                    .map(p -> Math.rint(p * steps) / steps - 0.2)
                    .toArray();
            var weights = new Weights(null, n);
            var ranks = BinaryRanks.of(new Object(), numbers, i -> classOf[i] == 1);

            var area = PairwiseAreas.binary(numbers, classOf, weights);
            var roc = ranks.rocAuc();
            assertEquals(area.value(), roc.value(), 1e-12);
            var interval = RocAuc.deLong(
                    area.value(),
                    DeLong.standardError(area, classOf, 2),
                    Math.min(ranks.positives(), ranks.negatives()));
            assertEquals(interval.low(), Objects.requireNonNull(roc.interval()).low(), 1e-9);
            assertEquals(interval.high(), roc.interval().high(), 1e-9);

            var positive = new boolean[n];
            for (int i = 0; i < n; i++) {
                positive[i] = classOf[i] == 1;
            }
            var precision = PrecisionRecall.area(Order.of(numbers), new Positives(positive, weights), weights);
            var average = ranks.averagePrecision();
            assertEquals(precision.value(), average.value(), 1e-12);
            var around = Intervals.between(0, 1, precision.value(), precision.standardError(), ranks.positives(), "");
            assertEquals(
                    around.low(), Objects.requireNonNull(average.interval()).low(), 1e-9);
            assertEquals(around.high(), average.interval().high(), 1e-9);
        }
    }

    @Test
    void scoresAreTheSameInAnyOrderAndOnAnyNumberOfThreads() {
        int n = 200_000;
        var order = random.ints(n).toArray();
        var numbers = random.doubles(n).map(p -> Math.rint(p * 3e5) / 3e5).toArray();
        var places = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing(i -> order[i]))
                .toList();
        var shuffled = places.stream().mapToDouble(i -> numbers[i]).toArray();
        var seen = new HashSet<List<Score>>();
        for (int threads : new int[] {1, 2, 5}) {
            try (var pool = new ForkJoinPool(threads)) {
                seen.add(pool.submit(() -> scores(numbers, i -> order[i] % 3 == 0))
                        .join());
                seen.add(pool.submit(() -> scores(shuffled, i -> order[places.get(i)] % 3 == 0))
                        .join());
            }
        }
        assertEquals(1, seen.size());
    }

    private static List<Score> scores(double[] numbers, IntPredicate isPositive) {
        var ranks = BinaryRanks.of(new Object(), numbers, isPositive);
        return List.of(ranks.rocAuc(), ranks.averagePrecision());
    }

    @Test
    void aNumberAndItsNegativeAreNotTied() {
        var numbers =
                new double[] {-Double.MIN_VALUE, 0.0, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE};
        var positive = new boolean[] {false, true, false, true, false, true};
        var ranks = BinaryRanks.of(new Object(), numbers, i -> positive[i]);
        // Of nine pairs one is tied.
        assertEquals(8.5 / 9, ranks.rocAuc().value(), 1e-15);
        assertEquals(3, ranks.positives());
    }
}

package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.diagnostic.Confusion;

class SmoothedConfusionTest {

    /// Twelve classes of one to three subjects, of which 7 in 10 are right: the variance of the mean share is known.
    @Test
    void varianceOfFewSubjectsAClassIsRightOnAverage() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        int classes = 12;
        int[] truth = IntStream.range(0, classes)
                .flatMap(k -> IntStream.range(0, 1 + k % 3).map(_ -> k))
                .toArray();
        double known = IntStream.range(0, classes)
                        .mapToDouble(k -> 0.7 * 0.3 / (1 + k % 3))
                        .sum()
                / classes
                / classes;
        double sum = 0;
        int samples = 4_000;
        for (int sample = 0; sample < samples; sample++) {
            int[] prediction = IntStream.of(truth)
                    .map(k -> random.nextDouble() < 0.7 ? k : (k + 1) % classes)
                    .toArray();
            sum += smoothed(classes, truth, prediction).varianceOfRecalls();
        }
        assertEquals(known, sum / samples, 0.05 * known);
    }

    @Test
    void whatIsTakenFromClassesIsSpread() {
        var smoothed = smoothed(3, new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, 1, 0});
        var totals = smoothed.totals();
        assertEquals(6, totals.total, 1e-12);
        assertEquals(3, totals.truth[0], 1e-12);
        assertEquals(2, totals.truth[1], 1e-12);
        assertEquals(1, totals.truth[2], 1e-12);
        assertTrue(totals.correct[2] > 0, "a class that was never right may be");
    }

    /// One class was seen once, two of the list were not: half a subject each.
    @Test
    void classesNotSeenHaveTheWeightOfThoseSeenOnce() {
        var totals = smoothed(4, new int[] {0, 0, 0, 0, 1}, new int[] {0, 0, 0, 1, 1})
                .totals();
        assertEquals(0.5, totals.truth[2], 1e-12);
        assertEquals(0.5, totals.truth[3], 1e-12);
    }

    @Test
    void manySubjectsAClassStayAsTheyAre() {
        int n = 400_000;
        int[] truth = IntStream.range(0, n).map(i -> i % 2).toArray();
        int[] prediction =
                IntStream.range(0, n).map(i -> i % 8 == 0 ? 1 : i % 2).toArray();
        var totals = smoothed(2, truth, prediction).totals();
        assertEquals(0.75, totals.correct[0] / totals.truth[0], 1e-4);
        assertEquals(1, totals.correct[1] / totals.truth[1], 1e-4);
    }

    private static SmoothedConfusion smoothed(int classes, int[] truth, int[] prediction) {
        List<String> names = IntStream.range(0, classes).mapToObj(k -> "c" + k).toList();
        return new SmoothedConfusion(Confusion.of(new LabelView(names, truth, prediction, null)));
    }
}

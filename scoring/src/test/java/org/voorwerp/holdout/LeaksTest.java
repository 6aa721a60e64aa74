package org.voorwerp.holdout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voorwerp.holdout.Leaks.Feature;

class LeaksTest {

    private static final int SUBJECTS = 2000;

    private final Random random = new Random(4);
    private final int[] truth = random.ints(SUBJECTS, 0, 3).toArray();
    private final List<String> alone =
            IntStream.range(0, SUBJECTS).mapToObj(i -> "g" + i).toList();

    private List<String> found(List<Feature> features) {
        return Leaks.among(truth, alone, 1).find(features).stream()
                .map(Leaks.Leak::feature)
                .toList();
    }

    private double[] made(java.util.function.IntToDoubleFunction of) {
        return IntStream.range(0, SUBJECTS).mapToDouble(of).toArray();
    }

    @Test
    void plantedLeaksAreFound() {
        var size = Feature.ofNumbers("size", made(i -> 1000 + 40 * truth[i] + 50 * random.nextGaussian()));
        var missing = Feature.ofNumbers("missing", made(i -> truth[i] == 2 && random.nextBoolean() ? Double.NaN : 1));
        var middle = Feature.ofNumbers("middle", made(i -> (truth[i] == 1 ? 0.5 : 2) * random.nextGaussian()));
        var name = Feature.ofText(
                "name",
                IntStream.range(0, SUBJECTS)
                        .mapToObj(i -> random.nextInt(1000) + "x".repeat(1 + truth[i]))
                        .toList());
        var site = Feature.ofText(
                "site",
                IntStream.range(0, SUBJECTS)
                        .mapToObj(i -> "site " + (random.nextInt(3) == 0 ? truth[i] : random.nextInt(3)))
                        .toList());
        assertEquals(List.of("size", "missing", "middle"), found(List.of(size, missing, middle)));
        assertTrue(found(name).contains("the length of name"), () -> found(name).toString());
        assertEquals(List.of("site"), found(site));
    }

    /// Rows sorted by class, as they come from folders named after classes.
    @Test
    void anOrderByClassIsALeak() {
        var sorted = truth.clone();
        java.util.Arrays.sort(sorted);
        var row = Feature.ofNumbers("row", made(i -> i));
        assertEquals(1, Leaks.among(sorted, alone, 1).find(List.of(row)).size());
    }

    @Test
    void whatSaysNothingIsNoLeak() {
        for (int seed = 0; seed < 20; seed++) {
            var noise = new Random(seed);
            var features = List.of(
                    Feature.ofNumbers("row", made(i -> i)),
                    Feature.ofNumbers("noise", made(i -> noise.nextGaussian())),
                    Feature.ofNumbers("constant", made(i -> 1)),
                    Feature.ofNumbers("nothing", made(i -> Double.NaN)),
                    new Feature("category", made(i -> noise.nextInt(10)), true));
            assertEquals(List.of(), Leaks.among(truth, alone, seed).find(features));
        }
    }

    /// Subjects of a group are alike in both, the feature and the truth: that tells nothing of another group.
    @Test
    void groupsThatAreAlikeAreNoLeak() {
        var groups = IntStream.range(0, SUBJECTS).mapToObj(i -> "g" + i / 100).toList();
        var labels = new int[SUBJECTS];
        var ofGroups = new double[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            labels[i] = i % 100 == 0 ? random.nextInt(2) : labels[i - 1];
            ofGroups[i] = i % 100 == 0 ? random.nextDouble() : ofGroups[i - 1];
        }
        assertEquals(
                List.of(), Leaks.among(labels, groups, 1).find(List.of(Feature.ofNumbers("brightness", ofGroups))));
    }

    @Test
    void numbersAreSplitAtTheirMedian() {
        var values = made(i -> random.nextGaussian());
        var leak = Feature.ofNumbers("size", made(i -> values[i] + random.nextGaussian()));
        assertEquals(
                List.of("size"),
                Leaks.among(new double[][] {values}, alone, 1).find(List.of(leak)).stream()
                        .map(Leaks.Leak::feature)
                        .toList());
    }

    /// Of fifty columns some go along with whatever is looked at; with which, nobody knew before.
    @Test
    void manyColumnsOfFewSubjectsAreSuspectedNoMoreOftenThanOne() {
        var few = alone.subList(0, 100);
        int suspected = 0;
        for (int seed = 0; seed < 100; seed++) {
            var noise = new Random(seed);
            var columns = Stream.generate(() -> noise.doubles(few.size()).toArray())
                    .limit(50)
                    .toArray(double[][]::new);
            var feature = Feature.ofNumbers("noise", noise.doubles(few.size()).toArray());
            suspected += Leaks.among(columns, few, seed).find(List.of(feature)).size();
        }
        // One is expected.
        assertTrue(suspected <= 5, "suspected " + suspected);
    }

    @Test
    void aLeakOfOneColumnAmongManyIsFound() {
        var columns = Stream.generate(() -> random.doubles(SUBJECTS).toArray())
                .limit(20)
                .toArray(double[][]::new);
        var leak = Feature.ofNumbers("size", made(i -> columns[13][i] + random.nextGaussian()));
        assertEquals(1, Leaks.among(columns, alone, 1).find(List.of(leak)).size());
    }
}

package org.voorwerp.holdout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Finds what tells the truth without being meant to: the order of rows, an id, the size of a file. (In the whale
/// challenge of ICML 2013, length, name and order of the files alone gave an AUC of 0.997.)
///
/// Each feature is given, by itself, to a classifier that learns the share of each class within bins of the feature,
/// on four fifths of the groups, and is judged on the last fifth by the area under the ROC curve of the class, of
/// whichever column, that it tells best. Whether that is more than chance is seen by giving it the truths of shuffled
/// subjects, the more of them the more features there are: all features and columns together are suspected wrongly
/// less often than [#LEVEL].
public final class Leaks {

    /// A feature must tell more than this to be a leak.
    public static final double AREA = 0.55;

    /// And must do so by chance less often than this.
    public static final double LEVEL = 0.01;

    /// For each feature, so that the least p-value that can be found is half of what is asked for.
    private static final int PERMUTATIONS = 200;
    private static final int FOLDS = 5;
    private static final int FEWEST_PER_BIN = 25;
    private static final int MOST_BINS = 64;

    private final List<Classes> truths;
    private final int[] folds;
    private final long seed;

    private Leaks(List<Classes> truths, List<String> groups, long seed) {
        this.truths = truths;
        this.folds = folds(groups, seed);
        this.seed = seed;
    }

    /// One thing that is true of each subject, a class.
    ///
    /// @param labels index of the class of each subject
    private record Classes(int[] labels, int count) {

        static Classes of(int[] labels) {
            return new Classes(labels, Arrays.stream(labels).max().orElse(0) + 1);
        }

        /// Of numbers: above the median or not.
        static Classes of(double[] numbers) {
            var sorted = numbers.clone();
            Arrays.sort(sorted);
            double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
            return of(Arrays.stream(numbers)
                    .mapToInt(number -> number >= median ? 1 : 0)
                    .toArray());
        }
    }

    /// Something known of each subject.
    ///
    /// @param name for messages
    /// @param values one a subject; NaN where it is missing, which may tell something too
    /// @param categories whether the values are but numbers of categories
    public record Feature(String name, double[] values, boolean categories) {

        public static Feature ofNumbers(String name, double[] values) {
            return new Feature(name, values, false);
        }

        /// The features of a column of text: numbers if all cells are, else categories if they recur, else the
        /// length of the text and its place in the alphabet.
        public static List<Feature> ofText(String name, List<String> cells) {
            var numbers = cells.stream().mapToDouble(Feature::number).toArray();
            if (IntStream.range(0, numbers.length)
                    .allMatch(i -> !Double.isNaN(numbers[i]) || cells.get(i).isBlank())) {
                return List.of(ofNumbers(name, numbers));
            }
            var places = new HashMap<String, Integer>();
            cells.stream().distinct().sorted().forEach(cell -> places.put(cell, places.size()));
            var order = cells.stream().mapToDouble(places::get).toArray();
            if (places.size() <= cells.size() / FEWEST_PER_BIN) {
                return List.of(new Feature(name, order, true));
            }
            return List.of(
                    ofNumbers("the order of " + name, order),
                    ofNumbers(
                            "the length of " + name,
                            cells.stream().mapToDouble(String::length).toArray()));
        }

        private static double number(String cell) {
            try {
                return Double.parseDouble(cell.strip());
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    /// A feature that tells the truth.
    ///
    /// @param feature its name
    /// @param area under the ROC curve, on subjects that the classifier had not seen
    /// @param p how often a shuffled truth did as well
    public record Leak(String feature, double area, double p) {}

    /// A search among subjects whose truth is a class.
    ///
    /// @param truth index of the class of each subject
    /// @param groups of each subject; a group is never on both sides of a fold, so that subjects of a group being
    ///     alike is no leak
    public static Leaks among(int[] truth, List<String> groups, long seed) {
        return new Leaks(List.of(Classes.of(truth)), groups, seed);
    }

    /// A search among subjects whose truth is some numbers: each above the median of its column or not.
    ///
    /// @param columns one number a subject each
    /// @param groups as for classes
    public static Leaks among(double[][] columns, List<String> groups, long seed) {
        return new Leaks(Arrays.stream(columns).map(Classes::of).toList(), groups, seed);
    }

    /// The features that leak, in the order given.
    public List<Leak> find(List<Feature> features) {
        double level = LEVEL / Math.max(1, features.size());
        var leaks = new ArrayList<Leak>();
        for (var feature : features) {
            int[] bins = bins(feature);
            double area = area(bins, IntStream.range(0, bins.length).toArray());
            if (area > AREA) {
                double p = p(bins, area, PERMUTATIONS * features.size(), level);
                if (p < level) {
                    leaks.add(new Leak(feature.name(), area, p));
                }
            }
        }
        return leaks;
    }

    private static int[] folds(List<String> groups, long seed) {
        var random = new SplittableRandom(seed);
        var fold = new HashMap<String, Integer>();
        return groups.stream()
                .mapToInt(group -> fold.computeIfAbsent(group, g -> random.nextInt(FOLDS)))
                .toArray();
    }

    /// The p-value of an area; 1 as soon as it is seen not to be below `level`.
    private double p(int[] bins, double area, int permutations, double level) {
        var random = new SplittableRandom(seed);
        var shuffled = IntStream.range(0, bins.length).toArray();
        int asGood = 0;
        for (int n = 0; n < permutations; n++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = swapped;
            }
            asGood += area(bins, shuffled) >= area ? 1 : 0;
            if (1.0 + asGood >= level * (1 + permutations)) {
                return 1;
            }
        }
        return (1.0 + asGood) / (1 + permutations);
    }

    /// Equal-frequency bins; equal values are in one bin, and missing ones in a bin of their own.
    private static int[] bins(Feature feature) {
        double[] values = feature.values();
        var bins = new int[values.length];
        if (feature.categories()) {
            for (int i = 0; i < bins.length; i++) {
                bins[i] = (int) values[i];
            }
            return bins;
        }
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int wanted = Math.clamp(values.length / FEWEST_PER_BIN, 2, MOST_BINS);
        int bin = 0;
        for (int place = 0; place < order.length; place++) {
            boolean full = (long) place * wanted / order.length > bin;
            if (place > 0 && full && values[order[place]] != values[order[place - 1]]) {
                bin = (int) ((long) place * wanted / order.length);
            }
            bins[order[place]] = Double.isNaN(values[order[place]]) ? wanted : bin;
        }
        return bins;
    }

    /// The mean, over the folds, of the area under the curve of the class told best.
    ///
    /// @param subjects whose truths are taken, for each subject
    private double area(int[] bins, int[] subjects) {
        int size = Arrays.stream(bins).max().orElse(0) + 1;
        double best = 0;
        for (var truth : truths) {
            var labels = new int[subjects.length];
            Arrays.setAll(labels, i -> truth.labels[subjects[i]]);
            // With two classes one tells the other.
            for (int c = truth.count == 2 ? 1 : 0; c < truth.count; c++) {
                best = Math.max(best, area(bins, labels, size, c));
            }
        }
        return best;
    }

    private double area(int[] bins, int[] labels, int size, int wanted) {
        double sum = 0;
        int judged = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            double area = area(bins, labels, size, wanted, fold);
            if (!Double.isNaN(area)) {
                sum += area;
                judged++;
            }
        }
        return judged == 0 ? 0 : sum / judged;
    }

    private double area(int[] bins, int[] labels, int size, int wanted, int fold) {
        var learnt = new double[size][2];
        var judged = new double[size][2];
        double positives = 0;
        double all = 0;
        for (int i = 0; i < bins.length; i++) {
            int positive = labels[i] == wanted ? 1 : 0;
            if (folds[i] == fold) {
                judged[bins[i]][positive]++;
            } else {
                learnt[bins[i]][positive]++;
                positives += positive;
                all++;
            }
        }
        double rate = all > 0 ? positives / all : 0;
        // A bin of few subjects says little: it is drawn towards the rate of all.
        var score = new double[size];
        for (int bin = 0; bin < size; bin++) {
            score[bin] = (learnt[bin][1] + 5 * rate) / (learnt[bin][0] + learnt[bin][1] + 5);
        }
        return area(score, judged);
    }

    /// The area under the curve of subjects that stand in bins of equal score.
    private static double area(double[] score, double[][] judged) {
        var order = IntStream.range(0, score.length)
                .boxed()
                .sorted((a, b) -> Double.compare(score[a], score[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double below = 0;
        double won = 0;
        double positives = 0;
        for (int from = 0, to; from < order.length; from = to) {
            double negativesTied = 0;
            double positivesTied = 0;
            for (to = from; to < order.length && score[order[to]] == score[order[from]]; to++) {
                negativesTied += judged[order[to]][0];
                positivesTied += judged[order[to]][1];
            }
            won += positivesTied * (below + negativesTied / 2);
            below += negativesTied;
            positives += positivesTied;
        }
        return won / (below * positives);
    }
}

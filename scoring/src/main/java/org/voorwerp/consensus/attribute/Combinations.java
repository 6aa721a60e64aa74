package org.voorwerp.consensus.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which attributes, alone and together, set the two groups furthest apart: every combination is tried.
///
/// The best of very many is best partly by luck. What counts is whether it is best on other subjects too, so a
/// challenge that asks for it judges by a hidden half.
///
/// @param ran how many combinations of two attributes and more were tried; single attributes come on top
/// @param largest how many attributes at most a combination had
/// @param single every attribute alone, the one that separates best first
/// @param together the best combinations of two and more, best first
/// @param sampled subjects of either group at most that silhouettes rest on
/// @param seed of that sample
public record Combinations(
        int ran, int largest, List<Separation> single, List<Separation> together, int sampled, long seed) {

    /// More than this are not tried: an hour's work.
    public static final int MOST = 2_000_000;

    /// How many of the best are kept, and get their silhouette.
    public static final int KEPT = 20;

    private static final int SAMPLED = 300;

    /// @param largest from 1 to the number of attributes: with ten attributes and ten, all 1,013 of two and more
    /// @throws IllegalArgumentException if a group is empty, or there would be more than [#MOST]
    public static Combinations of(AttributeTable table, int largest, long seed) {
        int attributes = table.names().size();
        if (largest < 1 || largest > attributes) {
            throw new IllegalArgumentException(
                    "combinations have from 1 to " + attributes + " attributes, not " + largest);
        }
        requireTwoGroups(table);
        requireFew(attributes, largest);
        var space = Separation.Space.of(table);
        var subsets = subsets(attributes, largest);
        var measured =
                subsets.parallelStream().map(subset -> measured(space, subset)).toList();
        var single = best(space, measured.stream().filter(m -> m.attributes.length == 1), attributes, seed);
        var together = best(space, measured.stream().filter(m -> m.attributes.length > 1), KEPT, seed);
        return new Combinations(subsets.size() - attributes, largest, single, together, SAMPLED, seed);
    }

    private record Measured(int[] attributes, @Nullable Separation separation) {}

    private static Measured measured(Separation.Space space, int[] attributes) {
        return new Measured(attributes, space.separation(attributes));
    }

    private static List<Separation> best(Separation.Space space, Stream<Measured> measured, int kept, long seed) {
        return measured
                .filter(m -> m.separation != null)
                .sorted(Comparator.comparingDouble(
                        (Measured m) -> Objects.requireNonNull(m.separation).daviesBouldin()))
                .limit(kept)
                .toList()
                .parallelStream()
                .map(m -> {
                    var separation = Objects.requireNonNull(m.separation);
                    return new Separation(
                            separation.attributes(),
                            separation.subjects(),
                            separation.daviesBouldin(),
                            space.silhouette(m.attributes, SAMPLED, seed));
                })
                .toList();
    }

    /// Every subset of 1 to `largest`, smaller ones first, each in rising order.
    private static List<int[]> subsets(int attributes, int largest) {
        var subsets = new ArrayList<int[]>();
        for (int size = 1; size <= largest; size++) {
            var subset = new int[size];
            Arrays.setAll(subset, d -> d);
            int moved = 0;
            while (moved >= 0) {
                subsets.add(subset.clone());
                for (moved = size - 1; moved >= 0 && subset[moved] == attributes - size + moved; ) {
                    moved--;
                }
                for (int d = moved; d >= 0 && d < size; d++) {
                    subset[d] = d == moved ? subset[d] + 1 : subset[d - 1] + 1;
                }
            }
        }
        return subsets;
    }

    private static void requireFew(int attributes, int largest) {
        double count = 0;
        double ofSize = 1;
        for (int size = 1; size <= largest; size++) {
            ofSize *= (double) (attributes - size + 1) / size;
            count += ofSize;
        }
        if (count > MOST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d attributes have %.0f combinations of up to %d, more than the %d that are tried: choose fewer",
                    attributes,
                    count,
                    largest,
                    MOST));
        }
    }

    private static void requireTwoGroups(AttributeTable table) {
        boolean some = false;
        boolean all = true;
        for (boolean positive : table.positive()) {
            some |= positive;
            all &= positive;
        }
        if (!some || all) {
            throw new IllegalArgumentException("there is nothing to tell apart: all " + table.positive().length
                    + " subjects are in the same group");
        }
    }
}

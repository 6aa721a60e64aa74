package org.voorwerp.holdout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.KeyedHash;
import org.voorwerp.scoring.Part;

/// How subjects are held out: whole groups, drawn by a keyed hash of their names, so that the draw depends on seed
/// and
/// names alone and nobody without the seed can repeat it.
///
/// The groups are gone through in the order of their hashes; each is taken that brings the number of subjects
/// taken nearer to the share asked for. So the share is met within half of the largest group; what it came to
/// stands in the report.
///
/// @param fraction share of the subjects held out, above 0, at most 1
/// @param publicShare share of the held-out subjects behind the public board, from 0 to 1
/// @param seed never published
public record Holdout(double fraction, double publicShare, long seed) {

    public Holdout {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("the fraction held out must be above 0 and at most 1, not " + fraction);
        }
        if (!(publicShare >= 0 && publicShare <= 1)) {
            throw new IllegalArgumentException("the public share must be from 0 to 1, not " + publicShare);
        }
    }

    /// Draws the split.
    ///
    /// @param groups one a subject: subjects of the same group stay together
    /// @throws ConsensusException if the groups are so few or so large that a side of the split stays empty
    public Split split(List<String> groups) {
        var held = draw(groups, fraction, "test");
        requireBoth(held, groups, fraction, "train and test");
        int[] test = where(groups, held, true);
        var testGroups = IntStream.of(test).mapToObj(groups::get).toList();
        var open = draw(testGroups, publicShare, "public");
        requireBoth(open, testGroups, publicShare, "public and private part");
        var parts = testGroups.stream()
                .map(group -> open.contains(group) ? Part.PUBLIC : Part.PRIVATE)
                .toArray(Part[]::new);
        return new Split(where(groups, held, false), test, parts);
    }

    private Set<String> draw(List<String> groups, double share, String purpose) {
        var sizes = new HashMap<String, Integer>();
        groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
        double wanted = share * groups.size();
        int taken = 0;
        var drawn = new HashSet<String>();
        for (var group : KeyedHash.of(seed, purpose).shuffled(new ArrayList<>(sizes.keySet()))) {
            int size = sizes.getOrDefault(group, 0);
            if (Math.abs(taken + size - wanted) < Math.abs(taken - wanted)) {
                drawn.add(group);
                taken += size;
            }
        }
        return drawn;
    }

    private static void requireBoth(Set<String> drawn, List<String> groups, double share, String sides) {
        int count = new HashSet<>(groups).size();
        boolean missing = drawn.isEmpty() && share > 0 || drawn.size() == count && share < 1;
        if (missing) {
            throw ConsensusException.of("there is no way to split " + groups.size() + " subjects in " + count
                    + (count == 1 ? " group" : " groups") + " into " + sides + " with a share of " + share
                    + largest(groups));
        }
    }

    private static String largest(List<String> groups) {
        var sizes = new HashMap<String, Integer>();
        groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
        return sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> ": the largest group has " + entry.getValue() + " subjects")
                .orElse("");
    }

    private static int[] where(List<String> groups, Set<String> drawn, boolean inside) {
        return IntStream.range(0, groups.size())
                .filter(i -> drawn.contains(groups.get(i)) == inside)
                .toArray();
    }
}

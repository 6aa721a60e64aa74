package org.voorwerp.consensus.marks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.voorwerp.consensus.cluster.Clusterer;
import org.voorwerp.consensus.cluster.Clustering;
import org.voorwerp.consensus.cluster.Space;

/// Sees to it that each volunteer has one mark a cluster, so that one who clicks five times is one witness, not five.
///
/// A second mark in the same place is a slip of the hand and says nothing of a second thing, so it becomes noise. But
/// where as many volunteers as a cluster needs have a second mark, in another place than their first, two things lie
/// so close that the clusterer could not tell them apart: then there are two clusters, and each volunteer's marks go
/// to the nearer middle.
final class OneMarkAVolunteer {

    /// How many clusters may come of one.
    private static final int PARTS = 16;

    /// How many marks are tried as a cluster's middle.
    private static final int CANDIDATES = 100;

    private final Space space;
    private final int[] volunteers;
    private final Clusterer clusterer;
    private final int[] labels;
    private int clusters;

    private OneMarkAVolunteer(Space space, int[] volunteers, Clusterer clusterer) {
        this.space = space;
        this.volunteers = volunteers;
        this.clusterer = clusterer;
        this.labels = new int[space.size()];
        Arrays.fill(labels, Clustering.NOISE);
    }

    /// @param volunteers who made each mark
    static Clustering of(Space space, int[] volunteers, Clusterer clusterer, Clustering found) {
        var result = new OneMarkAVolunteer(space, volunteers, clusterer);
        for (int cluster = 0; cluster < found.count(); cluster++) {
            result.settle(found.members(cluster));
        }
        var strength = new double[result.labels.length];
        for (int i = 0; i < strength.length; i++) {
            strength[i] = result.labels[i] == Clustering.NOISE ? 0 : found.strength()[i] > 0 ? found.strength()[i] : 1;
        }
        return new Clustering(result.labels, strength, found.coreDistance());
    }

    private void settle(int[] members) {
        if (distinct(members) < clusterer.smallest()) {
            return;
        }
        if (distinct(members) == members.length) {
            label(members);
            return;
        }
        var middles = new ArrayList<Integer>();
        findMiddles(members, middles);
        assign(members, middles);
    }

    private void findMiddles(int[] members, List<Integer> middles) {
        int middle = middle(members);
        var first = nearestOfEach(members, middle);
        if (!middles.isEmpty() && !apart(middle, first, middles)) {
            return;
        }
        middles.add(middle);
        var kept = new HashSet<Integer>();
        first.values().forEach(kept::add);
        int[] rest = IntStream.of(members).filter(i -> !kept.contains(i)).toArray();
        if (distinct(rest) < clusterer.smallest()) {
            return;
        }
        var again = clusterer.cluster(space.subset(rest));
        for (int cluster = 0; cluster < again.count() && middles.size() < PARTS; cluster++) {
            int[] part = IntStream.of(again.members(cluster)).map(i -> rest[i]).toArray();
            if (distinct(part) >= clusterer.smallest()) {
                findMiddles(part, middles);
            }
        }
    }

    /// Whether a middle lies farther from all others than twice the distance at which half of its marks lie.
    private boolean apart(int middle, Map<Integer, Integer> marks, List<Integer> middles) {
        double[] rising = marks.values().stream()
                .mapToDouble(mark -> space.distance(middle, mark))
                .sorted()
                .toArray();
        double half = rising[rising.length / 2];
        return middles.stream().allMatch(other -> space.distance(middle, other) > 2 * half);
    }

    /// The mark that is, summed over volunteers, the least far from the nearest of each one's marks.
    private int middle(int[] members) {
        int candidates = Math.min(CANDIDATES, members.length);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < candidates; c++) {
            int candidate = members[(int) ((long) c * members.length / candidates)];
            double sum = 0;
            for (int nearest : nearestOfEach(members, candidate).values()) {
                sum += Math.min(space.distance(candidate, nearest), Double.MAX_VALUE / members.length);
            }
            if (best < 0 || sum < least) {
                best = candidate;
                least = sum;
            }
        }
        return best;
    }

    /// Of each volunteer the mark nearest to one mark.
    private Map<Integer, Integer> nearestOfEach(int[] members, int mark) {
        var nearest = new HashMap<Integer, Integer>();
        for (int member : members) {
            nearest.merge(
                    volunteers[member],
                    member,
                    (one, other) -> space.distance(mark, other) < space.distance(mark, one) ? other : one);
        }
        return nearest;
    }

    /// The nearest pairs of mark and middle first, each volunteer once a middle and each mark once.
    private void assign(int[] members, List<Integer> middles) {
        record Pair(int member, int middle, double distance) {}
        var pairs = new ArrayList<Pair>(members.length * middles.size());
        for (int m = 0; m < middles.size(); m++) {
            for (int member : members) {
                pairs.add(new Pair(member, m, space.distance(member, middles.get(m))));
            }
        }
        pairs.sort((a, b) -> Double.compare(a.distance, b.distance));
        var of = new HashMap<Integer, Integer>();
        var taken = new ArrayList<HashSet<Integer>>();
        middles.forEach(_ -> taken.add(new HashSet<>()));
        for (var pair : pairs) {
            if (!of.containsKey(pair.member) && taken.get(pair.middle).add(volunteers[pair.member])) {
                of.put(pair.member, pair.middle);
            }
        }
        for (int m = 0; m < middles.size(); m++) {
            int middle = m;
            int[] part = IntStream.of(members)
                    .filter(member -> of.getOrDefault(member, -1) == middle)
                    .toArray();
            if (part.length >= clusterer.smallest()) {
                label(part);
            }
        }
    }

    private void label(int[] members) {
        for (int member : members) {
            labels[member] = clusters;
        }
        clusters++;
    }

    private long distinct(int[] members) {
        return IntStream.of(members)
                .map(member -> volunteers[member])
                .distinct()
                .count();
    }
}

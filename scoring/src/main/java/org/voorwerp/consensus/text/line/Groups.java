package org.voorwerp.consensus.text.line;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.voorwerp.consensus.cluster.Clustering;
import org.voorwerp.consensus.cluster.Dbscan;
import org.voorwerp.consensus.cluster.Plane;
import org.voorwerp.consensus.cluster.Space;

/// Numbers and angles that lie close to each other.
final class Groups {

    /// @param label as DBSCAN numbers it
    /// @param members rising
    record Group(int label, int[] members) {}

    private Groups() {}

    static List<Group> ofNumbers(double[] values, double radius, int minimum) {
        return groups(new Dbscan(radius, minimum).cluster(new Plane(values, values) {
            @Override
            public double distance(int a, int b) {
                return Math.abs(values[a] - values[b]);
            }
        }));
    }

    static List<Group> ofAngles(double[] degrees, double radius, int minimum) {
        return groups(new Dbscan(radius, minimum).cluster(new Space() {
            @Override
            public int size() {
                return degrees.length;
            }

            @Override
            public double distance(int a, int b) {
                return between(degrees[a], degrees[b]);
            }
        }));
    }

    /// The shorter way round, in degrees.
    static double between(double a, double b) {
        double difference = Math.abs(a - b) % 360;
        return Math.min(difference, 360 - difference);
    }

    private static List<Group> groups(Clustering clustering) {
        return IntStream.range(0, clustering.count())
                .mapToObj(label -> new Group(label, clustering.members(label)))
                .toList();
    }

    static List<Group> sorted(List<Group> groups, ToDoubleFunction<Group> by) {
        return groups.stream().sorted(Comparator.comparingDouble(by)).toList();
    }

    static double mean(double[] values, Group group) {
        return Arrays.stream(group.members)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }
}

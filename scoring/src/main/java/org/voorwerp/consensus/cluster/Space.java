package org.voorwerp.consensus.cluster;

import java.util.function.IntConsumer;

/// Things between which there are distances.
public interface Space {

    /// How many things there are.
    int size();

    /// How far two of them lie apart: symmetric, not negative, never NaN, perhaps infinite; 0 from a thing to
    /// itself, or infinite for one that is near to nothing. It need not keep to the triangle inequality.
    double distance(int a, int b);

    /// Names to `found` all things not farther than `radius` from one of them, itself included, in any order.
    /// Spaces that have an index do better than this.
    default void within(int thing, double radius, IntConsumer found) {
        for (int other = 0; other < size(); other++) {
            if (distance(thing, other) <= radius) {
                found.accept(other);
            }
        }
    }

    /// How many things may be compared each with each. What costs microseconds a distance should answer with less.
    default int pairwiseLimit() {
        return 10_000;
    }

    /// How many things may be clustered by what is near to each, with [#within] only.
    default int limit() {
        return pairwiseLimit();
    }

    /// Some of the things, numbered anew in the order given.
    default Space subset(int[] things) {
        var whole = this;
        return new Space() {
            @Override
            public int size() {
                return things.length;
            }

            @Override
            public double distance(int a, int b) {
                return whole.distance(things[a], things[b]);
            }

            @Override
            public int pairwiseLimit() {
                return whole.pairwiseLimit();
            }
        };
    }
}

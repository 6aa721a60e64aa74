package org.voorwerp.consensus.cluster;

import java.util.function.IntConsumer;

/// What DBSCAN asks of a space again and again, for one radius.
interface Neighbours {

    /// Whether at least so many things, itself included and whether taken or not, lie within the radius.
    boolean atLeast(int thing, int minimum);

    /// Hands over each thing within the radius that has not been taken yet, once.
    void take(int thing, IntConsumer taker);

    /// Takes a single thing.
    void remove(int thing);

    static Neighbours of(Space space, double radius) {
        return space instanceof Indexed indexed ? indexed.neighbours(radius) : new Searched(space, radius);
    }

    /// A space with an index of its own.
    interface Indexed extends Space {
        Neighbours neighbours(double radius);
    }

    /// Asks the space each time.
    final class Searched implements Neighbours {
        private final Space space;
        private final double radius;
        private final boolean[] taken;

        Searched(Space space, double radius) {
            this.space = space;
            this.radius = radius;
            this.taken = new boolean[space.size()];
        }

        @Override
        public boolean atLeast(int thing, int minimum) {
            var count = new int[1];
            space.within(thing, radius, _ -> count[0]++);
            return count[0] >= minimum;
        }

        @Override
        public void take(int thing, IntConsumer taker) {
            space.within(thing, radius, other -> {
                if (!taken[other]) {
                    taken[other] = true;
                    taker.accept(other);
                }
            });
        }

        @Override
        public void remove(int thing) {
            taken[thing] = true;
        }
    }
}

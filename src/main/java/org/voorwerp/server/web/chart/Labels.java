package org.voorwerp.server.web.chart;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Places labels beside what they name, none upon another.
final class Labels {

    private Labels() {}

    /// @param wanted where each would stand by itself, in any order
    /// @param distance that two need between them
    /// @param height from 0 to which they may stand; more than fit there begin above it
    /// @return where each stands, in the order of `wanted`
    static double[] apart(double[] wanted, double distance, double height) {
        var order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .mapToInt(i -> i)
                .toArray();
        var at = new double[wanted.length];
        double next = distance / 2;
        for (int i : order) {
            at[i] = Math.max(wanted[i], next);
            next = at[i] + distance;
        }
        double last = height - distance / 2;
        for (int i = order.length - 1; i >= 0; i--) {
            at[order[i]] = Math.min(at[order[i]], last);
            last = at[order[i]] - distance;
        }
        return at;
    }
}

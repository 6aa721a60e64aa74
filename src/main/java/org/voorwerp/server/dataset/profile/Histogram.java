package org.voorwerp.server.dataset.profile;

import java.util.ArrayList;
import java.util.List;

/// How often values lie where.
///
/// @param start where the first bin begins
/// @param width of each bin, a power of two; 0 if all values are `start`
/// @param counts of values in each bin, the first and the last not empty; a bin holds its lower end
public record Histogram(double start, double width, List<Long> counts) {

    public Histogram {
        counts = List.copyOf(counts);
    }

    /// The same in at most so many bins, made by joining neighbours.
    public Histogram atMost(int bins) {
        if (counts.size() <= bins) {
            return this;
        }
        int joined = (counts.size() + bins - 1) / bins;
        var fewer = new ArrayList<Long>();
        for (int i = 0; i < counts.size(); i += joined) {
            fewer.add(counts.subList(i, Math.min(i + joined, counts.size())).stream()
                    .mapToLong(Long::longValue)
                    .sum());
        }
        return new Histogram(start, width * joined, fewer);
    }
}

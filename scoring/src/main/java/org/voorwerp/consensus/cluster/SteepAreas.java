package org.voorwerp.consensus.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Cuts a reachability plot into clusters where it falls and rises by the share ξ: Ankerst et al. 1999, figure 19.
final class SteepAreas {

    /// Where the plot falls.
    ///
    /// @param between the largest reachability between its end and where the search stands
    private record Down(int start, int end, double between) {}

    private record Range(int start, int end) {}

    private final int[] order;
    private final int[] predecessor;
    /// One infinite value more than there are things.
    private final double[] plot;
    private final int patience;
    private final int smallest;
    private final double complement;
    private List<Down> downs = new ArrayList<>();

    private SteepAreas(Optics.Order order, int patience, int smallest, double xi) {
        this.order = order.reached();
        int size = this.order.length;
        this.plot = new double[size + 1];
        this.predecessor = new int[size];
        for (int at = 0; at < size; at++) {
            plot[at] = order.reachability()[this.order[at]];
            predecessor[at] = order.predecessor()[this.order[at]];
        }
        plot[size] = Double.POSITIVE_INFINITY;
        this.patience = patience;
        this.smallest = smallest;
        this.complement = 1 - xi;
    }

    static int[] labels(Optics.Order order, int patience, int smallest, double xi) {
        var areas = new SteepAreas(order, patience, smallest, xi);
        return areas.labels(areas.clusters());
    }

    /// Smaller clusters come first, and what they hold no larger one takes again.
    private int[] labels(List<Range> clusters) {
        var labels = new int[order.length];
        Arrays.fill(labels, Clustering.NOISE);
        int next = 0;
        for (var cluster : clusters) {
            boolean free = true;
            for (int at = cluster.start; at <= cluster.end; at++) {
                free &= labels[order[at]] == Clustering.NOISE;
            }
            if (free) {
                for (int at = cluster.start; at <= cluster.end; at++) {
                    labels[order[at]] = next;
                }
                next++;
            }
        }
        return labels;
    }

    private List<Range> clusters() {
        var clusters = new ArrayList<Range>();
        int index = 0;
        double between = 0;
        for (int steep = 0; steep < order.length; steep++) {
            if (steep < index || !(steepDown(steep) || steepUp(steep))) {
                continue;
            }
            for (int at = index; at <= steep; at++) {
                between = Math.max(between, plot[at]);
            }
            filterDowns(between);
            boolean down = steepDown(steep);
            int end = extend(steep, down);
            if (down) {
                downs.add(new Down(steep, end, 0));
            } else {
                clusters.addAll(clustersUpTo(steep, end));
            }
            index = end + 1;
            between = plot[index];
        }
        return clusters;
    }

    private List<Range> clustersUpTo(int upStart, int upEnd) {
        var found = new ArrayList<Range>();
        double after = plot[upEnd + 1];
        for (var down : downs) {
            if (after * complement < down.between) {
                continue;
            }
            int start = down.start;
            int end = upEnd;
            double before = plot[start];
            if (before * complement >= after) {
                while (plot[start + 1] > after && start < down.end) {
                    start++;
                }
            } else if (after * complement >= before) {
                while (plot[end - 1] > before && end > upStart) {
                    end--;
                }
            }
            end = correctedEnd(start, end);
            if (end > start && end - start + 1 >= smallest && start <= down.end && end >= upStart) {
                found.add(new Range(start, end));
            }
        }
        Collections.reverse(found);
        return found;
    }

    /// Leaves off the end what was reached from outside; not after `start` where nothing remains.
    private int correctedEnd(int start, int end) {
        for (int last = end; last > start; last--) {
            if (plot[start] > plot[last]) {
                return last;
            }
            for (int at = start; at < last; at++) {
                if (order[at] == predecessor[last]) {
                    return last;
                }
            }
        }
        return start;
    }

    private void filterDowns(double between) {
        var kept = new ArrayList<Down>();
        if (!Double.isInfinite(between)) {
            for (var down : downs) {
                if (between <= plot[down.start] * complement) {
                    kept.add(new Down(down.start, down.end, Math.max(down.between, between)));
                }
            }
        }
        downs = kept;
    }

    /// The last steep step of an area that begins at `start`; a few flat steps may lie between.
    private int extend(int start, boolean down) {
        int end = start;
        int flat = 0;
        for (int at = start; at < order.length; at++) {
            if (down ? steepDown(at) : steepUp(at)) {
                flat = 0;
                end = at;
            } else if (down ? ratio(at) < 1 : ratio(at) > 1) {
                return end;
            } else if (++flat > patience) {
                break;
            }
        }
        return end;
    }

    /// NaN, and so neither up nor down, between two infinite or two zero values.
    private double ratio(int at) {
        return plot[at] / plot[at + 1];
    }

    private boolean steepUp(int at) {
        return ratio(at) <= complement;
    }

    private boolean steepDown(int at) {
        return ratio(at) >= 1 / complement;
    }
}

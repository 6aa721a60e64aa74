package org.voorwerp.consensus.marks;

import org.voorwerp.consensus.cluster.Clusterer;
import org.voorwerp.consensus.cluster.Dbscan;

/// Every choice by which marks become consensus marks.
///
/// @param clusterer how marks are grouped; its distances are those of `metric`
/// @param metric what distance is
/// @param symmetric whether figures that look the same count as the same, however they were drawn: an ellipse turned
///     by half a turn, a line from its other end
/// @param average what the consensus of overlapping areas is
/// @param togetherFor how far the times of two marks on a video may lie apart, as a share of its length, for them to
///     overlap
/// @param repeats what becomes of several marks of one volunteer in one place
/// @param order in which order marks and clusters are told
public record MarkRecipe(
        Clusterer clusterer,
        Metric metric,
        boolean symmetric,
        Average average,
        double togetherFor,
        Repeats repeats,
        Order order) {

    /// How far two marks lie apart.
    public enum Metric {
        /// Figures: the Euclidean distance of their numbers, pixels and degrees alike, where an angle's
        /// difference is taken the shorter way round. Open lines: the mean distance of points along them, in
        /// pixels. Closed ones: as `OVERLAP`.
        EUCLIDEAN,
        /// 1 − area of the intersection / area of the union, from 0 to 1: for what has an area.
        OVERLAP
    }

    /// The consensus of areas that overlap.
    public enum Average {
        /// The figure with the least sum of squared distances to all members, found by search.
        BEST,
        /// The member with that.
        MEMBER
    }

    /// Several marks of one volunteer in one cluster.
    public enum Repeats {
        /// Each volunteer has one mark a cluster, the one nearest to its middle. The others make a cluster of
        /// their own where enough volunteers have a second one in one place, else they are noise. Clusters
        /// with marks of too few volunteers are none.
        ONE_A_CLUSTER,
        /// Each mark counts, whoever made it: so does panoptes_aggregation.
        ALL
    }

    /// The order of marks and clusters.
    public enum Order {
        /// By their numbers, so that the same marks give the same result in whatever order they are read.
        BY_PLACE,
        /// As they are read, clusters as the algorithm finds them: so does panoptes_aggregation.
        AS_READ
    }

    /// The choices that somebody makes by saying nothing: a cluster is made by `volunteers` or more, each within
    /// `radius` pixels of the others.
    public static MarkRecipe within(double radius, int volunteers) {
        return new MarkRecipe(
                new Dbscan(radius, volunteers),
                Metric.EUCLIDEAN,
                true,
                Average.BEST,
                0.5,
                Repeats.ONE_A_CLUSTER,
                Order.BY_PLACE);
    }

    /// As panoptes_aggregation does it, marks as they come.
    public static MarkRecipe asPanoptes(Clusterer clusterer, Metric metric, boolean symmetric, Average average) {
        return new MarkRecipe(clusterer, metric, symmetric, average, 0.5, Repeats.ALL, Order.AS_READ);
    }
}

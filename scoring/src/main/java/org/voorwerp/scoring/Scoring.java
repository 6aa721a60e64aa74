package org.voorwerp.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Scores one submission by several metrics at the same time: what they need alike, such as the order of a column, is
/// worked out once, see [Shared]. A score is the same as alone.
public final class Scoring {

    private Scoring() {}

    /// Applies `score` to every metric.
    ///
    /// @param score what to do with one metric; called by two threads at once
    /// @return what it gave, in the order of the metrics
    /// @throws RuntimeException the one that `score` throws for the first metric for which it throws
    public static <T> List<T> together(List<ConfiguredMetric<?>> metrics, Function<ConfiguredMetric<?>, T> score) {
        var shared = new Shared();
        var tasks = new ArrayList<FutureTask<T>>();
        var alone = new ReentrantLock();
        for (var metric : metrics) {
            tasks.add(new FutureTask<>(() -> shared.in(() -> score(metric, score, alone))));
        }
        // A task that somebody has begun is not begun again, so both may simply go through all. The helper comes from
        // the other end: metrics that stand together often need the same.
        if (tasks.size() > 1) {
            Thread.ofPlatform()
                    .daemon()
                    .name("scoring")
                    .start(() -> tasks.reversed().forEach(Runnable::run));
        }
        tasks.forEach(Runnable::run);
        return tasks.stream().map(Shared::result).toList();
    }

    /// A metric that sees the whole comparison may be a query or a program of somebody's, which takes memory of its
    /// own: never two at once.
    private static <T> T score(
            ConfiguredMetric<?> metric, Function<ConfiguredMetric<?>, T> score, ReentrantLock alone) {
        if (metric.metric().view() != Comparison.class) {
            return score.apply(metric);
        }
        alone.lock();
        try {
            return score.apply(metric);
        } finally {
            alone.unlock();
        }
    }
}

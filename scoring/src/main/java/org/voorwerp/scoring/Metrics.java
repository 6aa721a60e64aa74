package org.voorwerp.scoring;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The metrics at hand: the built-in ones and those of plug-ins, all found through [ServiceLoader].
public final class Metrics {

    private final List<Metric<?>> metrics;

    private Metrics(List<Metric<?>> metrics) {
        this.metrics = metrics;
    }

    /// The metrics that `loader` sees.
    ///
    /// @throws IllegalStateException if two share name and view
    public static Metrics load(ClassLoader loader) {
        var metrics = ServiceLoader.load(Metric.class, loader).stream()
                .<Metric<?>>map(ServiceLoader.Provider::get)
                .toList();
        for (var metric : metrics) {
            if (metrics.stream()
                            .filter(other -> other.name().equals(metric.name()) && other.view() == metric.view())
                            .count()
                    > 1) {
                throw new IllegalStateException("two metrics are named " + metric.name() + " and see "
                        + metric.view().getSimpleName());
            }
        }
        return new Metrics(metrics);
    }

    public List<Metric<?>> all() {
        return metrics;
    }

    /// The metric of that name for a task kind, its parameters checked.
    ///
    /// @param key see [ConfiguredMetric#key()]
    /// @param title the metric's name if null
    /// @throws IllegalArgumentException saying what is wrong and what there is instead
    public ConfiguredMetric<?> configure(
            TaskKind kind,
            String name,
            String key,
            @Nullable String title,
            Map<String, ?> parameters,
            boolean primary) {
        for (var view : kind.views()) {
            for (var metric : metrics) {
                if (metric.name().equals(name) && metric.view() == view) {
                    return configured(metric, key, title, parameters, primary);
                }
            }
        }
        var fitting = new TreeSet<String>();
        metrics.stream().filter(metric -> kind.views().contains(metric.view())).forEach(m -> fitting.add(m.name()));
        throw new IllegalArgumentException(
                "there is no metric " + name + " for " + kind.name() + "; there are " + String.join(", ", fitting));
    }

    private static <V extends View> ConfiguredMetric<V> configured(
            Metric<V> metric, String key, @Nullable String title, Map<String, ?> parameters, boolean primary) {
        return new ConfiguredMetric<>(
                metric,
                key,
                title == null ? metric.name() : title,
                Parameters.of(metric.parameters(), parameters),
                primary,
                null);
    }
}

package org.voorwerp.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.doc.MetricDocProcessor;

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
        var metrics = new Metrics(List.of());
        for (var metric : ServiceLoader.load(Metric.class, loader)) {
            metrics = metrics.plus(metric);
        }
        return metrics;
    }

    /// These metrics and one more.
    ///
    /// @throws IllegalStateException if there is one of that name and view
    public Metrics plus(Metric<?> metric) {
        for (var other : metrics) {
            if (other.name().equals(metric.name()) && other.view() == metric.view()) {
                throw new IllegalStateException("two metrics are named " + metric.name() + " and see "
                        + metric.view().getSimpleName() + ": "
                        + other.getClass().getName() + " and "
                        + metric.getClass().getName());
            }
        }
        return new Metrics(Stream.concat(metrics.stream(), Stream.of(metric)).toList());
    }

    /// What the doc comment of a metric's class says, in Markdown; empty where the jar came without it. See
    /// [org.voorwerp.scoring.doc.MetricDocProcessor].
    public static String documentation(Metric<?> metric) {
        var type = metric.getClass();
        try (var in = type.getResourceAsStream("/" + MetricDocProcessor.resource(type.getName()))) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return configured(named(kind, name), key, title, parameters, primary);
    }

    /// The metric of that name for a task kind.
    ///
    /// @throws IllegalArgumentException saying what there is instead
    public Metric<?> named(TaskKind kind, String name) {
        for (var view : views(kind)) {
            for (var metric : metrics) {
                if (metric.name().equals(name) && metric.view() == view) {
                    return metric;
                }
            }
        }
        var fitting = new TreeSet<String>();
        metrics.stream().filter(metric -> kind.offers(metric.view())).forEach(m -> fitting.add(m.name()));
        throw new IllegalArgumentException(
                "there is no metric " + name + " for " + kind.name() + "; there are " + String.join(", ", fitting));
    }

    /// In the order in which they decide where metrics share a name.
    private static List<Class<? extends View>> views(TaskKind kind) {
        return Stream.concat(kind.views().stream(), Stream.of(Comparison.class)).toList();
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

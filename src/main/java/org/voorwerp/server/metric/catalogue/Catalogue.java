package org.voorwerp.server.metric.catalogue;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.server.metric.plugin.PluginConfig;
import org.voorwerp.server.metric.plugin.Plugins;
import org.voorwerp.server.metric.program.ProgramConfig;
import org.voorwerp.server.metric.program.ProgramMetric;
import org.voorwerp.server.metric.program.ProgramSource;
import org.voorwerp.server.metric.program.Programs;
import org.voorwerp.server.metric.sql.Queries;
import org.voorwerp.server.metric.sql.SqlConfig;
import org.voorwerp.server.metric.sql.SqlMetric;

/// The one place that turns what a challenge says of a metric into a metric. Whoever scores sees no difference.
@ApplicationScoped
public class Catalogue {

    private final Plugins plugins;
    private final Queries queries;
    private final Programs programs;

    Catalogue(PluginConfig config, Queries queries, Programs programs) {
        this.plugins = Plugins.load(config.folder());
        this.queries = queries;
        this.programs = programs;
    }

    /// The catalogue outside of a server, configured as a server would be.
    public static Catalogue withoutServer() {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredConverters()
                .withMapping(PluginConfig.class)
                .withMapping(SqlConfig.class)
                .withMapping(ProgramConfig.class)
                .withValidateUnknown(false)
                .build();
        return new Catalogue(
                config.getConfigMapping(PluginConfig.class),
                new Queries(config.getConfigMapping(SqlConfig.class)),
                new Programs(config.getConfigMapping(ProgramConfig.class)));
    }

    /// Plug-ins are read when the server starts, not when the first challenge asks for one.
    void start(@Observes @Priority(1) StartupEvent event) {}

    /// Those with a name: built in, or from plug-ins.
    public Metrics metrics() {
        return plugins.metrics();
    }

    /// The same, described, by name.
    public List<MetricEntry> entries() {
        return metrics().all().stream()
                .map(metric -> MetricEntry.of(metric, plugins.source(metric).orElse("built-in")))
                .sorted(Comparator.comparing(MetricEntry::name))
                .toList();
    }

    /// A metric as a challenge uses it.
    ///
    /// @param key see [ConfiguredMetric#key()]
    /// @param programs where the program in a folder of the pack is
    /// @throws IllegalArgumentException as [Metrics#configure]
    public ConfiguredMetric<?> configure(
            TaskKind kind, MetricUse use, String key, boolean primary, Function<String, ProgramSource> programs) {
        return switch (use) {
            case MetricUse.Named(var name, var title, var given) -> {
                var parameters = Parameters.hosted(metrics().named(kind, name).parameters(), given);
                yield metrics().configure(kind, name, key, title, parameters, primary);
            }
            case MetricUse.Sql(var name, var _, var direction, var query) ->
                own(new SqlMetric(name, direction, query, queries), use, key, primary);
            case MetricUse.Program(var name, var _, var direction, var folder) ->
                own(new ProgramMetric(name, direction, programs.apply(folder), this.programs), use, key, primary);
        };
    }

    private static ConfiguredMetric<?> own(Metric<Comparison> metric, MetricUse use, String key, boolean primary) {
        return new ConfiguredMetric<>(
                metric,
                key,
                Objects.requireNonNullElse(use.title(), use.name()),
                Parameters.of(List.of(), Map.of()),
                primary,
                null);
    }
}

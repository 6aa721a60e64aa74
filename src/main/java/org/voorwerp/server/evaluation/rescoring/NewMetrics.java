package org.voorwerp.server.evaluation.rescoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Definition.MetricDefinition;
import org.voorwerp.server.http.Invalid;

/// Other metrics, as organisers ask for them; fields as in challenge.yaml.
///
/// @param reason said to everybody
/// @param metrics all that are to be, not only the new ones
/// @param rankedBy `primary`, `mean-rank` or `weighted-sum`
public record NewMetrics(
        @Nullable String reason,
        @Nullable List<Use> metrics,
        @Nullable String rankedBy) {

    private static final int MOST = 20;

    /// One of them.
    public record Use(
            @Nullable String name,
            @Nullable String title,
            @Nullable Map<String, Object> parameters,
            @Nullable String weight,
            @Nullable Boolean primary,
            @Nullable Double rankWeight,
            @Nullable List<Double> scale) {}

    String ranking() {
        return rankedBy == null ? "primary" : rankedBy;
    }

    /// As a definition has them. Queries and programs come with a pack only: one of these is named to be kept.
    ///
    /// @param present the metrics there are
    /// @throws Invalid if they cannot rank anything
    List<MetricDefinition> uses(List<MetricDefinition> present) {
        if (metrics == null
                || metrics.isEmpty()
                || metrics.size() > MOST
                || metrics.stream().anyMatch(Objects::isNull)) {
            throw new Invalid("metrics: list 1 to " + MOST + " metrics.");
        }
        if (!List.of("primary", "mean-rank", "weighted-sum").contains(ranking())) {
            throw new Invalid("rankedBy: expected is primary, mean-rank or weighted-sum.");
        }
        long primaries = metrics.stream()
                .filter(use -> Boolean.TRUE.equals(use.primary()))
                .count();
        if (primaries > 1 || metrics.size() > 1 && primaries == 0) {
            throw new Invalid("metrics: exactly one is primary.");
        }
        boolean several = !ranking().equals("primary");
        if (several && metrics.stream().noneMatch(use -> use.rankWeight() != null)) {
            throw new Invalid("metrics: those that are to decide need a rankWeight each.");
        }
        return metrics.stream().map(use -> use(use, present)).toList();
    }

    private MetricDefinition use(Use use, List<MetricDefinition> present) {
        if (use.name() == null) {
            throw new Invalid("metrics: each has a name.");
        }
        var weight = ranking().equals("primary") ? null : use.rankWeight();
        boolean decides = weight != null;
        if (weight != null && !(weight > 0 && weight <= 1e6)) {
            throw new Invalid(use.name() + ": a rankWeight is a number above 0 and at most 1000000.");
        }
        boolean summed = decides && ranking().equals("weighted-sum");
        var scale = use.scale();
        if (summed
                && (scale == null
                        || scale.size() != 2
                        || scale.contains(null)
                        || !Double.isFinite(scale.getLast() - scale.getFirst())
                        || scale.getLast() - scale.getFirst() == 0)) {
            throw new Invalid(
                    use.name() + ": a weighted sum needs the scale, two different numbers: the score that counts"
                            + " 0 and the one that counts 1.");
        }
        var own = present.stream()
                .filter(metric ->
                        metric.name().equals(use.name()) && (metric.sql() != null || metric.program() != null))
                .findFirst();
        return new MetricDefinition(
                use.name(),
                use.title(),
                use.parameters(),
                own.map(MetricDefinition::sql).orElse(null),
                own.map(MetricDefinition::program).orElse(null),
                own.map(MetricDefinition::direction).orElse(null),
                use.weight(),
                use.primary(),
                weight,
                summed ? scale : null);
    }
}

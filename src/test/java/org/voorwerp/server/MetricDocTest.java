package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.server.metric.catalogue.MetricEntry;

/// docs/metrics.md says what the metrics' doc comments say.
class MetricDocTest {

    private static List<MetricEntry> builtIn() {
        return Metrics.load(Metric.class.getClassLoader()).all().stream()
                .filter(metric -> metric.getClass().getName().startsWith("org.voorwerp.scoring.metric."))
                .map(metric -> MetricEntry.of(metric, "built-in"))
                .sorted(Comparator.comparing(MetricEntry::name))
                .toList();
    }

    @Test
    void theCatalogueSaysWhatTheDocCommentsSay() throws IOException {
        var head = """
                # Metrics

                What challenge.yaml can name under `metrics`; a server may have more, from plug-ins: `/metrics` and
                `GET /api/metrics` list them. Further ones can be written: see [write-a-metric.md](write-a-metric.md).

                `fraction` stands for values of a single column from 0 to 1, which metrics of probabilities see as two classes.
                """;
        Documents.assertCurrent(
                Path.of("..", "docs", "metrics.md"),
                builtIn().stream().map(MetricDocTest::section).collect(Collectors.joining("\n", head + "\n", "")));
    }

    @Test
    void everyMetricIsDocumented() {
        for (var metric : builtIn()) {
            assertFalse(metric.documentation().isBlank(), metric.name());
        }
    }

    @Test
    void theCatalogueAsksEveryKindOfTask() {
        assertEquals(
                Set.of(TaskKind.class.getPermittedSubclasses()),
                MetricEntry.TASKS.values().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    private static String tasks(MetricEntry metric) {
        return metric.tasks().isEmpty() ? "no kind of task yet" : String.join(", ", metric.tasks());
    }

    private static String section(MetricEntry metric) {
        var text = new StringBuilder("## %s\n\n*%s is better · for %s*\n\n%s"
                .formatted(metric.name(), metric.direction(), tasks(metric), metric.documentation()));
        if (!metric.parameters().isEmpty()) {
            text.append("\n| parameter | type | default | range | meaning |\n| --- | --- | --- | --- | --- |\n");
            for (var parameter : metric.parameters()) {
                text.append("| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                                parameter.name(),
                                parameter.type(),
                                Objects.requireNonNullElse(parameter.standard(), "–"),
                                parameter.range(),
                                parameter.meaning()));
            }
        }
        return text.toString();
    }
}

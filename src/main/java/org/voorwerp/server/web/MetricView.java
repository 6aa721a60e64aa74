package org.voorwerp.server.web;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// A metric as the rules explain it.
///
/// @param title what the board calls it
/// @param name the word for it in challenge.yaml
/// @param explanation in words of ours, or else its documentation; null for a query, a program, or a plug-in without
/// any
record MetricView(
        String title,
        String name,
        String better,
        boolean primary,
        @Nullable RawString explanation,
        List<Setting> settings) {

    record Setting(String name, String value, String meaning) {}

    static MetricView of(ConfiguredMetric<?> configured) {
        var metric = configured.metric();
        return new MetricView(
                configured.title(),
                metric.name(),
                BoardView.better(metric.direction()),
                configured.primary(),
                Text.METRICS
                        .section(metric.name())
                        .or(() -> Optional.of(Metrics.documentation(metric)).filter(text -> !text.isBlank()))
                        .map(Markdown::toHtml)
                        .orElse(null),
                metric.parameters().stream()
                        .map(parameter -> new Setting(
                                parameter.name(), value(parameter, configured.parameters()), parameter.meaning()))
                        .toList());
    }

    private static String value(Parameter parameter, Parameters values) {
        return switch (parameter) {
            case Parameter.Decimal decimal -> Double.toString(values.decimal(decimal.name()));
            case Parameter.Whole whole -> Integer.toString(values.whole(whole.name()));
            case Parameter.Choice choice -> values.choice(choice.name());
            case Parameter.Words words -> {
                var list = values.words(words.name());
                yield list.isEmpty() ? "all" : String.join(", ", list);
            }
        };
    }
}

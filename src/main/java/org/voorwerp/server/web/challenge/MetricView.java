package org.voorwerp.server.web.challenge;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.SubjectWeight;
import org.voorwerp.server.web.text.Format;
import org.voorwerp.server.web.text.Markdown;
import org.voorwerp.server.web.text.Text;

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
                Format.better(metric.direction()),
                configured.primary(),
                Text.METRICS
                        .section(metric.name())
                        .or(() -> Optional.of(Metrics.documentation(metric)).filter(text -> !text.isBlank()))
                        .map(Markdown::toHtml)
                        .orElse(null),
                settings(configured));
    }

    private static List<Setting> settings(ConfiguredMetric<?> configured) {
        var settings = new ArrayList<Setting>();
        for (var parameter : configured.metric().parameters()) {
            settings.add(new Setting(parameter.name(), value(parameter, configured.parameters()), parameter.meaning()));
        }
        var weight = configured.weight();
        if (weight != null) {
            settings.add(new Setting("weight", weight.word(), meaning(weight)));
        }
        return settings;
    }

    private static String meaning(SubjectWeight weight) {
        return switch (weight) {
            case CERTAINTY -> "a subject counts by the share of its votes that the commonest answer has";
            case VOTES -> "a subject counts by the number of its votes";
        };
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

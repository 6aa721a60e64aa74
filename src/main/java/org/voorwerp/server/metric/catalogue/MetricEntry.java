package org.voorwerp.server.metric.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;

/// A metric as the catalogue shows it.
///
/// @param name the word for it in challenge.yaml
/// @param title the same in plain words
/// @param direction which way is better: `higher` or `lower`
/// @param tasks what it can score: `labels`, `probabilities`, `values`, and `fraction` for values of a single column
/// from
///     0 to 1
/// @param documentation in Markdown; empty where a plug-in came without it
/// @param source `built-in`, or the file name of the plug-in
public record MetricEntry(
        String name,
        String title,
        String direction,
        List<String> tasks,
        List<ParameterEntry> parameters,
        String documentation,
        String source) {

    /// One of each kind, to ask what it offers.
    public static final Map<String, TaskKind> TASKS = new TreeMap<>(Map.of(
            "labels", new Labels("label", List.of("a", "b")),
            "probabilities", new Probabilities("p_", List.of("a", "b")),
            "values", new Values(List.of(new NumberColumn("a"), new NumberColumn("b"))),
            "texts", new Texts("text", Texts.LONGEST),
            "fraction", new Values(List.of(new NumberColumn("a", 0, 1)))));

    /// A parameter of a metric.
    ///
    /// @param type `number`, `whole number`, `word` or `words`
    /// @param standard what it is where challenge.yaml is silent; absent if it must be given
    /// @param min the least value allowed
    /// @param max the greatest value allowed
    /// @param choices the words allowed
    /// @param meaning one sentence
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ParameterEntry(
            String name,
            String type,
            @JsonProperty("default") @Nullable Object standard,
            @Nullable Number min,
            @Nullable Number max,
            @Nullable List<String> choices,
            String meaning) {

        static ParameterEntry of(Parameter parameter) {
            return switch (parameter) {
                case Parameter.Decimal(var name, var meaning, var _, var standard, var min, var max) ->
                    new ParameterEntry(name, "number", standard, finite(min), finite(max), null, meaning);
                case Parameter.Whole(var name, var meaning, var standard, var min, var max) ->
                    new ParameterEntry(
                            name, "whole number", standard, min, max == Integer.MAX_VALUE ? null : max, null, meaning);
                case Parameter.Choice(var name, var meaning, var standard, var choices) ->
                    new ParameterEntry(name, "word", standard, null, null, choices, meaning);
                case Parameter.Words words ->
                    new ParameterEntry(words.name(), "words", words.defaultValue(), null, null, null, words.meaning());
            };
        }

        private static @Nullable Double finite(double bound) {
            return Math.abs(bound) < Double.MAX_VALUE ? bound : null;
        }

        /// The values allowed, in words; empty where all are.
        public String range() {
            if (choices != null) {
                return String.join(", ", choices);
            }
            return min == null ? max == null ? "" : "up to " + max : max == null ? "from " + min : min + " to " + max;
        }
    }

    /// @param source see [#source()]
    public static MetricEntry of(Metric<?> metric, String source) {
        return new MetricEntry(
                metric.name(),
                metric.name().replace('-', ' '),
                metric.direction().word(),
                TASKS.entrySet().stream()
                        .filter(task -> task.getValue().offers(metric.view()))
                        .map(Map.Entry::getKey)
                        .toList(),
                metric.parameters().stream().map(ParameterEntry::of).toList(),
                Metrics.documentation(metric),
                source);
    }
}

package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Rows;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.Values;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.View.ProbabilityView;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.View.ValueView;

/// One to twelve subjects each: ties, constants, classes that do not occur, subjects without weight, places and bins
/// without subjects. The lines of edges.jsonl.gz hold what scikit-learn 1.2 and SciPy make of them, or, where they have
/// no such metric or do not take weights, a slow way in Python; `undefined` where nothing can be made of the truth.
class EdgeVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Metric<?>> metrics =
            Metrics.load(getClass().getClassLoader()).all();

    @TestFactory
    Stream<DynamicTest> equalsTheReferenceAtTheEdges() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/edges.jsonl.gz"));
                var lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            var cases = lines.lines().toList();
            assertTrue(cases.size() > 1000);
            return cases.stream()
                    .map(line -> dynamicTest(line.substring(0, Math.min(80, line.length())), () -> {
                        var one = JSON.readTree(line);
                        check(one, metric(one.get("metric").asText(), view(one)));
                    }));
        }
    }

    private Metric<?> metric(String name, View view) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name) && metric.view() == view.getClass())
                .findFirst()
                .orElseThrow();
    }

    private static <V extends View> void check(JsonNode one, Metric<V> metric) {
        var view = metric.view().cast(view(one));
        @SuppressWarnings("unchecked") // As JSON has it.
        Map<String, Object> given = JSON.convertValue(one.get("params"), Map.class);
        var parameters = Parameters.of(metric.parameters(), given);
        var expected = one.get("expected");
        if (expected.isTextual()) {
            assertThrows(UndefinedScoreException.class, () -> metric.score(view, parameters));
            return;
        }
        double tolerance = 1e-9 * Math.max(1, Math.abs(expected.asDouble()));
        var score = metric.score(view, parameters);
        assertEquals(expected.asDouble(), score.value(), tolerance);
        var interval = score.interval();
        if (interval != null) {
            assertTrue(interval.low() <= score.value() && score.value() <= interval.high(), score::toString);
        }
        var estimate = metric.estimate(view, parameters);
        assertNotNull(estimate);
        assertEquals(expected.asDouble(), estimate.value(), tolerance);
    }

    private static View view(JsonNode one) {
        var weights = one.get("weights").isNull() ? null : numbers(one.get("weights"));
        return switch (one.get("view").asText()) {
            case "labels" ->
                new LabelView(
                        texts(one.get("classes")), indices(one.get("truth")), indices(one.get("prediction")), weights);
            case "probs" -> probabilities(one, weights);
            case "text" -> new TextView(texts(one.get("ttruth")), texts(one.get("tprediction")), weights);
            case "fraction" -> {
                double[][] truth = columns(one.get("truth"));
                var kind = new Values(List.of(new NumberColumn("v0", 0, 1)));
                var cells = new NumberCells(columns(one.get("prediction"))[0]);
                yield kind.view(
                        ProbabilityView.class,
                        new ValueAnswers(List.of("v0"), truth),
                        new Predictions(List.of(cells)),
                        Rows.first(truth[0].length),
                        weights);
            }
            default -> {
                double[][] truth = columns(one.get("truth"));
                var names = IntStream.range(0, truth.length).mapToObj(c -> "v" + c);
                yield new ValueView(names.toList(), truth, columns(one.get("prediction")), weights);
            }
        };
    }

    /// Accuracy looks at the most probable class.
    private static View probabilities(JsonNode one, double @Nullable [] weights) {
        double[][] fractions = one.has("fractions") ? columns(one.get("fractions")) : null;
        var view = new ProbabilityView(
                texts(one.get("classes")),
                indices(one.get("truth")),
                fractions,
                columns(one.get("probabilities")),
                weights);
        return one.get("metric").asText().equals("accuracy")
                ? new LabelView(view.classes(), view.truth(), view.mostProbable(), weights)
                : view;
    }

    private static double[][] columns(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(EdgeVectorsTest::numbers)
                .toArray(double[][]::new);
    }

    private static double[] numbers(JsonNode cells) {
        return StreamSupport.stream(cells.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static int[] indices(JsonNode cells) {
        return StreamSupport.stream(cells.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    private static List<String> texts(JsonNode cells) {
        return StreamSupport.stream(cells.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

/// Every case of metrics.json.gz, which says where it comes from, scored the way a challenge is: by task kind,
/// truth, predictions and the words of challenge.yaml.
class VectorsTest {

    private static final double TOLERANCE = 1e-9;

    private final Metrics metrics = Metrics.load(getClass().getClassLoader());
    private final JsonNode vectors = read();

    @Test
    void thereAre161Cases() {
        assertEquals(161, vectors.get("cases").size());
    }

    @TestFactory
    Stream<DynamicTest> equalsScikitLearnAndSciPy() {
        var cases = vectors.get("cases");
        return IntStream.range(0, cases.size())
                .mapToObj(i -> dynamicTest(name(i, cases.get(i)), () -> check(cases.get(i))));
    }

    private String name(int i, JsonNode one) {
        var weighted = one.get("weights").isNull() ? "" : " weighted";
        return i + " " + one.get("metric").asText() + " of " + truth(one).size() + weighted;
    }

    private void check(JsonNode one) {
        var posed = pose(one);
        var parameters = parameters(one.get("params"));
        var metric = metrics.configure(posed.kind(), one.get("metric").asText(), "it", null, parameters, true);
        int[] rows = IntStream.range(0, truth(one).size()).toArray();
        var weights = one.get("weights").isNull()
                ? null
                : numbers(array(one.get("weights").asInt()));
        var score = metric.score(posed.kind(), posed.truth(), posed.predictions(), rows, weights);
        assertEquals(one.get("expected").asDouble(), score.value(), TOLERANCE);
        var interval = score.interval();
        assertNotNull(interval);
        assertTrue(interval.low() <= score.value() && score.value() <= interval.high(), interval.toString());
    }

    private record Posed(TaskKind kind, Truth truth, Predictions predictions) {}

    private Posed pose(JsonNode one) {
        var truth = truth(one);
        var prediction = array(one.get("prediction").asInt());
        if (one.get("params").has("classes")) {
            var classes = texts(one.get("params").get("classes"));
            var labels = indices(truth, classes);
            return new Posed(
                    new Probabilities("p_", classes),
                    truth(new ClassAnswers(classes, labels, null), truth.size()),
                    columns(prediction));
        }
        return switch (one.get("metric").asText()) {
            case "soft-log-loss", "kl-divergence", "jensen-shannon" -> votes(truth, prediction);
            case "accuracy",
                    "balanced-accuracy",
                    "f1",
                    "precision",
                    "recall",
                    "matthews",
                    "cohen-kappa",
                    "quadratic-kappa" -> labels(truth, prediction);
            default -> values(truth, prediction);
        };
    }

    private static Posed votes(JsonNode truth, JsonNode prediction) {
        var classes =
                IntStream.range(0, truth.get(0).size()).mapToObj(k -> "c" + k).toList();
        double[][] fractions = transposed(truth);
        var answers = new ClassAnswers(classes, new int[truth.size()], fractions);
        return new Posed(new Probabilities("p_", classes), truth(answers, truth.size()), columns(prediction));
    }

    private static Posed labels(JsonNode truth, JsonNode prediction) {
        // The order of classes matters to quadratic kappa: 2 before 10.
        var all = new TreeSet<String>(
                truth.get(0).isNumber() ? Comparator.comparing(Integer::valueOf) : Comparator.naturalOrder());
        all.addAll(texts(truth));
        all.addAll(texts(prediction));
        var classes = List.copyOf(all);
        return new Posed(
                new Labels("label", classes),
                truth(new ClassAnswers(classes, indices(truth, classes), null), truth.size()),
                new Predictions(List.of(new ClassCells(indices(prediction, classes)))));
    }

    private static Posed values(JsonNode truth, JsonNode prediction) {
        double[][] values = transposed(truth);
        var names = IntStream.range(0, values.length).mapToObj(c -> "v" + c).toList();
        return new Posed(
                new Values(names.stream().map(NumberColumn::new).toList()),
                truth(new ValueAnswers(names, values), truth.size()),
                columns(prediction));
    }

    private static Truth truth(Answers answers, int size) {
        var ids = IntStream.range(0, size).mapToObj(i -> "s" + i).toList();
        var parts = new Part[size];
        Arrays.fill(parts, Part.PUBLIC);
        return new Truth(SubjectIndex.of(ids), parts, new int[size], answers);
    }

    private static Predictions columns(JsonNode rows) {
        return new Predictions(
                Stream.of(transposed(rows)).<Cells>map(NumberCells::new).toList());
    }

    /// Rows, or plain numbers as rows of one, as columns.
    private static double[][] transposed(JsonNode rows) {
        int columns = rows.get(0).isArray() ? rows.get(0).size() : 1;
        var result = new double[columns][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < columns; c++) {
                result[c][i] = rows.get(i).isArray()
                        ? rows.get(i).get(c).asDouble()
                        : rows.get(i).asDouble();
            }
        }
        return result;
    }

    private static Map<String, Object> parameters(JsonNode params) {
        var parameters = new HashMap<String, Object>();
        params.properties().forEach(entry -> parameters.put(entry.getKey(), value(entry.getValue())));
        parameters.remove("classes");
        return parameters;
    }

    private static Object value(JsonNode node) {
        return node.isNumber() ? node.numberValue() : node.asText();
    }

    private JsonNode truth(JsonNode one) {
        return array(one.get("truth").asInt());
    }

    private JsonNode array(int place) {
        return vectors.get("arrays").get(place);
    }

    private static int[] indices(JsonNode labels, List<String> classes) {
        return texts(labels).stream().mapToInt(classes::indexOf).toArray();
    }

    private static List<String> texts(JsonNode nodes) {
        var texts = new ArrayList<String>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static double[] numbers(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static JsonNode read() {
        try (var in = VectorsTest.class.getResourceAsStream("/metrics.json.gz")) {
            assertNotNull(in);
            return new ObjectMapper().readTree(new GZIPInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.voorwerp.consensus.text.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voorwerp.consensus.RealData;
import org.voorwerp.consensus.text.TextReducer;
import org.voorwerp.consensus.text.Transcription;
import org.voorwerp.consensus.text.line.PolyLineRecipe.Dots;

/// Inputs and outputs of the Zooniverse's own reducers of text (zooniverse/aggregation-for-caesar at 36ac055).
///
/// Differences, and why:
/// * `parameters`, `reducer` and `aggregation_version` repeat the recipe, which stands beside the consensus;
/// * every line counts in `transcribed_lines` and `low_consensus_lines`: their optics reducer leaves out lines alone
///   on a frame with clusters, and counts those on a frame without as one, however many they are;
/// * `$1` is a word: theirs takes the dollar sign for one of its own, so that the text becomes `$ 1`.
@NullUnmarked
class LineVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> reducersOfTextGiveWhatTheZooniversesGive() throws IOException {
        var vectors =
                JSON.readTree(RealData.file("panoptes-aggregation/vectors.json").toFile());
        var tests = new ArrayList<DynamicTest>();
        for (var vector : vectors.get("vectors")) {
            var function = vector.get("function").asText();
            var name = vector.get("test_name").asText();
            if (!vector.has("reduced")) {
                continue;
            }
            switch (function) {
                case "text_reducer" -> tests.add(DynamicTest.dynamicTest(name, () -> checkText(vector)));
                case "poly_line_text_reducer" -> tests.add(DynamicTest.dynamicTest(name, () -> checkPoly(vector)));
                case "optics_line_text_reducer" -> tests.add(DynamicTest.dynamicTest(name, () -> checkOptics(vector)));
                default -> {}
            }
        }
        assertEquals(10, tests.size());
        return tests.stream();
    }

    private static void checkText(JsonNode vector) {
        var read = new ArrayList<Transcription>();
        for (var extract : vector.get("extracted")) {
            var user = vector.get("network_kwargs").get("user_id").path(read.size());
            read.add(new Transcription(
                    user.asText(),
                    extract.path("text").asText(),
                    extract.path("gold_standard").asBoolean()));
        }
        JsonNode ours = JSON.valueToTree(TextReducer.reduce(read).columns());
        same("", vector.get("reduced"), ours);
    }

    private static void checkPoly(JsonNode vector) {
        var kwargs = vector.get("kwargs");
        var recipe = new PolyLineRecipe(
                kwargs.get("eps_slope").asDouble(),
                kwargs.get("eps_line").asDouble(),
                kwargs.get("eps_word").asDouble(),
                0,
                kwargs.get("min_samples").asInt(),
                Dots.valueOf(kwargs.get("dot_freq").asText().toUpperCase(Locale.ROOT)),
                kwargs.path("min_word_count").asInt(1),
                vector.path("pkwargs").path("process_by_line").asBoolean());
        var frames = new TreeMap<String, List<LineConsensus>>();
        lines(vector).forEach((frame, lines) -> frames.put(frame, new PolyLineReducer(recipe).reduce(lines)));
        compare(
                vector.get("reduced"),
                frames,
                kwargs.path("low_consensus_threshold").asDouble(3),
                true);
    }

    private static void checkOptics(JsonNode vector) {
        var kwargs = vector.path("kwargs");
        var recipe = new OpticsLineRecipe(
                kwargs.has("min_samples")
                        ? OptionalInt.of(kwargs.get("min_samples").asInt())
                        : OptionalInt.empty(),
                0.15,
                30,
                kwargs.path("gutter_eps").asDouble(300),
                0);
        var frames = new TreeMap<String, List<LineConsensus>>();
        lines(vector).forEach((frame, lines) -> frames.put(frame, new OpticsLineReducer(recipe).reduce(lines)));
        if (vector.get("test_name").asText().equals("TestOpticsLTReducerWithDollarSign")) {
            var consensus = frames.get("frame0").getFirst().consensus();
            assertEquals("$1 2 3 4 5", consensus.text());
            assertEquals(7, consensus.score());
            return;
        }
        compare(
                vector.get("reduced"),
                frames,
                kwargs.path("low_consensus_threshold").asDouble(3),
                false);
    }

    private static LinkedHashMap<String, List<TranscribedLine>> lines(JsonNode vector) {
        var lines = new LinkedHashMap<String, List<TranscribedLine>>();
        int reading = 0;
        for (var extract : vector.get("extracted")) {
            var user = vector.get("network_kwargs").get("user_id").path(reading);
            for (var frame : extract.properties()) {
                var of = lines.computeIfAbsent(frame.getKey(), _ -> new ArrayList<>());
                var value = frame.getValue();
                for (int i = 0; i < value.get("text").size(); i++) {
                    var words = StreamSupport.stream(value.get("text").get(i).spliterator(), false)
                            .map(JsonNode::asText)
                            .toList();
                    of.add(new TranscribedLine(
                            user.isNull() ? null : user.asText(),
                            reading,
                            numbers(value.get("points").get("x").get(i)),
                            numbers(value.get("points").get("y").get(i)),
                            words,
                            value.get("slope").get(i).asDouble(),
                            value.path("gold_standard").asBoolean()));
                }
            }
            reading++;
        }
        return lines;
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static void compare(
            JsonNode theirs, TreeMap<String, List<LineConsensus>> frames, double threshold, boolean countsToo) {
        JsonNode ours = JSON.valueToTree(new LineColumns(threshold).of(frames));
        for (var column : theirs.properties()) {
            var name = column.getKey();
            boolean counts = name.endsWith("_lines");
            if (name.startsWith("frame") || counts && countsToo) {
                same(name, column.getValue(), ours.get(name));
            } else if (counts) {
                assertTrue(column.getValue().asInt() <= ours.get(name).asInt(), name);
            }
        }
    }

    private static void same(String where, JsonNode theirs, JsonNode ours) {
        if (theirs.isNumber() && where.contains("user_ids")) {
            assertEquals(theirs.asText(), ours.asText(), where);
        } else if (theirs.isNumber()) {
            assertEquals(theirs.asDouble(), ours.asDouble(), 1e-9, where);
        } else if (theirs.isArray()) {
            assertEquals(theirs.size(), ours.size(), () -> where + ": " + theirs + " / " + ours);
            for (int i = 0; i < theirs.size(); i++) {
                same(where + '/' + i, theirs.get(i), ours.get(i));
            }
        } else if (theirs.isObject()) {
            var names = new TreeSet<String>();
            theirs.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                assertTrue(ours.has(name), () -> where + '/' + name + " in " + ours);
                same(where + '/' + name, theirs.get(name), ours.get(name));
            }
        } else {
            assertEquals(theirs.asText(), ours.asText(), where);
        }
    }
}

package org.voorwerp.consensus.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the Zooniverse's own aggregation expects of its extractors, on the same inputs.
@NullUnmarked
class ExtractorVectorsTest {

    /// Functions that are not offered, and why.
    private static final Map<String, String> NOT_OFFERED = Map.of(
            "i2a_extractor", "the distance exercise of one classroom project",
            "nfn_extractor", "the badges of one project",
            "pluck_and_split_extractor", "it reads no annotation but a path of metadata",
            "survey_whitelist_extractor", "it adds whether a path of metadata names the choice",
            "sw_graphic_extractor", "the format of two projects that ended",
            "sw_variant_extractor", "the format of two projects that ended",
            "all_tasks_empty_extractor", "the tally counts unanswered rows for each task");

    /// Single vectors that differ on purpose, and why.
    private static final Map<String, String> DIFFERENT = Map.of(
            "Test pluck field functionality for feedback data with a question extractor",
            "what a training subject told the volunteer is no annotation");

    @TestFactory
    Stream<DynamicTest> vectorsComeOut() throws IOException {
        var vectors = Vectors.of("extractor_tests/");
        assertEquals(88, vectors.size());
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(
                        vector.get("file").asText() + ": " + vector.get("name").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        var name = vector.get("function").asText().replace("extractors.", "");
        var why =
                NOT_OFFERED.getOrDefault(name, DIFFERENT.get(vector.get("name").asText()));
        if (why != null) {
            abort("not offered: " + why);
        }
        var settings = vector.path("kwargs");
        var input = vector.get("input");
        var annotations = new ArrayList<JsonNode>();
        input.get("annotations").forEach(annotations::add);
        var answered = new Answered(
                annotations, input.path("metadata"), input.path("gold_standard").asBoolean(), null);
        var task =
                settings.path("task").asText(annotations.getFirst().get("task").asText());

        var extracts = Extractors.of(name, settings).orElseThrow().extract(answered, task);

        var expected = vector.get("expected");
        var found = expected.isArray() ? new ObjectMapper().valueToTree(extracts) : (JsonNode) extracts.getFirst();
        assertEquals(
                List.of(),
                Vectors.differences("", expected, found),
                () -> "expected " + expected + " but found " + found);
    }
}

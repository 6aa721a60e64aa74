package org.voorwerp.consensus.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.Vectors;

/// What the Zooniverse's own aggregation expects of its reducers of answers, on the same extracts.
@NullUnmarked
class ReducerVectorsTest {

    private static final Set<String> OURS =
            Set.of("question_reducer", "question_consensus_reducer", "dropdown_reducer", "slider_reducer");

    @TestFactory
    Stream<DynamicTest> vectorsComeOut() throws IOException {
        var vectors = Vectors.of("reducer_tests/").stream()
                .filter(vector -> OURS.contains(vector.get("function").asText()))
                .toList();
        assertEquals(9, vectors.size());
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(vector.get("name").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        var users = vector.path("network_kwargs").path("user_id");
        var extracts = new ArrayList<ExtractRow>();
        for (var data : vector.get("extracted")) {
            var user = users.path(extracts.size());
            extracts.add(row(extracts.size(), user.isNumber() ? user.asText() : "", (ObjectNode) data));
        }

        var reduced = Reducers.of(vector.get("function").asText(), vector.path("kwargs"))
                .orElseThrow()
                .reduce(extracts);

        assertEquals(1, reduced.size());
        assertEquals(List.of(), Vectors.differences("", vector.get("reduced"), reduced.getFirst()), reduced::toString);
    }

    private static ExtractRow row(int number, String user, ObjectNode data) {
        return new ExtractRow(number, "name:user" + number, "user" + number, user, "1", "T0", "", "1", "", data);
    }
}

package org.voorwerp.consensus.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.RealData;
import org.voorwerp.consensus.extract.ExtractRow;

@NullUnmarked
class MarkReducersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ExtractRow extract(String user, String data) throws IOException {
        return new ExtractRow(
                1, "user:" + user, "name" + user, user, "1", "T0", "2024-02-23 16:17:42 UTC", "7", "e", (ObjectNode)
                        JSON.readTree(data));
    }

    /// Values are compared in `MarkVectorsTest` and `LineVectorsTest`; here it is that names and settings lead there.
    @Test
    void theZooniversesNamesAndSettingsAreUnderstood() throws IOException {
        int compared = 0;
        var vectors =
                JSON.readTree(RealData.file("panoptes-aggregation/vectors.json").toFile());
        for (var vector : vectors.get("vectors")) {
            var function = vector.get("function").asText().replace("reducers.", "");
            if (!vector.has("reduced") || !function.matches("(shape|rectangle|text|poly|optics).*_reducer.*")) {
                continue;
            }
            // Shakespeare's World's extracts name no task; classifier 2.0 with the old tool's name is made by hand.
            var text = vector.toString().replaceAll("\"(tool\\d)", "\"T0_$1");
            var changed = (ObjectNode) JSON.readTree(text);
            var settings = changed.withObject("/kwargs");
            settings.setAll(changed.withObject("/pkwargs"));
            var extracts = new ArrayList<ExtractRow>();
            for (var data : changed.get("extracted")) {
                var user = changed.path("network_kwargs").path("user_id").path(extracts.size());
                extracts.add(extract(user.isNumber() ? user.asText() : "", data.toString()));
            }
            var reduced = Reducers.of(function, settings)
                    .orElseThrow()
                    .reduce(extracts)
                    .getFirst();
            compared += same(
                    changed.get("reduced"), reduced, vector.get("test_name").asText());
        }
        assertTrue(compared > 100, compared + " columns");
    }

    private static int same(JsonNode theirs, JsonNode ours, String name) {
        int compared = 0;
        for (var column : theirs.properties()) {
            var key = column.getKey();
            if (key.startsWith("frame") && column.getValue().isObject()) {
                compared += same(column.getValue(), ours.path(key), name);
            } else if (key.endsWith("_cluster_labels") || key.endsWith("_clusters_count") || key.equals("user_ids")) {
                assertEquals(column.getValue().toString(), ours.path(key).toString(), name + ' ' + key);
                compared++;
            } else if (key.startsWith("frame")) {
                for (int i = 0; i < column.getValue().size(); i++) {
                    assertEquals(
                            column.getValue().get(i).get("user_ids").toString(),
                            ours.path(key).path(i).path("user_ids").toString(),
                            name);
                    compared++;
                }
            }
        }
        return compared;
    }

    @Test
    void ourOwnReducerCountsEachVolunteerOnceAndSaysSo() throws IOException {
        var extracts = List.of(
                extract("1", "{\"frame0\": {\"T0_tool0_x\": [1, 2], \"T0_tool0_y\": [1, 1]}}"),
                extract("2", "{\"frame0\": {\"T0_tool0_x\": [1], \"T0_tool0_y\": [2]}}"),
                extract("3", "{\"frame0\": {\"T0_tool0_x\": [null, 300], \"T0_tool0_y\": [5, 7]}}"),
                extract("4", "{}"));
        var settings = JSON.readTree("{\"shape\": \"point\", \"eps\": 5, \"min_samples\": 2}");

        var reduced = Reducers.of("marks_reducer", settings)
                .orElseThrow()
                .reduce(extracts)
                .getFirst()
                .get("frame0");

        assertEquals("[2]", reduced.get("T0_tool0_clusters_volunteers").toString());
        assertEquals("[0.5]", reduced.get("T0_tool0_clusters_share").toString());
        var names = new TreeSet<String>();
        reduced.fieldNames().forEachRemaining(names::add);
        assertTrue(names.contains("T0_tool0_clusters_var_x"), names.toString());
        assertEquals(4, reduced.get("T0_tool0_point_x").size());
    }

    @Test
    void freehandLinesBecomeConsensusPolygons() throws IOException {
        var square =
                "{\"frame0\": {\"T0_toolIndex0_pathX\": [[0, %1$d, %1$d, 0]], \"T0_toolIndex0_pathY\": [[0, 0, 10, 10]]}}";
        var extracts = List.of(
                extract("1", square.formatted(10)),
                extract("2", square.formatted(11)),
                extract("3", square.formatted(50)));

        var reduced = Reducers.of("polygon_reducer", JSON.createObjectNode())
                .orElseThrow()
                .reduce(extracts)
                .getFirst()
                .get("frame0");

        assertEquals("[2]", reduced.get("T0_toolIndex0_clusters_count").toString());
        assertEquals(10.0 / 11, reduced.get("T0_toolIndex0_consensus").get(0).asDouble(), 1e-12);
    }

    @Test
    void aShapeThatIsNotSaidOrNotKnownIsRefused() {
        for (var settings : List.of("{}", "{\"shape\": \"heart\"}")) {
            assertThrows(
                    IllegalArgumentException.class, () -> Reducers.of("shape_reducer_dbscan", JSON.readTree(settings)));
        }
    }
}

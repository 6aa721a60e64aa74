package org.voorwerp.consensus.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class WideTableTest {

    @TempDir
    Path folder;

    @Test
    void columnsThatCameLateAreEmptyInTheRowsBefore() throws IOException {
        assertEquals(
                """
                id,data.choice,data.a.x,data.b
                first,,1,2.0
                second,yes,3,
                """, written(data("{'b': 2, 'a': {'x': 1}}"), data("{'choice': 'yes', 'a': {'x': 3}, 'b': null}")));
    }

    @Test
    void valuesAreWrittenAsPythonReadsThem() throws IOException {
        assertEquals(
                """
                id,data.big,data.list,data.long,data.nan,data.none,data.text,data.true
                first,1.0E20,"[1.5, 'é', None, True]",12345678901,NaN,[],"a ""b"",
                c",True
                """.replace("'é'", "\"\"é\"\""),
                written(
                        data("{'big': 1e20, 'list': [1.5, 'é', null, true], 'long': 12345678901, 'text': 'a \\\"b\\\",\\nc',"
                                        + " 'true': true, 'none': []}")
                                .put("nan", Double.NaN)));
    }

    @Test
    void nothingRemainsOfATableThatWasNotFinished() throws IOException {
        try (var table = new WideTable(folder.resolve("table.csv"), List.of("id"))) {
            table.add(List.of("first"), data("{'a': 1}"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private String written(ObjectNode... rows) throws IOException {
        var file = folder.resolve("table.csv");
        var ids = List.of("first", "second");
        try (var table = new WideTable(file, List.of("id"))) {
            for (int row = 0; row < rows.length; row++) {
                table.add(List.of(ids.get(row)), rows[row]);
            }
            table.finish();
        }
        return Files.readString(file);
    }

    private static ObjectNode data(String json) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    }
}

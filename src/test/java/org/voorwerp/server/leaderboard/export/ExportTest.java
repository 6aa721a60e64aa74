package org.voorwerp.server.leaderboard.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;
import org.voorwerp.server.account.Role;

@QuarkusTest
class ExportTest {

    @Test
    void eachTableIsThereAsCsvAndAsJson() throws IOException {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        hanny.postJson("/api/challenges/" + challenge.slug + "/team", "{\"name\": \"=1+1, \\\"quoted\\\"\"}");
        hanny.scored(challenge, SmallChallenge.file(4, 4));
        hanny.scored(challenge, SmallChallenge.file(2, 2));
        var files = unzipped(Api.registered(Role.ADMIN)
                .get("/api/challenges/" + challenge.slug + "/export")
                .response()
                .body());
        var tables = files.keySet().stream()
                .filter(name -> name.endsWith(".csv"))
                .map(name -> name.replace(".csv", ""))
                .toList();
        assertEquals(2 * tables.size(), files.size(), files.keySet()::toString);
        assertTrue(
                tables.containsAll(List.of("boards/v1/phase-0-public", "metrics", "scores", "submissions", "teams")),
                tables::toString);
        for (var table : tables) {
            var csv = CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(files.get(table + ".csv")));
            var json = new ObjectMapper().readTree(files.get(table + ".json"));
            var records = csv.getRecords();
            assertEquals(records.size(), json.size(), table);
            for (int i = 0; i < records.size(); i++) {
                if (table.startsWith("boards/")) {
                    assertSameRow(records.get(i), json.get(i));
                } else {
                    assertEquals(cells(records.get(i)), cells(csv.getHeaderNames(), json.get(i)), table);
                }
            }
        }
        assertEquals(
                "=1+1, \"quoted\"",
                new ObjectMapper()
                        .readTree(files.get("boards/v1/phase-0-public.json"))
                        .at("/0/team")
                        .asText());
    }

    private static List<String> cells(CSVRecord row) {
        return row.stream().map(ExportTest::plain).toList();
    }

    private static List<String> cells(List<String> columns, JsonNode row) {
        assertEquals(columns.size(), row.size(), row::toString);
        var cells = new ArrayList<String>();
        for (var column : columns) {
            cells.add(plain(Objects.requireNonNull(row.get(column), column).asText()));
        }
        return cells;
    }

    /// A cell without what keeps spreadsheets from taking it for a formula; nothing for null.
    private static String plain(String cell) {
        return cell.equals("null") ? "" : cell.startsWith("'=") ? cell.substring(1) : cell;
    }

    /// A board's rows are those of the API.
    private static void assertSameRow(CSVRecord csv, JsonNode json) {
        assertEquals(plain(csv.get("team")), json.get("team").asText());
        assertEquals(csv.get("rank"), plain(json.get("rank").asText()));
        json.get("scores")
                .properties()
                .forEach(score -> assertEquals(
                        Double.parseDouble(csv.get(score.getKey())),
                        score.getValue().get("value").asDouble()));
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}

package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Properties;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the packaged server publishes of the shipped packs, as others read it.
class OpenDataIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static PackagedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = PackagedServer.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"galaxy-mergers", "papyri-characters"})
    void theCroissantKeepsTheRules(String slug) throws Exception {
        new CroissantRules(json(slug, "/croissant.json"), url -> get(url)).check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"galaxy-mergers", "papyri-characters"})
    void parquetHoldsTheSameAsCsvWithTypes(String slug) throws Exception {
        try (var database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = database.createStatement()) {
            for (var name : new String[] {"train", "test"}) {
                var csv = save(slug, name + ".csv");
                var parquet = save(slug, name + ".parquet");
                statement.execute("create or replace table a as select * from read_csv('" + csv
                        + "', all_varchar = true, header = true)");
                statement.execute("create or replace table b as select * from '" + parquet + "'");
                try (var rows = statement.executeQuery("select (select count(*) from a), (select count(*) from b),"
                        + " (select count(*) from (select * from b except all (" + typed(slug, name) + ")))")) {
                    rows.next();
                    assertEquals(rows.getInt(1), rows.getInt(2));
                    assertEquals(0, rows.getInt(3), name);
                }
            }
        }
    }

    /// The CSV's cells with the types that the list of files says.
    private static String typed(String slug, String name) throws Exception {
        var select = new StringBuilder("select ");
        for (var file : json(slug, "/files")) {
            if (file.get("name").asText().equals(name + ".csv")) {
                for (var column : file.get("columns")) {
                    var quoted = "\"" + column.get("name").asText() + "\"";
                    var type = switch (column.get("type").asText()) {
                        case "integer" -> "bigint";
                        case "decimal" -> "double";
                        default -> "varchar";
                    };
                    select.append(quoted)
                            .append("::")
                            .append(type)
                            .append(" as ")
                            .append(quoted)
                            .append(", ");
                }
            }
        }
        return select.substring(0, select.length() - 2) + " from a";
    }

    @Test
    void theSamplesOfWebDatasetAreTheImagesAndTheRows() throws Exception {
        var images = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(get(file("papyri-characters", "images.zip"))))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                images.put(entry.getName().replaceFirst("images/", ""), zip.readAllBytes());
            }
        }
        int samples = 0;
        for (var name : new String[] {"train", "test"}) {
            var rows = new String(get(file("papyri-characters", name + ".csv")), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            try (var tar = new TarArchiveInputStream(
                    new ByteArrayInputStream(get(file("papyri-characters", name + ".tar"))))) {
                for (var row : rows.subList(1, rows.size())) {
                    var id = row.substring(0, row.indexOf(','));
                    assertEquals(id + ".png", tar.getNextEntry().getName());
                    assertArrayEquals(images.get(id + ".png"), tar.readAllBytes());
                    assertEquals(id + ".json", tar.getNextEntry().getName());
                    var values = JSON.readTree(tar.readAllBytes());
                    assertEquals(id, values.get("id").asText());
                    assertEquals(name.equals("train"), values.has("label"));
                    assertEquals(name.equals("train"), values.path("votes").isInt());
                    samples++;
                }
                assertEquals(null, tar.getNextEntry());
            }
        }
        assertEquals(images.size(), samples);
    }

    @Test
    void whatIsNamedByItsContentMayBeKeptForEver() throws Exception {
        for (var one : json("galaxy-mergers", "/files")) {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(
                                    server.address() + one.get("content").asText()))
                            .header("Range", "bytes=0-9")
                            .build(),
                    BodyHandlers.ofByteArray());
            assertEquals(206, answer.statusCode());
            assertTrue(
                    answer.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
            assertEquals(
                    "\"" + one.get("sha256").asText() + "\"",
                    answer.headers().firstValue("ETag").orElseThrow());
        }
    }

    private static Path save(String slug, String name) throws IOException {
        return Files.write(folder.resolve(slug + "-" + name), get(file(slug, name)));
    }

    private static String file(String slug, String name) {
        return server.address() + "/api/challenges/" + slug + "/files/" + name;
    }

    private static JsonNode json(String slug, String what) throws IOException {
        return JSON.readTree(get(server.address() + "/api/challenges/" + slug + what));
    }

    private static byte[] get(String url) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode(), url);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(url, e);
        }
    }
}

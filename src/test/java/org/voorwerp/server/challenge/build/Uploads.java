package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;

/// Sends packs to the server under test and waits for what becomes of them.
public final class Uploads {

    private Uploads() {}

    static Answer send(Api organiser, byte[] zip) {
        return organiser.post("/api/challenges", BodyPublishers.ofByteArray(zip), "Content-Type", "application/zip");
    }

    /// Sends a pack and waits until its build has ended.
    static JsonNode build(Api organiser, MemoryPack pack) {
        var answer = send(organiser, Zips.of(pack));
        assertEquals(202, answer.status(), answer::toString);
        return await(organiser, answer.header("Location"));
    }

    public static JsonNode await(Api organiser, String build) {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            var answer = organiser.get(build);
            assertEquals(200, answer.status(), answer::toString);
            if (answer.json().has("finishedAt") || Instant.now().isAfter(deadline)) {
                return answer.json();
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /// Sends a good pack and expects it to be built.
    static JsonNode built(Api organiser, MemoryPack pack) {
        var build = build(organiser, pack);
        assertEquals("built", build.get("state").asText(), build::toString);
        return build;
    }

    static byte[] file(Api reader, String slug, String name) {
        var answer = reader.get("/api/challenges/" + slug + "/files/" + name);
        assertEquals(200, answer.status(), answer::toString);
        return answer.response().body();
    }

    static List<CSVRecord> table(Api reader, String slug, String name) throws IOException {
        var text = new String(file(reader, slug, name), StandardCharsets.UTF_8);
        return CSVParser.parse(
                        text,
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                .getRecords();
    }
}

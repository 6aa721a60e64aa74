package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the packaged server, again and again, while submissions come in and are scored.
class CrashIT {

    private static final int SUBMISSIONS = 200;
    private static final int CLIENTS = 8;
    private static final int KILLS = 4;
    private static final String CHALLENGE = "/api/challenges/galaxy-mergers";

    private final ObjectMapper json = new ObjectMapper();

    /// Acknowledged submissions and the SHA-256 of what was sent.
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private volatile String address = "";

    @Test
    void whatWasAcknowledgedIsScoredOnceWhateverIsKilled(@TempDir Path data) throws Exception {
        var server = PackagedServer.start(data);
        address = server.address();
        var sample = new ApiClient(address, "").get(CHALLENGE + "/files/sample_submission.csv");
        var tokens = new ArrayList<String>();
        for (int i = 0; i < CLIENTS; i++) {
            tokens.add(register("client-" + i));
        }
        var waiting = new ConcurrentLinkedQueue<>(
                IntStream.range(0, SUBMISSIONS).boxed().toList());
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var token : tokens) {
                clients.submit(() -> sendAll(waiting, token, sample));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitAcknowledged(kill * SUBMISSIONS / (KILLS + 1));
                server.kill();
                server = PackagedServer.start(data);
                address = server.address();
            }
            clients.shutdown();
            assertTrue(clients.awaitTermination(5, TimeUnit.MINUTES), "the clients did not get done");
        }
        assertEquals(SUBMISSIONS, acknowledged.size());
        try (var running = server) {
            awaitNothingOpen(running);
            assertEveryAcknowledgedOneIsScoredOnce(running, data);
        }
    }

    /// Sends submissions, each under a key of its own, until it is acknowledged: what a careful client does.
    private void sendAll(ConcurrentLinkedQueue<Integer> waiting, String token, String sample) {
        for (Integer number = waiting.poll(); number != null; number = waiting.poll()) {
            var body = sample.replace(",0.0\n", String.format(",%.6f%n", 1 / (2.0 + number)));
            while (!send(number, token, body)) {
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private boolean send(int number, String token, String body) {
        try {
            var answer = new ApiClient(address, token)
                    .post(
                            CHALLENGE + "/submissions",
                            "text/csv",
                            BodyPublishers.ofString(body),
                            "Idempotency-Key",
                            "submission-" + number);
            if (answer.statusCode() / 100 != 2) {
                return false;
            }
            acknowledged.put(json.readTree(answer.body()).get("id").asText(), sha256(body));
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitAcknowledged(int count) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(180);
        while (acknowledged.size() < count) {
            assertTrue(Instant.now().isBefore(deadline), () -> "only " + acknowledged.size() + " acknowledged");
            Thread.sleep(20);
        }
    }

    private void awaitNothingOpen(PackagedServer server) throws IOException, SQLException, InterruptedException {
        var deadline = Instant.now().plusSeconds(180);
        while (count(server, "select count(*) from submission where state in ('accepted', 'scoring')") > 0) {
            assertTrue(Instant.now().isBefore(deadline), "submissions are left unscored");
            Thread.sleep(500);
        }
    }

    private void assertEveryAcknowledgedOneIsScoredOnce(PackagedServer server, Path data)
            throws IOException, SQLException {
        try (var database = server.database();
                var statement = database.prepareStatement("select s.state, s.blob, count(r.*) from submission s"
                        + " left join result r on r.submission_id = s.id where s.id = ?::uuid group by s.id")) {
            for (var entry : acknowledged.entrySet()) {
                statement.setString(1, entry.getKey());
                try (var row = statement.executeQuery()) {
                    assertTrue(row.next(), () -> "lost: " + entry.getKey());
                    assertEquals("scored", row.getString(1));
                    assertEquals(entry.getValue(), row.getString(2));
                    assertEquals(1, row.getInt(3), "results of " + entry.getKey());
                    var blob = data.resolve(
                                    "blobs/submissions/" + entry.getValue().substring(0, 2))
                            .resolve(entry.getValue());
                    assertEquals(entry.getValue(), sha256(Files.readString(blob)));
                }
            }
        }
        // Nothing was scored that nobody was told of, beyond what a client sent again under the same key.
        assertEquals(
                SUBMISSIONS,
                count(server, "select count(*) from submission where account_id is not null"),
                "submissions in all");
        assertEquals(
                count(server, "select count(*) from submission where account_id is not null"),
                count(server, "select sum(used) from quota_use"),
                "quota used");
    }

    private static long count(PackagedServer server, String query) throws IOException, SQLException {
        try (var database = server.database();
                var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String register(String handle) throws IOException, InterruptedException {
        var answer = new ApiClient(address, "")
                .post("/api/accounts", "application/json", BodyPublishers.ofString("{\"handle\": \"" + handle + "\"}"));
        var token = json.readTree(answer.body()).get("secret").asText();
        new ApiClient(address, token)
                .post(
                        "/api/challenges/galaxy-mergers/terms/acceptance",
                        "application/json",
                        BodyPublishers.ofString("{}"));
        return token;
    }

    private static String sha256(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

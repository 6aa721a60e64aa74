package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two packaged servers over one database and one folder of blobs, which know of each other by nothing else.
/// `-Drounds=100` asks more of them than every build needs to.
class TwoServersIT {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int POSTS = 64;
    private static final int QUOTA = 5;
    private static final String CHALLENGE = "/api/challenges/galaxy-mergers";

    @Test
    void aQuotaHoldsWhicheverServerIsAsked(@TempDir Path data) throws Exception {
        try (var first = PackagedServer.start(data);
                var second = PackagedServer.start(data, first.sharingItsDatabase())) {
            try (var connection = first.database();
                    var statement = connection.createStatement()) {
                statement.execute("update phase set per_day = " + QUOTA + ", total = null, attempts = 1000000");
            }
            var sample = new ApiClient(first.address(), "").get(CHALLENGE + "/files/sample_submission.csv");
            for (int round = 0; round < ROUNDS; round++) {
                var token = register(first, "person-" + round);
                var answers = post(
                        List.of(new ApiClient(first.address(), token), new ApiClient(second.address(), token)), sample);
                assertEquals(Map.of(202, QUOTA, 429, POSTS - QUOTA), answers, "round " + round);
            }
            // What one server scores, the other shows.
            var boards = new ArrayList<String>();
            for (int i = 0; i < 600 && (boards.isEmpty() || !boards.getLast().contains("\"ranked\":" + ROUNDS)); i++) {
                boards.add(new ApiClient(second.address(), "").get(CHALLENGE + "/leaderboard"));
                Thread.sleep(100);
            }
            assertEquals(
                    new ApiClient(first.address(), "").get(CHALLENGE + "/leaderboard"),
                    new ApiClient(second.address(), "").get(CHALLENGE + "/leaderboard"));
        }
    }

    /// Sends so many at once, half of them to each server; how many answers of each status came.
    private static Map<Integer, Integer> post(List<ApiClient> servers, String csv) throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < POSTS; i++) {
                var server = servers.get(i % servers.size());
                posts.add(() -> server.post(CHALLENGE + "/submissions", "text/csv", BodyPublishers.ofString(csv))
                        .statusCode());
            }
            var statuses = new TreeMap<Integer, Integer>();
            for (var answer : clients.invokeAll(posts)) {
                statuses.merge(answer.get(), 1, Integer::sum);
            }
            return statuses;
        }
    }

    private static String register(PackagedServer server, String handle) throws Exception {
        var answer = new ApiClient(server.address(), "")
                .post("/api/accounts", "application/json", BodyPublishers.ofString("{\"handle\": \"" + handle + "\"}"));
        var token = new ObjectMapper().readTree(answer.body()).get("secret").asText();
        var terms = new ApiClient(server.address(), token)
                .post(CHALLENGE + "/terms/acceptance", "application/json", BodyPublishers.noBody());
        assertEquals(200, terms.statusCode(), terms::body);
        return token;
    }
}

package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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
            limit(first);
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

    @Test
    void aQuotaHoldsAcrossMidnightWhicheverServerIsAsked(@TempDir Path data, @TempDir Path folder) throws Exception {
        var clock = ServerClock.in(folder);
        try (var first = PackagedServer.start(data, clock.option());
                var second = PackagedServer.start(
                        data,
                        Stream.concat(Stream.of(clock.option()), Stream.of(first.sharingItsDatabase()))
                                .toArray(String[]::new))) {
            limit(first);
            var sample = new ApiClient(first.address(), "").get(CHALLENGE + "/files/sample_submission.csv");
            int onBothDays = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var token = register(first, "person-" + round);
                var servers = List.of(new ApiClient(first.address(), token), new ApiClient(second.address(), token));
                var midnight = LocalDate.now(ZoneOffset.UTC)
                        .plusDays(1L + round)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
                // Early enough for some of the first day's, late enough that not all 64 are.
                clock.set(midnight.minusMillis(50 + 25L * (round % 10)));
                var answers = post(servers, sample);
                var afterwards = post(servers, sample);
                assertEquals(POSTS, answers.getOrDefault(202, 0) + answers.getOrDefault(429, 0), answers::toString);
                var accepted = byDay(servers.getLast());
                var said = "round " + round + ": " + answers + ", then " + afterwards + ", by day " + accepted;
                // However many of the first day's were sent before it was over; the second was there for all.
                int onFirst = accepted.getOrDefault(day(midnight.minusSeconds(1)), 0);
                assertEquals(QUOTA, accepted.get(day(midnight)), said);
                assertTrue(onFirst <= QUOTA, said);
                assertEquals(onFirst + QUOTA, answers.getOrDefault(202, 0) + afterwards.getOrDefault(202, 0), said);
                onBothDays += onFirst > 0 && answers.get(202) > onFirst ? 1 : 0;
            }
            assertTrue(onBothDays > 0, "midnight never fell among the posts");
        }
    }

    private static void limit(PackagedServer server) throws Exception {
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            statement.execute("update phase set per_day = " + QUOTA + ", total = null, attempts = 1000000");
        }
    }

    private static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /// How many of the caller's submissions were accepted on each day.
    private static Map<String, Integer> byDay(ApiClient server) throws Exception {
        var days = new TreeMap<String, Integer>();
        for (var submission : new ObjectMapper()
                .readTree(server.get(CHALLENGE + "/submissions"))
                .get("submissions")) {
            days.merge(submission.get("acceptedAt").asText().substring(0, 10), 1, Integer::sum);
        }
        return days;
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

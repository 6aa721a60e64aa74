package org.voorwerp.server.leaderboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.server.PackagedServer;

/// A board of a million submissions by 50,000 teams, read over HTTP from the packaged server and written with SQL. Run
/// by
/// hand, since its figures are the machine's, after `mvn -Dquick -DskipTests package`: `mvn -pl src -am test
/// -Dtest=BoardBenchmark -Dsurefire.failIfNoSpecifiedTests=false`. Server, database, readers ([BoardReaders]) and this
/// are a process each, on the same processors. `-Dsubmissions=`, `-Dteams=`, `-Dreaders=`, `-Drate=` and `-Dseconds=`
/// change what is measured.
class BoardBenchmark {

    private static final int SUBMISSIONS = Integer.getInteger("submissions", 1_000_000);
    private static final int TEAMS = Integer.getInteger("teams", 50_000);
    private static final int READERS = Integer.getInteger("readers", 200);
    private static final int RATE = Integer.getInteger("rate", 3500);
    private static final int SECONDS = Integer.getInteger("seconds", 20);
    private static final String BOARD = "/api/challenges/galaxy-mergers/leaderboard";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private PackagedServer server;
    private Connection database;
    private UUID challenge;
    private UUID phase;
    private int order = SUBMISSIONS;

    @Test
    void aMillionSubmissions(@TempDir Path data) throws Exception {
        try (var running = PackagedServer.start(data);
                var connection = running.database()) {
            server = running;
            database = connection;
            var token = register();
            populate();
            long from = System.nanoTime();
            get(BOARD);
            say("first read after the start: %.0f ms", milliseconds(from));
            say("first page: median %.2f ms", median(BOARD));
            say("own rank: median %.2f ms", median(BOARD + "/mine", "Authorization", "Bearer " + token));
            var tag = get(BOARD).headers().firstValue("ETag").orElseThrow();
            say("first page, unchanged: median %.2f ms, 304", median(BOARD, "If-None-Match", tag));
            changes();
            say("while the JVM still compiles: %s", readAndScore(RATE));
            say("at a fixed rate: %s", readAndScore(RATE));
            say("the same, compressed: %s", readAndScore(RATE, "Accept-Encoding: gzip"));
            say("the same, unchanged as a rule: %s", readAndScore(RATE, "If-None-Match: " + tag));
            say("without a pause: %s", readAndScore(0));
        }
    }

    private void changes() throws Exception {
        var changes = new double[50];
        for (int i = 0; i < changes.length; i++) {
            score(i + 2);
            long scored = System.nanoTime();
            var page = get(BOARD).body();
            if (!page.contains("\"value\":" + (i + 2) + ".0")) {
                throw new AssertionError("the score is not on the board: " + page.substring(0, 300));
            }
            changes[i] = milliseconds(scored);
        }
        Arrays.sort(changes);
        say("first page after one more score: median %.2f ms, slowest %.2f ms", changes[25], changes[49]);
    }

    /// @param rate how many reads a second all readers together ask for; 0 for as many as they get
    private String readAndScore(int rate, String... headers) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                Path.of(BoardReaders.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                BoardReaders.class.getName(),
                server.address() + BOARD,
                String.valueOf(READERS),
                String.valueOf(rate),
                String.valueOf(SECONDS)));
        command.addAll(List.of(headers));
        var readers = new ProcessBuilder(command).redirectErrorStream(true).start();
        long from = System.nanoTime();
        int written = 0;
        while (readers.isAlive()) {
            score(1 + Math.random());
            written++;
            Thread.sleep(50);
        }
        double seconds = milliseconds(from) / 1000;
        var said = new String(readers.getInputStream().readAllBytes()).strip();
        return "%s; meanwhile %.0f scores a second".formatted(said, written / seconds);
    }

    private String register() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/api/accounts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"handle\": \"hanny\"}"))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(answer).get("secret").asText();
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 304) {
                throw new AssertionError(answer.body());
            }
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private double median(String path, String... headers) {
        var times = new double[400];
        for (int i = 0; i < times.length; i++) {
            long from = System.nanoTime();
            get(path, headers);
            times[i] = milliseconds(from);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private void populate() throws SQLException {
        long from = System.nanoTime();
        try (var statement = database.createStatement()) {
            // Every score is told, so that whatever is new can be looked for on the board.
            statement.execute(
                    "update challenge set definition = jsonb_set(definition, '{board}', '{\"rule\": \"full\"}')"
                            + " where slug = 'galaxy-mergers'");
            try (var ids =
                    statement.executeQuery("select c.id, p.id from challenge c join phase p on p.challenge_id = c.id"
                            + " where slug = 'galaxy-mergers'")) {
                ids.next();
                challenge = ids.getObject(1, UUID.class);
                phase = ids.getObject(2, UUID.class);
            }
            // Without triggers and checks of foreign keys.
            statement.execute("set session_replication_role = replica");
            for (var insert : List.of(
                    "insert into team (id, challenge_id, name, kind, created_at) select md5('t' || i)::uuid, :c,"
                            + " 'team ' || i, 'participants', now() from generate_series(0, :teams - 1) i",
                    "insert into submission (id, challenge_id, phase_id, team_id, accepted_order, accepted_at,"
                            + " quota_day, blob, bytes, state, finished_at) select md5('s' || i)::uuid, :c, :p,"
                            + " md5('t' || (i % :teams))::uuid, i + 100, now(), current_date, repeat('0', 64), 1,"
                            + " 'scored', now() from generate_series(1, :submissions) i",
                    "insert into result select md5('s' || i)::uuid, 1, 1, now() from generate_series(1, :submissions) i",
                    "insert into score select md5('s' || i)::uuid, 1, part, 'roc-auc', random(), 0, 1, 'made up'"
                            + " from generate_series(1, :submissions) i, (values ('public'), ('private')) p(part)",
                    "insert into team_member (challenge_id, account_id, team_id, joined_at)"
                            + " select :c, id, md5('t7')::uuid, now() from account where handle = 'hanny'",
                    "update challenge set accepted = :submissions + 100 where id = :c")) {
                statement.execute(insert.replace(":teams", "" + TEAMS)
                        .replace(":submissions", "" + SUBMISSIONS)
                        .replace(":c", "'" + challenge + "'::uuid")
                        .replace(":p", "'" + phase + "'::uuid"));
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("update challenge set title = title || ' ' where id = '" + challenge + "'");
            statement.execute("analyze");
        }
        say("%,d submissions by %,d teams, put there in %.0f s", SUBMISSIONS, TEAMS, milliseconds(from) / 1000);
    }

    /// One more submission is accepted and scored.
    private void score(double value) throws SQLException {
        var id = UUID.randomUUID();
        order++;
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(
                    "insert into submission (id, challenge_id, phase_id, team_id, accepted_order, accepted_at,"
                            + " quota_day, blob, bytes, state) values ('" + id + "', '" + challenge + "', '" + phase
                            + "', md5('t' || " + order % TEAMS + ")::uuid, " + (order + 100)
                            + ", now(), current_date, repeat('0', 64), 1, 'accepted')");
            statement.execute("insert into result values ('" + id + "', 1, 1, now())");
            statement.execute("insert into score values ('" + id + "', 1, 'public', 'roc-auc', " + value
                    + ", null, null, null), ('" + id + "', 1, 'private', 'roc-auc', " + value + ", null, null, null)");
            statement.execute("update submission set state = 'scored', finished_at = now() where id = '" + id + "'");
            database.commit();
        } finally {
            database.setAutoCommit(true);
        }
    }

    private static double milliseconds(long from) {
        return (System.nanoTime() - from) / 1e6;
    }

    @SuppressWarnings("SystemOut")
    private static void say(String format, Object... values) {
        System.out.println("BENCH " + String.format(Locale.ROOT, format, values));
    }
}

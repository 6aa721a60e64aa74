package org.voorwerp.server.leaderboard;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// A board of a million submissions by 50,000 teams, read and written over HTTP and SQL. Run by hand, since its
/// figures are the machine's: `mvn -pl src -am test -Dtest=BoardBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false`. Readers, server and database share the machine. `-Dsubmissions=`,
/// `-Dteams=`, `-Dreaders=`, `-Drate=` and `-Dseconds=` change what is measured.
@QuarkusTest
class BoardBenchmark {

    private static final int SUBMISSIONS = Integer.getInteger("submissions", 1_000_000);
    private static final int TEAMS = Integer.getInteger("teams", 50_000);
    private static final int READERS = Integer.getInteger("readers", 200);
    private static final int RATE = Integer.getInteger("rate", 3500);
    private static final int SECONDS = Integer.getInteger("seconds", 20);

    @Inject
    DataSource database;

    private int order = SUBMISSIONS;

    @Test
    void aMillionSubmissions() throws Exception {
        var challenge = SmallChallenge.of().ofNumbers().create();
        var hanny = Api.participant();
        populate(challenge, hanny.account);
        var page = "/api/challenges/" + challenge.slug + "/leaderboard";

        long from = System.nanoTime();
        Api.nobody().get(page);
        say("first read after the start: %.0f ms", milliseconds(from));
        say("first page: median %.2f ms", median(() -> Api.nobody().get(page)));
        say("own rank: median %.2f ms", median(() -> hanny.get(page + "/mine")));
        var changes = new double[50];
        for (int i = 0; i < changes.length; i++) {
            score(challenge, -i - 1);
            long scored = System.nanoTime();
            var tag = Api.nobody().get(page).text();
            if (!tag.contains("\"value\":" + (-i - 1) + ".0")) {
                throw new AssertionError("the score is not on the board: " + tag.substring(0, 300));
            }
            changes[i] = milliseconds(scored);
        }
        Arrays.sort(changes);
        say("first page after one more score: median %.2f ms, slowest %.2f ms", changes[25], changes[49]);
        say("before the JVM has seen so many readers: %s", readAndScore(challenge, page, RATE));
        say("at a fixed rate: %s", readAndScore(challenge, page, RATE));
        say("without a pause: %s", readAndScore(challenge, page, 0));
    }

    /// @param rate how many reads a second all readers together ask for; 0 for as many as they get
    private String readAndScore(SmallChallenge challenge, String page, int rate) throws Exception {
        var over = new AtomicBoolean();
        long pause = rate == 0 ? 0 : 1_000_000_000L * READERS / rate;
        var times = new ConcurrentLinkedQueue<double[]>();
        int written = 0;
        long from = System.nanoTime();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                readers.submit(() -> {
                    var own = new double[SECONDS * 1000];
                    int count = 0;
                    try (var reader = new Reader(page)) {
                        long next = System.nanoTime() + (long) (Math.random() * pause);
                        while (!over.get()) {
                            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                            long start = System.nanoTime();
                            reader.read();
                            own[count++ % own.length] = milliseconds(start);
                            next = Math.max(next + pause, System.nanoTime());
                        }
                    }
                    times.add(Arrays.copyOf(own, Math.min(count, own.length)));
                    return count;
                });
            }
            while (milliseconds(from) < SECONDS * 1000) {
                score(challenge, 1 + Math.random());
                written++;
                Thread.sleep(50);
            }
            over.set(true);
        }
        double seconds = milliseconds(from) / 1000;
        var all = times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%d readers: %.0f reads a second, half under %.1f ms, 99 %% under %.1f ms; meanwhile %.0f scores a second",
                READERS,
                all.length / seconds,
                all[all.length / 2],
                all[(int) (all.length * 0.99)],
                written / seconds);
    }

    /// A client that costs next to nothing: one connection, answers skipped over.
    private static final class Reader implements AutoCloseable {

        private final Socket socket;
        private final byte[] request;
        private final DataInputStream in;

        Reader(String page) throws IOException {
            var address = Api.uri(page);
            socket = new Socket(address.getHost(), address.getPort());
            request = ("GET " + page + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 15));
        }

        void read() throws IOException {
            socket.getOutputStream().write(request);
            var status = line();
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException(status);
            }
            int length = -1;
            for (var header = line(); !header.isEmpty(); header = line()) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            in.skipNBytes(length);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection ended");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void populate(SmallChallenge challenge, UUID account) throws SQLException {
        long from = System.nanoTime();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // Without triggers and checks of foreign keys.
            statement.execute("set session_replication_role = replica");
            statement.execute("insert into team (id, challenge_id, name, kind, created_at) select md5('" + challenge.id
                    + "t' || i)::uuid, '" + challenge.id + "', 'team ' || i, 'participants', now()"
                    + " from generate_series(0, " + (TEAMS - 1) + ") i");
            statement.execute(
                    "insert into submission (id, challenge_id, phase_id, team_id, accepted_order, accepted_at,"
                            + " quota_day, blob, bytes, state, finished_at) select md5('" + challenge.id
                            + "s' || i)::uuid, '"
                            + challenge.id + "', '" + challenge.phase + "', md5('" + challenge.id + "t' || (i % "
                            + TEAMS
                            + "))::uuid, i, now(), current_date, repeat('0', 64), 1, 'scored', now()"
                            + " from generate_series(1, " + SUBMISSIONS + ") i");
            statement.execute("insert into result select id, 1, 1, now() from submission where challenge_id = '"
                    + challenge.id + "'");
            statement.execute("insert into score select id, 1, part, 'test-error', random(), 0, 1, 'made up'"
                    + " from submission, (values ('public'), ('private')) p(part) where challenge_id = '" + challenge.id
                    + "'");
            statement.execute("insert into team_member (challenge_id, account_id, team_id, joined_at) values ('"
                    + challenge.id + "', '" + account + "', md5('" + challenge.id + "t7')::uuid, now())");
            statement.execute("update challenge set accepted = " + SUBMISSIONS + " where id = '" + challenge.id + "'");
            statement.execute("set session_replication_role = origin");
            statement.execute("analyze");
        }
        say("%,d submissions by %,d teams, put there in %.0f s", SUBMISSIONS, TEAMS, milliseconds(from) / 1000);
    }

    /// One more submission is accepted and scored.
    private void score(SmallChallenge challenge, double value) throws SQLException {
        var id = UUID.randomUUID();
        order++;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into submission (id, challenge_id, phase_id, team_id, accepted_order, accepted_at,"
                            + " quota_day, blob, bytes, state) values ('" + id + "', '" + challenge.id + "', '"
                            + challenge.phase
                            + "', md5('" + challenge.id + "t' || " + order % TEAMS + ")::uuid, " + order
                            + ", now(), current_date, repeat('0', 64), 1, 'accepted')");
            statement.execute("insert into result values ('" + id + "', 1, 1, now())");
            statement.execute("insert into score values ('" + id + "', 1, 'public', 'test-error', " + value
                    + ", null, null, null), ('" + id + "', 1, 'private', 'test-error', " + value
                    + ", null, null, null)");
            statement.execute("update submission set state = 'scored', finished_at = now() where id = '" + id + "'");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static double median(Runnable reading) {
        var times = new double[400];
        for (int i = 0; i < times.length; i++) {
            long from = System.nanoTime();
            reading.run();
            times[i] = milliseconds(from);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static double milliseconds(long from) {
        return (System.nanoTime() - from) / 1e6;
    }

    @SuppressWarnings("SystemOut")
    private static void say(String format, Object... values) {
        System.out.println("BENCH " + String.format(Locale.ROOT, format, values));
    }
}

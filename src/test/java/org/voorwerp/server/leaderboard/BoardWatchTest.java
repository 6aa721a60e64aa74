package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// Server-sent events, read as a browser reads them.
@QuarkusTest
class BoardWatchTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    BoardWatch watch;

    @Test
    void whoWatchesIsToldOfEachChangeAndOfNothingElse() throws Exception {
        var challenge = SmallChallenge.of().create();
        try (var events = new Events(challenge)) {
            assertEquals(tag(challenge), events.next());
            Api.participant().scored(challenge, SmallChallenge.file(5, 3));
            assertEquals(tag(challenge), events.next());
            assertEquals(null, events.nextWithin(3), "nothing happens, nothing is told");
            Api.participant().scored(challenge, SmallChallenge.file(7, 3));
            assertEquals(tag(challenge), events.next());
        }
        for (int i = 0; i < 50 && watch.watching() > 0; i++) {
            Thread.sleep(100);
        }
        assertEquals(0, watch.watching(), "whoever goes makes room");
    }

    @Test
    void aDraftIsWatchedByNobody() {
        var organiser = Api.organiser();
        var draft = SmallChallenge.of()
                .draftOf(Objects.requireNonNull(organiser.account))
                .create();
        assertEquals(404, Api.nobody().get(path(draft)).status());
        assertEquals(404, organiser.get(path(draft)).status());
        assertEquals(
                404,
                Api.nobody().get("/api/challenges/no-such/leaderboard/events").status());
    }

    @Test
    void thereIsRoomForSoManyAndNoMore() {
        var challenge = SmallChallenge.of().create();
        var open = new ArrayList<Cancellable>();
        try {
            while (true) {
                var signs = watch.watch(challenge.slug, BoardQuery.CURRENT);
                if (signs.isEmpty()) {
                    break;
                }
                open.add(signs.get().subscribe().with(sign -> {}));
                assertTrue(open.size() <= BoardWatch.MOST, "no more than " + BoardWatch.MOST);
            }
            var refused = Api.nobody().get(path(challenge));
            assertEquals(503, refused.status());
            assertEquals("30", refused.header("Retry-After"));
        } finally {
            open.forEach(Cancellable::cancel);
        }
        assertEquals(0, watch.watching());
    }

    private static String path(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/leaderboard/events";
    }

    private static String tag(SmallChallenge challenge) {
        return Api.nobody()
                .get("/api/challenges/" + challenge.slug + "/leaderboard")
                .header("ETag")
                .replace("\"", "");
    }

    /// The data of events, as they come.
    private static final class Events implements AutoCloseable {

        private final BlockingQueue<String> data = new ArrayBlockingQueue<>(100);
        private final BufferedReader reader;
        private final InputStream in;

        Events(SmallChallenge challenge) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(Api.uri(path(challenge))).build();
            in = HTTP.send(request, BodyHandlers.ofInputStream()).body();
            reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.startsWith("data:")) {
                        data.add(line.substring(5).strip());
                    }
                }
            } catch (IOException e) {
                data.add("ended: " + e);
            }
        }

        @Nullable
        String next() throws InterruptedException {
            return nextWithin(30);
        }

        @Nullable
        String nextWithin(int seconds) throws InterruptedException {
            return data.poll(seconds, TimeUnit.SECONDS);
        }

        @Override
        public void close() throws IOException {
            // Not the reader: a thread waits in it and holds its lock.
            in.close();
        }
    }
}

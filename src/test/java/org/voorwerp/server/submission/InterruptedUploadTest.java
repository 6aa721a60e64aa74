package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Incoming;
import org.voorwerp.server.SmallChallenge;

/// Clients that go away, and clients that are sent away.
@QuarkusTest
class InterruptedUploadTest {

    @Test
    void clientsThatGoAwayLeaveNothingBehind() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var random = new Random(42);
        var file = SmallChallenge.file(20, 23);
        for (int i = 0; i < 50; i++) {
            boolean form = i % 2 == 0;
            var body = form ? SubmissionLifeTest.form(file, "note") : file.getBytes(StandardCharsets.UTF_8);
            var type = form ? "multipart/form-data; boundary=----WebKitFormBoundaryX" : "text/csv";
            sendPart(challenge, hanny, type, body, random.nextInt(body.length));
        }
        Incoming.assertEmpty();
        assertEquals(
                0,
                hanny.get(Api.submissions(challenge)).json().get("submissions").size());
        assertEquals("scored", hanny.scored(challenge, file).get("state").asText());
    }

    private static void sendPart(SmallChallenge challenge, Api as, String type, byte[] body, int length)
            throws IOException, InterruptedException {
        var uri = Api.uri(Api.submissions(challenge));
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + as.token
                            + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, length);
            out.flush();
            Thread.sleep(5);
        }
    }

    @Test
    void aRefusalReachesAClientThatIsStillSending() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var line = "s000,A\n";
        var file = "id,label\n" + line.repeat(30_000_000 / line.length());
        for (int i = 0; i < 3; i++) {
            var answer = hanny.submit(challenge, file);
            assertEquals(422, answer.status(), answer::toString);
            assertTrue(answer.json().get("errorCount").asInt() < 100, "reading stopped early");
        }
    }

    @Test
    void anonymousUploadsAreNotRead() throws IOException {
        var challenge = SmallChallenge.of().create();
        var answer = Api.nobody()
                .post(
                        Api.submissions(challenge),
                        BodyPublishers.ofByteArray(new byte[10_000_000]),
                        "Content-Type",
                        "text/csv");
        assertEquals(401, answer.status(), answer::toString);
    }
}

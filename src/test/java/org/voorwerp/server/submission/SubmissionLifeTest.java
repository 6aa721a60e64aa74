package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class SubmissionLifeTest {

    @Inject
    Waiting waiting;

    @Inject
    EntityManager database;

    @Test
    void aFileIsAcceptedScoredAndShown() throws Exception {
        var challenge = SmallChallenge.of().perDay(5).create();
        var hanny = Api.participant();
        var file = SmallChallenge.file(18, 11);
        var answer = hanny.submit(
                challenge, file, "Prefer", "wait=20", "Content-Disposition", "attachment; filename=\"first.csv\"");
        assertEquals(201, answer.status(), answer::toString);
        assertEquals("wait=20", answer.header("Preference-Applied"));
        var view = answer.json();
        assertTrue(
                answer.header("Location")
                        .endsWith("/api/submissions/" + view.get("id").asText()),
                answer::toString);
        assertEquals("scored", view.get("state").asText());
        assertEquals(hanny.handle, view.get("team").asText());
        assertEquals(challenge.slug, view.get("challenge").asText());
        assertEquals("first.csv", view.get("fileName").asText());
        assertEquals(sha256(file), view.get("sha256").asText());
        assertEquals(file.length(), view.get("bytes").asInt());
        assertEquals(1, view.get("rank").asInt());
        assertTrue(view.get("teamBest").asBoolean());
        assertEquals(0.9, view.get("scores").get("test-agreement").get("value").asDouble());
        assertEquals(0.89, view.get("scores").get("test-agreement").get("low").asDouble());
        assertEquals(2, view.get("scores").get("test-error").get("value").asDouble());
        assertEquals(5, view.get("quota").get("perDay").asInt());
        assertEquals(1, view.get("quota").get("usedToday").asInt());
        assertTrue(answer.header("RateLimit").startsWith("\"day\";r=4;t="), answer::toString);

        var again = hanny.get(view.get("links").get("self").asText());
        assertEquals(200, again.status());
        assertEquals(view, again.json());
        var sent = hanny.get(view.get("links").get("file").asText());
        assertEquals(file, sent.text());
        assertTrue(sent.header("Content-Disposition").contains("first.csv"));
        var list = hanny.get(Api.submissions(challenge)).json();
        assertEquals(view.get("id"), list.get("submissions").get(0).get("id"));
        assertEquals(4, list.get("quota").get("left").asInt(), list::toString);
    }

    @Test
    void withoutPreferenceTheAnswerDoesNotWait() {
        var challenge = SmallChallenge.of().create();
        var answer = Api.participant().submit(challenge, SmallChallenge.file(1, 1));
        assertEquals(202, answer.status(), answer::toString);
        assertEquals("", answer.header("Preference-Applied"));
    }

    @Test
    void gzipAndZstdAreStoredDecompressed() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var file = SmallChallenge.file(3, 3);
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        for (var sent : new Object[][] {
            {"gzip", gzip(bytes)},
            {"x-gzip", gzip(bytes)},
            {"zstd", Zstd.compress(bytes)},
            {"identity", bytes}
        }) {
            var answer = hanny.submit(challenge, (byte[]) sent[1], "Content-Encoding", (String) sent[0]);
            assertEquals(202, answer.status(), () -> sent[0] + ": " + answer);
            assertEquals(sha256(file), answer.json().get("sha256").asText());
        }
    }

    @Test
    void gzipOfSeveralMembersIsOneFile() throws Exception {
        var bytes = SmallChallenge.file(3, 3).getBytes(StandardCharsets.UTF_8);
        var body = new ByteArrayOutputStream();
        body.write(gzip(java.util.Arrays.copyOf(bytes, 100)));
        body.write(gzip(java.util.Arrays.copyOfRange(bytes, 100, bytes.length)));
        var answer =
                Api.participant().submit(SmallChallenge.of().create(), body.toByteArray(), "Content-Encoding", "gzip");
        assertEquals(202, answer.status(), answer::toString);
        assertEquals(bytes.length, answer.json().get("bytes").asInt());
    }

    @Test
    void aBrowsersFormIsRead() {
        var challenge = SmallChallenge.of().create();
        var form = form(SmallChallenge.file(3, 3), "what a day — says Σ");
        var answer = Api.participant()
                .submit(challenge, form, "Content-Type", "multipart/form-data; boundary=----WebKitFormBoundaryX");
        assertEquals(202, answer.status(), answer::toString);
        assertEquals("naïve.csv", answer.json().get("fileName").asText());
        assertEquals("what a day — says Σ", answer.json().get("note").asText());
        assertEquals(
                SmallChallenge.file(3, 3).length(), answer.json().get("bytes").asInt());
    }

    @Test
    void aNoteMayStandInTheAddress() {
        var challenge = SmallChallenge.of().create();
        var answer = Api.participant()
                .post(
                        Api.submissions(challenge) + "?note=second%20try",
                        java.net.http.HttpRequest.BodyPublishers.ofString(SmallChallenge.file(3, 3)),
                        "Content-Type",
                        "application/vnd.ms-excel");
        assertEquals(202, answer.status(), answer::toString);
        assertEquals("second try", answer.json().get("note").asText());
    }

    @Test
    void onlyTheTeamAndOrganisersSeeASubmission() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        var view = hanny.scored(challenge, SmallChallenge.file(5, 5));
        var self = view.get("links").get("self").asText();
        for (var path : new String[] {self, self + "/file"}) {
            assertEquals(404, Api.participant().get(path).status());
            assertEquals(404, Api.organiser().get(path).status());
            assertEquals(401, Api.nobody().get(path).status());
            assertEquals(200, organiser.get(path).status());
        }
        assertEquals(
                404,
                Api.participant()
                        .post(self + "/withdraw", java.net.http.HttpRequest.BodyPublishers.noBody())
                        .status());
        assertEquals(
                403,
                organiser
                        .post(self + "/withdraw", java.net.http.HttpRequest.BodyPublishers.noBody())
                        .status());
        var all = Api.submissions(challenge) + "?all=true";
        assertEquals(403, hanny.get(all).status());
        assertEquals(1, organiser.get(all).json().get("submissions").size());
        assertEquals(
                0,
                organiser
                        .get(Api.submissions(challenge))
                        .json()
                        .get("submissions")
                        .size());
    }

    @Test
    void aDraftTakesSubmissionsOfItsOrganiserOnly() {
        var organiser = Api.organiser();
        var future = java.time.Instant.now().plusSeconds(86400);
        var challenge = SmallChallenge.of()
                .phase(future, null)
                .draftOf(organiser.account)
                .create();
        var file = SmallChallenge.file(5, 5);
        assertEquals(404, Api.participant().submit(challenge, file).status());
        var answer = organiser.submit(challenge, file);
        assertEquals(202, answer.status(), answer::toString);
    }

    @Test
    void nobodyMaySubmit() {
        var answer = Api.nobody().submit(SmallChallenge.of().create(), SmallChallenge.file(5, 5));
        assertEquals(401, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.header("Content-Type"));
    }

    @Test
    void aScoreMadeByAnotherServerEndsTheWaitingToo() throws Exception {
        var view = Api.participant().scored(SmallChallenge.of().create(), SmallChallenge.file(9, 9));
        var id = UUID.fromString(view.get("id").asText());
        // Written past this server's own ways, as another's would be.
        update("update submission set state = 'scoring', finished_at = null where id = ?1", id);
        var submission = QuarkusTransaction.requiringNew().call(() -> Submission.<Submission>findById(id));
        try (var other = Executors.newSingleThreadScheduledExecutor()) {
            other.schedule(
                    () -> update("update submission set state = 'scored', finished_at = now() where id = ?1", id),
                    300,
                    TimeUnit.MILLISECONDS);
            assertEquals(
                    SubmissionState.SCORED,
                    waiting.await(submission, Duration.ofSeconds(20)).state());
        }
        update("update submission set state = 'scoring', finished_at = null where id = ?1", id);
        assertEquals(
                SubmissionState.SCORING,
                waiting.await(submission, Duration.ofMillis(600)).state());
        update("update submission set state = 'scored', finished_at = now() where id = ?1", id);
    }

    private void update(String sql, UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).setParameter(1, id).executeUpdate());
    }

    static byte[] form(String file, String note) {
        var body = "------WebKitFormBoundaryX\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"naïve.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n"
                + file + "\r\n------WebKitFormBoundaryX\r\n"
                + "Content-Disposition: form-data; name=\"note\"\r\n\r\n"
                + note + "\r\n------WebKitFormBoundaryX--\r\n";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static String sha256(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}

package org.voorwerp.server.notice.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// Webhooks against a receiver of our own.
@QuarkusTest
class WebhookTest {

    private static final String FILE = SmallChallenge.file(15, 10);

    /// A message as it arrived.
    private record Received(String path, String id, String time, String signature, String body) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile IntUnaryOperator answers = n -> 204;
    private HttpServer receiver;

    @Inject
    PhaseWatch phases;

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                exchange.getRequestURI().toString(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int status = answers.applyAsInt(number.incrementAndGet());
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        if (status == 0) {
            // Never answers, and does not hang up either.
            return;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void aScoreIsToldSignedAndAsTheApiShowsIt() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var hook = hook(hanny, challenge, "/hook?x=1", false);
        var shown = hanny.scored(challenge, FILE);
        var message = next();
        assertEquals("/hook?x=1", message.path());
        assertSigned(hook.get("secret").asText(), message);
        var body = json(message);
        assertEquals("scored", body.get("type").asText());
        assertEquals(challenge.slug, body.get("challenge").asText());
        assertEquals(shown.get("id"), body.at("/data/id"));
        assertEquals(shown.get("scores"), body.at("/data/scores"));
        assertFalse(message.body().contains("private"), message.body());
        var delivery = finished(hanny, challenge, hook);
        assertEquals("sent", delivery.get("state").asText());
        assertEquals(204, delivery.get("status").asInt());
        assertFalse(
                hanny.get(path(challenge)).text().contains(hook.get("secret").asText()), "shown once");
    }

    @Test
    void aReceiverThatFailsIsTriedAgainWithTheSameId() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        answers = n -> n < 3 ? 500 : 200;
        var hook = hook(hanny, challenge, "/", false);
        assertEquals(202, ping(hanny, challenge, hook).status());
        var first = next();
        assertEquals(first.id(), next().id());
        assertEquals(first.id(), next().id());
        var delivery = finished(hanny, challenge, hook);
        assertEquals("sent", delivery.get("state").asText());
        assertEquals(3, delivery.get("attempts").asInt());
        assertNull(received.poll(300, TimeUnit.MILLISECONDS));
    }

    @Test
    void afterSomeAttemptsItIsGivenUp() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        answers = n -> 503;
        var hook = hook(hanny, challenge, "/", false);
        ping(hanny, challenge, hook);
        var delivery = finished(hanny, challenge, hook);
        assertEquals("failed", delivery.get("state").asText());
        assertEquals(4, delivery.get("attempts").asInt());
        assertEquals(503, delivery.get("status").asInt());
        assertEquals("answered 503", delivery.get("error").asText());
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        answers = n -> 307;
        var hook = hook(hanny, challenge, "/first", false);
        ping(hanny, challenge, hook);
        assertEquals("failed", finished(hanny, challenge, hook).get("state").asText());
        while (!received.isEmpty()) {
            assertEquals("/first", next().path());
        }
    }

    @Test
    void aReceiverThatHangsHoldsUpNoScoring() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        answers = n -> 0;
        hook(hanny, challenge, "/", false);
        for (int i = 0; i < 6; i++) {
            hanny.scored(challenge, FILE);
        }
        assertTrue(received.size() >= 1);
    }

    @Test
    void onlyOrganisersAreToldOfEverybody() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        assertEquals(403, make(bill, challenge, "/bill", true).status());
        hook(bill, challenge, "/bill", false);
        hook(organiser, challenge, "/organiser", true);
        hanny.scored(challenge, FILE);
        assertEquals("/organiser", next().path());
        assertNull(received.poll(500, TimeUnit.MILLISECONDS), "bill is not told of hanny's");
    }

    @Test
    void phasesTermsAndAnnouncementsAreToldOnce() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(organiser.account)
                .phase(Instant.now().minus(Duration.ofMinutes(1)), Instant.now().minusSeconds(1))
                .create();
        hook(Api.participant(), challenge, "/", false);
        phases.look();
        phases.look();
        assertEquals(java.util.Set.of("phase-opened", "phase-closed"), java.util.Set.of(type(next()), type(next())));
        organiser.postJson(
                "/api/challenges/" + challenge.slug + "/announcements",
                "{\"title\": \"Data\", \"markdown\": \"Mended.\"}");
        assertEquals("Mended.", json(next()).at("/data/markdown").asText());
        organiser.put(
                "/api/challenges/" + challenge.slug + "/pages/terms",
                java.net.http.HttpRequest.BodyPublishers.ofString("New."),
                "Content-Type",
                "text/markdown");
        assertEquals("terms-changed", type(next()));
        assertNull(received.poll(300, TimeUnit.MILLISECONDS));
    }

    @Test
    void aWebhookIsItsOwnersAlone() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var hook = hook(hanny, challenge, "/", false);
        var other = Api.participant();
        var one = path(challenge) + "/" + hook.get("id").asText();
        assertEquals(404, other.get(one + "/deliveries").status());
        assertEquals(404, other.delete(one).status());
        assertEquals(404, other.post(one + "/ping").status());
        assertEquals(401, Api.nobody().get(one + "/deliveries").status());
        assertEquals(
                400,
                hanny.postJson(path(challenge), "{\"url\": \"file:///etc/passwd\"}")
                        .status());
        for (int i = 0; i < 4; i++) {
            hook(hanny, challenge, "/", false);
        }
        assertEquals(400, make(hanny, challenge, "/", false).status(), "five are enough");
        assertEquals(204, hanny.delete(one).status());
        assertEquals(404, hanny.delete(one).status());
    }

    private static void assertSigned(String secret, Received message) throws Exception {
        long age = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(message.time()));
        assertTrue(age < 60, message.time());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        var expected = Base64.getEncoder()
                .encodeToString(mac.doFinal(
                        (message.id() + "." + message.time() + "." + message.body()).getBytes(StandardCharsets.UTF_8)));
        assertEquals("v1," + expected, message.signature());
    }

    private Received next() throws InterruptedException {
        var message = received.poll(15, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing arrived");
        }
        return message;
    }

    private static String type(Received message) throws Exception {
        return json(message).get("type").asText();
    }

    private static JsonNode json(Received message) throws Exception {
        return new ObjectMapper().readTree(message.body());
    }

    private Api.Answer make(Api person, SmallChallenge challenge, String path, boolean everybody) {
        var url = "http://localhost:" + receiver.getAddress().getPort() + path;
        return person.postJson(path(challenge), "{\"url\": \"" + url + "\", \"everybody\": " + everybody + "}");
    }

    private JsonNode hook(Api person, SmallChallenge challenge, String path, boolean everybody) {
        var made = make(person, challenge, path, everybody);
        assertEquals(201, made.status(), made::toString);
        return made.json();
    }

    private static Api.Answer ping(Api person, SmallChallenge challenge, JsonNode hook) {
        return person.post(path(challenge) + "/" + hook.get("id").asText() + "/ping");
    }

    private static JsonNode finished(Api person, SmallChallenge challenge, JsonNode hook) throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            var log = log(person, challenge, hook);
            if (!log.isEmpty() && !log.get(0).get("state").asText().equals("waiting")) {
                return log.get(0);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still waiting: " + log(person, challenge, hook));
    }

    private static @Nullable JsonNode log(Api person, SmallChallenge challenge, JsonNode hook) {
        return person.get(path(challenge) + "/" + hook.get("id").asText() + "/deliveries")
                .json();
    }

    private static String path(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/webhooks";
    }
}

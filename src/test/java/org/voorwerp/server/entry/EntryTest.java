package org.voorwerp.server.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class EntryTest {

    private static final String FILE = SmallChallenge.file(4, 4);

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    private Api organiser;

    @BeforeEach
    void somebodyOrganises() {
        organiser = Api.organiser();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whoHasNotAcceptedTheTermsIsToldWhatAndWhere() throws Exception {
        var challenge = challenge().terms("Be kind.").create();
        var hanny = Api.participant();
        var refused = hanny.submit(challenge, FILE);
        assertEquals(403, refused.status(), refused::toString);
        var problem = refused.json();
        assertEquals("/problems/terms-not-accepted", problem.get("type").asText());
        assertEquals(sha256("Be kind."), problem.get("version").asText());
        var terms = Api.nobody().get(problem.get("terms").asText()).json();
        assertEquals("Be kind.", terms.get("markdown").asText());
        assertTrue(terms.get("acceptedAt").isNull());
        assertEquals(401, Api.nobody().post(problem.get("accept").asText()).status());
        // As a notebook does it: one line, once.
        var accepted = hanny.post(problem.get("accept").asText());
        assertEquals(200, accepted.status(), accepted::toString);
        var at = accepted.json().get("acceptedAt").asText();
        assertEquals(202, hanny.submit(challenge, FILE).status());
        assertEquals(
                at,
                hanny.post(problem.get("accept").asText())
                        .json()
                        .get("acceptedAt")
                        .asText(),
                "once");
        assertEquals(403, Api.participant().submit(challenge, FILE).status(), "each for oneself");
        // Those who set the terms are not asked.
        assertEquals(202, organiser.submit(challenge, FILE).status());
    }

    @Test
    void termsThatChangeAreAcceptedAnew() throws Exception {
        var challenge = challenge().terms("Be kind.").create();
        var hanny = Api.participant();
        assertEquals(200, accept(hanny, challenge, sha256("Be kind.")).status());
        assertEquals(202, hanny.submit(challenge, FILE).status());
        assertEquals(403, page(hanny, challenge, "terms", "Anything goes.").status());
        assertEquals(
                204,
                page(organiser, challenge, "terms", "Be kind, and cite us.").status());
        var refused = hanny.submit(challenge, FILE);
        assertEquals(403, refused.status());
        assertTrue(refused.json().get("detail").asText().contains("have changed"), refused::toString);
        var stale = accept(hanny, challenge, sha256("Be kind."));
        assertEquals(409, stale.status());
        assertEquals("/problems/terms-changed", stale.json().get("type").asText());
        assertEquals(
                200, accept(hanny, challenge, sha256("Be kind, and cite us.")).status());
        assertEquals(202, hanny.submit(challenge, FILE).status());
        // What was agreed to is kept as it was.
        var kept = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select count(*) from terms_acceptance a join terms_version v using (challenge_id, digest)"
                                        + " where a.account_id = ?1 and v.markdown like 'Be kind%'")
                        .setParameter(1, hanny.account)
                        .getSingleResult());
        assertEquals(2, ((Number) kept).intValue());
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery("delete from terms_acceptance")
                                .executeUpdate()));
        assertEquals(204, organiser.delete(pages(challenge, "terms")).status());
        assertEquals(202, Api.participant().submit(challenge, FILE).status());
        assertEquals(
                404, hanny.get("/api/challenges/" + challenge.slug + "/terms").status());
    }

    @Test
    void aRequestSentAgainIsAnsweredWhateverTheTermsAreNow() {
        var challenge = challenge().create();
        var hanny = Api.participant();
        var key = new String[] {"Idempotency-Key", "\"one\""};
        assertEquals(202, hanny.submit(challenge, FILE, key).status());
        page(organiser, challenge, "terms", "New terms.");
        assertEquals(202, hanny.submit(challenge, FILE, key).status());
        assertEquals(403, hanny.submit(challenge, FILE).status());
    }

    @Test
    void organisersApproveOrRefuseWithAReason() {
        var challenge = challenge().entry("approval").create();
        var hanny = Api.participant();
        var refused = hanny.submit(challenge, FILE);
        assertEquals(403, refused.status(), refused::toString);
        assertEquals("/problems/entry-required", refused.json().get("type").asText());
        assertEquals("approval", refused.json().get("entry").asText());
        var href = refused.json().get("href").asText();
        assertFalse(hanny.get(href).json().get("admitted").asBoolean());
        var asked = hanny.postJson(href, "{\"message\": \"I take the course.\"}");
        assertEquals("requested", asked.json().get("state").asText(), asked::toString);
        assertEquals(
                "requested", hanny.submit(challenge, FILE).json().get("state").asText());
        assertEquals(403, hanny.get(href + "/requests").status());
        assertEquals(
                403, hanny.post(href + "/requests/" + hanny.handle + "/admit").status());
        var list = organiser.get(href + "/requests").json();
        assertEquals(hanny.handle, list.get(0).get("handle").asText());
        assertEquals("I take the course.", list.get(0).get("message").asText());

        assertEquals(
                400,
                organiser
                        .postJson(href + "/requests/" + hanny.handle + "/refuse", "{}")
                        .status());
        assertEquals(
                204,
                organiser
                        .postJson(href + "/requests/" + hanny.handle + "/refuse", "{\"reason\": \"It is full.\"}")
                        .status());
        var why = hanny.submit(challenge, FILE);
        assertTrue(why.json().get("detail").asText().contains("It is full."), why::toString);
        assertEquals(403, hanny.postJson(href, "{\"message\": \"Please\"}").status(), "no is no");
        assertEquals(
                403, hanny.post("/api/challenges/" + challenge.slug + "/team").status());

        assertEquals(
                204,
                organiser.post(href + "/requests/" + hanny.handle + "/admit").status());
        assertTrue(hanny.get(href).json().get("admitted").asBoolean());
        assertEquals(202, hanny.submit(challenge, FILE).status());
        assertEquals(404, organiser.post(href + "/requests/nobody-here/admit").status());
    }

    @Test
    void aLinkLetsIn() {
        var challenge = challenge().entry("invitation").create();
        var entry = "/api/challenges/" + challenge.slug + "/entry";
        var hanny = Api.participant();
        assertEquals(403, hanny.submit(challenge, FILE).status());
        assertEquals(403, hanny.postJson(entry, "{\"message\": \"Please\"}").status());
        assertEquals(403, hanny.post(entry + "/invitations").status());
        var link = organiser.post(entry + "/invitations");
        assertEquals(201, link.status(), link::toString);
        assertTrue(link.header("Cache-Control").contains("no-store"));
        var secret = link.json().get("secret").asText();
        assertFalse(organiser.get(entry + "/invitations").text().contains(secret));
        assertEquals(
                404, hanny.postJson(entry, "{\"invitation\": \"vwe_guess\"}").status());
        var entered = hanny.postJson(entry, "{\"invitation\": \"" + secret + "\"}");
        assertTrue(entered.json().get("admitted").asBoolean(), entered::toString);
        assertEquals(202, hanny.submit(challenge, FILE).status());

        var revoked = entry + "/invitations/" + link.json().get("id").asText();
        assertEquals(204, organiser.delete(revoked).status());
        assertEquals(
                404,
                Api.participant()
                        .postJson(entry, "{\"invitation\": \"" + secret + "\"}")
                        .status());
        assertEquals(202, hanny.submit(challenge, FILE).status(), "who is in stays in");
    }

    @Test
    void aLinkEndsAndOpensNothingElse() {
        var challenge = challenge().entry("invitation").create();
        var other = challenge().entry("invitation").create();
        var path = "/api/challenges/%s/entry";
        var secret = organiser
                .post(path.formatted(challenge.slug) + "/invitations")
                .json()
                .get("secret")
                .asText();
        var body = "{\"invitation\": \"" + secret + "\"}";
        var hanny = Api.participant();
        assertEquals(404, hanny.postJson(path.formatted(other.slug), body).status());
        var join = "/api/challenges/" + challenge.slug + "/team/join";
        assertEquals(403, hanny.postJson(join, body).status());
        clock.set(Instant.now().plus(Duration.ofDays(31)));
        assertEquals(404, hanny.postJson(path.formatted(challenge.slug), body).status());
    }

    @Test
    void nobodyComesInThroughATeamsLink() {
        var challenge = challenge().entry("approval").create();
        var hanny = Api.participant();
        organiser.post("/api/challenges/" + challenge.slug + "/entry/requests/" + hanny.handle + "/admit");
        hanny.post("/api/challenges/" + challenge.slug + "/team");
        var link = hanny.post("/api/challenges/" + challenge.slug + "/team/invitations");
        var body = "{\"invitation\": \"" + link.json().get("secret").asText() + "\"}";
        var stranger = Api.participant().postJson("/api/challenges/" + challenge.slug + "/team/join", body);
        assertEquals(403, stranger.status(), stranger::toString);
    }

    @Test
    void anOpenChallengeNeedsNothing() {
        var challenge = challenge().create();
        var hanny = Api.participant();
        var view = hanny.get("/api/challenges/" + challenge.slug + "/entry").json();
        assertTrue(view.get("admitted").asBoolean());
        assertFalse(view.has("terms"));
        assertEquals(
                400,
                hanny.postJson("/api/challenges/" + challenge.slug + "/entry", "{}")
                        .status());
    }

    @Test
    void pagesAreWrittenByOrganisersOnly() {
        var challenge = challenge().create();
        assertEquals(404, Api.nobody().get(pages(challenge, "faq")).status());
        assertEquals(204, page(organiser, challenge, "faq", "# Größe?\n\nAny.").status());
        var read = Api.nobody().get(pages(challenge, "faq"));
        assertEquals("# Größe?\n\nAny.", read.text());
        assertTrue(read.header("Content-Type").startsWith("text/markdown"), read::toString);
        assertEquals(401, page(Api.nobody(), challenge, "faq", "x").status());
        assertEquals(403, page(Api.organiser(), challenge, "faq", "x").status());
        assertEquals(404, page(organiser, challenge, "secret", "x").status());
        assertEquals(400, page(organiser, challenge, "faq", " \n").status());
        assertEquals(400, page(organiser, challenge, "faq", "a\0b").status());
        assertEquals(
                413,
                page(organiser, challenge, "faq", "x".repeat((1 << 20) + 1)).status());
        var latin = organiser.put(
                pages(challenge, "faq"),
                BodyPublishers.ofByteArray("Größe".getBytes(StandardCharsets.ISO_8859_1)),
                "Content-Type",
                "text/markdown");
        assertEquals(400, latin.status());
        assertEquals(403, Api.participant().delete(pages(challenge, "faq")).status());
        assertEquals(204, organiser.delete(pages(challenge, "faq")).status());
        assertNotEquals(204, organiser.delete(pages(challenge, "faq")).status());
    }

    private SmallChallenge challenge() {
        return SmallChallenge.of().ownedBy(organiser.account);
    }

    private static Answer accept(Api person, SmallChallenge challenge, String version) {
        return person.postJson(
                "/api/challenges/" + challenge.slug + "/terms/acceptance", "{\"version\": \"" + version + "\"}");
    }

    private static Answer page(Api person, SmallChallenge challenge, String name, String text) {
        return person.put(pages(challenge, name), BodyPublishers.ofString(text), "Content-Type", "text/markdown");
    }

    private static String pages(SmallChallenge challenge, String name) {
        return "/api/challenges/" + challenge.slug + "/pages/" + name;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

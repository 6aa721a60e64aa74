package org.voorwerp.server.notice.dispatch;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class MailTest {

    private static final String MAIL = "/api/accounts/me/mail";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/mail/(?:confirm|stop)/[A-Za-z0-9_-]+)");

    @Inject
    MockMailbox mailbox;

    @Inject
    SettableClock clock;

    private final String address = "person" + NUMBER.incrementAndGet() + "@example.org";

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void nothingButTheConfirmationIsSentBeforeItIsConfirmed() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        assertFalse(hanny.get(MAIL).json().get("confirmed").asBoolean());
        var wanted = hanny.send("PUT", MAIL, "{\"address\": \"" + address + "\"}");
        assertEquals(200, wanted.status(), wanted::toString);
        var confirmation = mails(1).getFirst();
        hanny.scored(challenge, SmallChallenge.file(15, 10));
        Thread.sleep(500);
        assertEquals(1, mailbox.getMailsSentTo(address).size());
        var link = link(confirmation);
        // A mail program that looks at the link confirms nothing.
        given().get(link).then().statusCode(200);
        assertFalse(hanny.get(MAIL).json().get("confirmed").asBoolean());
        given().post(link).then().statusCode(200);
        assertTrue(hanny.get(MAIL).json().get("confirmed").asBoolean());
        given().post("/mail/confirm/vwm_guess").then().statusCode(404);

        var shown = hanny.scored(challenge, SmallChallenge.file(16, 10));
        var notice = mails(2).getLast();
        assertEquals("Submission to Small scored", notice.getSubject());
        assertTrue(notice.getText().contains("0.8000"), notice.getText());
        assertTrue(notice.getText().contains("/submissions/" + shown.get("id").asText()), notice.getText());
        assertFalse(notice.getText().contains("0.4348"), "10 of 23 is the private score");
    }

    @Test
    void oneClickEndsThem() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = confirmed("[\"failed\", \"scored\"]");
        hanny.scored(challenge, SmallChallenge.file(15, 10));
        var notice = mails(2).getLast();
        assertEquals(List.of("List-Unsubscribe=One-Click"), notice.getHeaders().get("List-Unsubscribe-Post"));
        var header = notice.getHeaders().get("List-Unsubscribe").getFirst();
        var stop = LINK.matcher(header);
        assertTrue(header.startsWith("<") && stop.find(), header);
        assertTrue(notice.getText().contains(stop.group()), "people find it, too");
        given().get(stop.group(1)).then().statusCode(200);
        assertTrue(hanny.get(MAIL).json().get("confirmed").asBoolean());
        // As RFC 8058 has it: a POST from wherever, nobody signed in.
        given().contentType("application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .body("List-Unsubscribe=One-Click")
                .post(stop.group(1))
                .then()
                .statusCode(200);
        assertTrue(hanny.get(MAIL).json().get("address").isNull());
        hanny.scored(challenge, SmallChallenge.file(16, 10));
        Thread.sleep(500);
        assertEquals(2, mailbox.getMailsSentTo(address).size());
    }

    @Test
    void onlyWhatIsWantedIsSent() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = confirmed("[\"announcement\"]");
        hanny.scored(challenge, SmallChallenge.file(15, 10));
        organiser.postJson(
                "/api/challenges/" + challenge.slug + "/announcements",
                "{\"title\": \"Data\", \"markdown\": \"Mended.\"}");
        assertEquals("Small: Data", mails(2).getLast().getSubject());
        var unknown = hanny.send("PUT", MAIL, "{\"address\": \"" + address + "\", \"kinds\": [\"gossip\"]}");
        assertEquals(400, unknown.status());
    }

    @Test
    void nobodyHasStrangersMailed() {
        for (var bad : List.of("", "nobody", "a@b@c", "a b@example.org", "a@example.org, b@example.org", "<a@b>")) {
            assertEquals(
                    400,
                    Api.participant()
                            .send("PUT", MAIL, "{\"address\": \"" + bad + "\"}")
                            .status(),
                    bad);
        }
        assertEquals(
                400,
                Api.participant()
                        .send("PUT", MAIL, "{\"address\": \"a@example.org\\r\\nBcc: b@example.org\"}")
                        .status());
        var hanny = Api.participant();
        assertEquals(
                200,
                hanny.send("PUT", MAIL, "{\"address\": \"" + address + "\"}").status());
        assertEquals(
                400,
                hanny.send("PUT", MAIL, "{\"address\": \"x" + address + "\"}").status(),
                "too soon");
        Api.participant().send("PUT", MAIL, "{\"address\": \"" + address + "\"}");
        Api.participant().send("PUT", MAIL, "{\"address\": \"" + address + "\"}");
        var fourth = Api.participant().send("PUT", MAIL, "{\"address\": \"" + address + "\"}");
        assertEquals(400, fourth.status(), fourth::toString);
    }

    private Api confirmed(String kinds) throws Exception {
        var person = Api.participant();
        person.send("PUT", MAIL, "{\"address\": \"" + address + "\", \"kinds\": " + kinds + "}");
        given().post(link(mails(1).getFirst())).then().statusCode(200);
        return person;
    }

    private List<Mail> mails(int count) throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            if (mailbox.getMailsSentTo(address).size() >= count) {
                return mailbox.getMailsSentTo(address);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not sent: " + mailbox.getMailsSentTo(address));
    }

    private static String link(Mail mail) {
        var link = LINK.matcher(mail.getText());
        assertTrue(link.find(), mail.getText());
        return link.group(1);
    }
}

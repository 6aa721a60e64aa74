package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people write, written by people who mean harm or have odd keyboards.
@QuarkusTest
class HostileInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> NAUGHTY = List.of(
            "undefined",
            "null",
            "NaN",
            "1e309",
            "0x0",
            "-1",
            "=HYPERLINK(\"http://example.org\",\"x\")",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "' OR 1=1 -- ",
            "'; drop table submission; --",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{{7*7}} ${7*7} {#if x}{/if} {frame.handle}",
            "%s%n%x %00 %2e%2e%2f",
            "../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "C:\\con\\aux",
            "file\r\nSet-Cookie: x=y",
            "\u202Egpj.exe",
            "\u200B\u200C\u200D\uFEFF",
            "Z\u0321\u034C\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307algo",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uDBFF\uDFFE",
            "\uFFFE\uFFFF",
            "田中さんにあげて下さい",
            "ثم نفس سقطت",
            "𝕋𝕙𝕖",
            "\u0000",
            "\u0001\u0007\u001B[31m",
            "x".repeat(700),
            "");

    @Test
    void whatPeopleWriteIsKeptOrRefusedAndNeverAFault() throws JsonProcessingException {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var base = "/api/challenges/" + challenge.slug;
        for (var text : NAUGHTY) {
            var person = Api.participant();
            assertNoFault(text, person.postJson(base + "/team", json("name", text)));
            assertNoFault(text, person.send("PATCH", base + "/team", json("name", text)));
            assertNoFault(text, person.postJson(base + "/team/mergers", json("team", text)));
            assertNoFault(text, person.postJson(base + "/team/join", json("invitation", text)));
            assertNoFault(text, person.postJson(base + "/entry", json("message", text)));
            assertNoFault(text, person.postJson(base + "/webhooks", json("url", text)));
            assertNoFault(text, person.postJson(base + "/terms/acceptance", json("version", text)));
            assertNoFault(text, person.send("PUT", "/api/accounts/me/mail", json("address", text)));
            assertNoFault(text, person.postJson("/api/accounts/me/tokens", json("name", text)));
            assertNoFault(text, person.postJson("/api/accounts", json("handle", text)));
            assertNoFault(text, person.postJson("/api/accounts/me/deletion", json("handle", text)));
            assertNoFault(
                    text,
                    organiser.postJson(
                            base + "/announcements", JSON.writeValueAsString(Map.of("title", text, "markdown", text))));
            assertNoFault(text, organiser.postJson(base + "/organisers", json("handle", text)));
            var escaped = URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertNoFault(text, person.get(base + "/pages/" + escaped));
            assertNoFault(text, organiser.delete(base + "/organisers/" + escaped));
            assertNoFault(text, person.get("/challenges/" + escaped + "/join/" + escaped));
            assertNoFault(text, person.get("/mail/stop/" + escaped));
        }
        for (var page : List.of("/news", "/leaderboard", "/feed.atom", "/entry", "/team")) {
            var answer = organiser.get("/challenges/" + challenge.slug + page);
            assertEquals(200, answer.status(), page);
            assertFalse(answer.text().contains("<script>alert"), page);
            assertFalse(answer.text().contains("<img src=x"), page);
        }
    }

    @Test
    void aFormThatBreaksOffIsTheSendersMistake() {
        var answer = Api.organiser().send("POST", "/organise/packs", "--x\r\n", "multipart/form-data; boundary=x");
        assertEquals(400, answer.status(), answer::toString);
    }

    @Test
    void fileNamesAndNotesAreKeptOrRefusedAndNeverAFault() {
        var challenge = SmallChallenge.of().create();
        var person = Api.participant();
        for (var text : NAUGHTY) {
            var name = "filename*=UTF-8''"
                    + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            var sent = person.post(
                    Api.submissions(challenge) + "?note="
                            + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%00", ""),
                    BodyPublishers.ofString(SmallChallenge.file(4, 4)),
                    "Content-Type",
                    "text/csv",
                    "Content-Disposition",
                    "attachment; " + name);
            assertNoFault(text, sent);
            if (sent.status() == 202) {
                var file =
                        person.get("/api/submissions/" + sent.json().get("id").asText() + "/file");
                assertEquals(200, file.status(), text);
                assertFalse(file.header("Set-Cookie").contains("x=y"), "no header is smuggled in");
            }
        }
    }

    @Test
    void aTeamsNameIsNoFormulaInASpreadsheetAndNumbersAreNumbers() {
        for (var name : List.of("=1+1", "+1", "-1", "@x", "＝1+1", "＋1", "－1", "＠x")) {
            var challenge = SmallChallenge.of().create();
            var person = Api.participant();
            assertEquals(
                    201,
                    person.postJson("/api/challenges/" + challenge.slug + "/team", "{\"name\": \"" + name + "\"}")
                            .status());
            person.scored(challenge, SmallChallenge.file(15, 10));
            var csv = Api.nobody()
                    .get("/api/challenges/" + challenge.slug + "/leaderboard.csv")
                    .text();
            assertTrue(csv.contains("'" + name), csv);
            assertTrue(csv.contains(",0.75,"), csv);
        }
    }

    /// Fields that the server fills in itself, in whatever is sent.
    @Test
    void whatTheServerDecidesCannotBeSentAlong() {
        var more = ", \"role\": \"admin\", \"state\": \"admitted\", \"admitted\": true, \"owner\": true, \"score\": 1,"
                + " \"scores\": {}, \"team\": \"x\", \"teamId\": \"x\", \"captainId\": \"x\", \"kind\": \"baseline\","
                + " \"acceptedAt\": \"2000-01-01T00:00:00Z\", \"since\": \"2000-01-01T00:00:00Z\", \"rank\": 1,"
                + " \"confirmed\": true, \"id\": \"00000000-0000-0000-0000-000000000000\", \"secret\": \"x\"}";
        var registered =
                Api.nobody().postJson("/api/accounts", "{\"handle\": \"mass-" + System.nanoTime() + "\"" + more);
        assertEquals("participant", registered.json().get("role").asText(), registered::toString);
        assertTrue(registered.json().get("secret").asText().startsWith("vw_"));

        var organiser = Api.organiser();
        var challenge =
                SmallChallenge.of().ownedBy(organiser.account).entry("approval").create();
        var base = "/api/challenges/" + challenge.slug;
        var person = Api.participant();
        var asked = person.postJson(base + "/entry", "{\"message\": \"me\"" + more);
        assertEquals("requested", asked.json().get("state").asText(), asked::toString);
        assertEquals(403, person.submit(challenge, SmallChallenge.file(4, 4)).status());
        organiser.post(base + "/entry/requests/" + person.handle + "/admit");
        var team = person.postJson(base + "/team", "{\"name\": \"mine\"" + more);
        assertEquals(person.handle, team.json().get("captain").asText(), team::toString);
        var announced = organiser.postJson(
                base + "/announcements",
                "{\"title\": \"t\", \"markdown\": \"m\", \"postedAt\": \"2000-01-01T00:00:00Z\"" + more);
        assertFalse(announced.json().get("postedAt").asText().startsWith("2000"), announced::toString);
        var hook = person.postJson(base + "/webhooks", "{\"url\": \"http://127.0.0.1:9/\"" + more);
        assertTrue(hook.json().get("secret").asText().startsWith("whsec_"), hook::toString);
        var mail = person.send(
                "PUT", "/api/accounts/me/mail", "{\"address\": \"mass" + System.nanoTime() + "@example.org\"" + more);
        assertFalse(mail.json().get("confirmed").asBoolean(), mail::toString);
        var co = organiser.postJson(base + "/organisers", "{\"handle\": \"" + person.handle + "\"" + more);
        assertTrue(co.json().get(1).get("since").isNull(), co::toString);
        var scored = person.post(
                Api.submissions(challenge) + "?score=1&state=scored&team=x&scoringVersion=9&acceptedAt=2000-01-01",
                BodyPublishers.ofString(SmallChallenge.file(4, 4)),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=30");
        assertEquals(0.2, scored.json().at("/scores/test-agreement/value").asDouble(), scored::toString);
        assertEquals("mine", scored.json().get("team").asText());
    }

    private static void assertNoFault(String text, Api.Answer answer) {
        assertTrue(answer.status() < 500, () -> text + "\n" + answer);
    }

    private static String json(String field, String text) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of(field, text));
    }
}

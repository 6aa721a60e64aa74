package org.voorwerp.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// What tokens may be used for, how long, and what they can make.
@QuarkusTest
class ScopesTest {

    private static final String TOKENS = "/api/accounts/me/tokens";

    @Inject
    EntityManager database;

    @Test
    void aFurtherTokenReadsAndSubmitsUnlessMoreIsAskedFor() {
        var person = Api.participant();
        assertEquals(
                List.of("read", "submit"),
                scopes(made(person, "{\"name\": \"notebook\"}").at("/token")));
        assertEquals(
                List.of("read"),
                scopes(made(person, "{\"name\": \"a\", \"scopes\": []}").at("/token")));
        assertEquals(
                List.of("read", "organise"),
                scopes(made(person, "{\"name\": \"a\", \"scopes\": [\"organise\"]}")
                        .at("/token")));
        assertEquals(
                List.of("read", "submit", "organise", "account"),
                scopes(person.get(TOKENS).json().get(0)),
                "the first may do everything");
        for (var wrong : List.of("[\"all\"]", "[\"READ\"]", "[\"\"]", "[null]", "\"read\"", "[[\"read\"]]", "{}")) {
            var answer = person.postJson(TOKENS, "{\"name\": \"a\", \"scopes\": " + wrong + "}");
            assertEquals(400, answer.status(), wrong + answer);
        }
    }

    @Test
    void aTokenSubmitsOnlyIfThatIsWhatItIsFor() {
        var challenge = SmallChallenge.of().create();
        var person = Api.participant();
        var refused = person.limitedTo(List.of()).submit(challenge, SmallChallenge.file(4, 4));
        assertEquals(403, refused.status());
        assertEquals("/problems/scope-missing", refused.json().get("type").asText());
        assertEquals("submit", refused.json().get("needed").asText());
        assertEquals("read", refused.json().at("/scopes/0").asText());
        var taken = person.limitedTo(List.of("submit")).submit(challenge, SmallChallenge.file(4, 4));
        assertEquals(2, taken.status() / 100, taken::toString);
    }

    @Test
    void whatEverybodyMayReadIsReadWithAnyToken() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var written = organiser.put(
                "/api/challenges/" + challenge.slug + "/pages/faq",
                BodyPublishers.ofString("# Why?"),
                "Content-Type",
                "text/markdown");
        assertEquals(2, written.status() / 100, written::toString);
        var page = "/challenges/" + challenge.slug + "/questions";
        assertEquals(200, Api.nobody().get(page).status());
        assertEquals(200, Api.participant().limitedTo(List.of()).get(page).status());
        var own = organiser.limitedTo(List.of("submit")).get(page);
        assertEquals(200, own.status());
        assertFalse(own.text().contains("<textarea"), "a token that does not organise is offered nothing to edit");
        assertTrue(organiser.get(page).text().contains("<textarea"));
    }

    @Test
    void aTokenCannotMakeOneThatMayDoMoreOrLivesLonger() {
        var person = Api.organiser();
        var few = person.limitedTo(List.of("account"));
        assertEquals(
                403,
                few.postJson(TOKENS, "{\"name\": \"a\", \"scopes\": [\"organise\"]}")
                        .status());
        assertEquals(
                403,
                few.postJson(TOKENS, "{\"name\": \"a\", \"scopes\": [\"submit\"]}")
                        .status());
        assertEquals(
                201, few.postJson(TOKENS, "{\"name\": \"a\", \"scopes\": []}").status());
        assertEquals(
                403,
                person.limitedTo(List.of("submit", "organise"))
                        .postJson(TOKENS, "{\"name\": \"a\"}")
                        .status());

        // The database rounds to microseconds, up as well as down.
        var brief = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        var made = made(person, "{\"name\": \"brief\", \"scopes\": [\"account\"], \"expiresAt\": \"" + brief + "\"}");
        var child = post(made.get("secret").asText(), "{\"name\": \"child\", \"scopes\": []}");
        assertEquals(201, child.statusCode());
        assertFalse(Instant.parse(child.path("token.expiresAt")).isAfter(brief), child.asString());
        var longer = post(
                made.get("secret").asText(),
                "{\"name\": \"longer\", \"scopes\": [], \"expiresAt\": \"" + brief.plusSeconds(60) + "\"}");
        assertEquals(403, longer.statusCode(), longer.asString());
    }

    @Test
    void anExpiryLiesInTheFutureAndEndsTheTokenAndItsSessions() {
        var person = Api.participant();
        for (var wrong : List.of("\"2020-01-01T00:00:00Z\"", "\"tomorrow\"", "\"2027-01-01\"", "{}")) {
            var answer = person.postJson(TOKENS, "{\"name\": \"a\", \"expiresAt\": " + wrong + "}");
            assertEquals(400, answer.status(), wrong + answer);
        }
        var made = made(
                person,
                "{\"name\": \"brief\", \"expiresAt\": \"" + Instant.now().plusSeconds(3600) + "\"}");
        var secret = made.get("secret").asText();
        var session = RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("token", secret)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-in")
                .cookie(TokenAuthentication.COOKIE);
        assertEquals(200, withSession(session));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update access_token set expires_at = expires_at - interval '1 hour'"
                                        + " where account_id = ?1 and expires_at is not null")
                        .setParameter(1, person.account)
                        .executeUpdate());
        assertEquals(401, withSession(session));
        assertEquals(
                401,
                RestAssured.given()
                        .header("Authorization", "Bearer " + secret)
                        .get("/api/challenges")
                        .statusCode());
    }

    @Test
    void aSessionMayDoWhatItsTokenMay() {
        var person = Api.participant();
        var secret = made(person, "{\"name\": \"few\", \"scopes\": []}")
                .get("secret")
                .asText();
        var session = RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("token", secret)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-in")
                .cookie(TokenAuthentication.COOKIE);
        var answer = RestAssured.given()
                .redirects()
                .follow(false)
                .cookie(TokenAuthentication.COOKIE, session)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("name", "more")
                .post("/account/tokens");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.asString().contains("scope account"), answer.asString());
        // Signing out is everybody's.
        assertEquals(
                303,
                RestAssured.given()
                        .redirects()
                        .follow(false)
                        .cookie(TokenAuthentication.COOKIE, session)
                        .header("Sec-Fetch-Site", "same-origin")
                        .post("/sign-out")
                        .statusCode());
    }

    @Test
    void theListSaysWhenATokenWasLastUsed() {
        var person = Api.participant();
        var made = made(person, "{\"name\": \"seldom\"}");
        assertTrue(named(person, "seldom").get("lastUsedAt").isNull());
        RestAssured.given()
                .header("Authorization", "Bearer " + made.get("secret").asText())
                .get("/api/accounts/me");
        assertFalse(named(person, "seldom").get("lastUsedAt").isNull());
    }

    @Test
    void whatLooksLikeSomebodysHandleIsTaken() {
        var person = Api.participant();
        for (var alike : List.of(
                person.handle.toUpperCase(java.util.Locale.ROOT),
                person.handle.replace("-", ""),
                person.handle.replace("-", "_"),
                person.handle.replace('o', '0'))) {
            var answer = Api.nobody().postJson("/api/accounts", "{\"handle\": \"" + alike + "\"}");
            assertEquals(409, answer.status(), alike + answer);
        }
        for (var foreign : List.of("pеrson-x", "ｐerson-x", "person\u200b-x", "person-x\u0301", "ﬁve-x")) {
            var answer = Api.nobody().postJson("/api/accounts", "{\"handle\": \"" + foreign + "\"}");
            assertEquals(400, answer.status(), foreign + answer);
        }
    }

    private static JsonNode named(Api person, String name) {
        for (var token : person.get(TOKENS).json()) {
            if (token.get("name").asText().equals(name)) {
                return token;
            }
        }
        throw new AssertionError("no token " + name);
    }

    private static JsonNode made(Api person, String wanted) {
        var answer = person.postJson(TOKENS, wanted);
        assertEquals(201, answer.status(), answer::toString);
        return answer.json();
    }

    private static io.restassured.response.Response post(String secret, String wanted) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + secret)
                .contentType("application/json")
                .body(wanted)
                .post(TOKENS);
    }

    private static int withSession(String session) {
        return RestAssured.given()
                .cookie(TokenAuthentication.COOKIE, session)
                .get("/api/accounts/me")
                .statusCode();
    }

    private static List<String> scopes(JsonNode token) {
        var words = new java.util.ArrayList<String>();
        token.get("scopes").forEach(word -> words.add(word.asText()));
        return words;
    }
}

package org.voorwerp.server.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Registering and tokens, as people and programs get them wrong.
@QuarkusTest
class AccountRefusalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[\"x\"]",
                "\"x\"",
                "1",
                "{\"handle\": 1}",
                "{\"handle\": [\"a\"]}",
                "{\"handle\": {}}",
                "{\"handle\": null}",
                "{\"handle\": \"dup-a\", \"handle\": \"dup-b\"}",
                "{\"handle\": \"trailing\"} x",
                "{\"handle\": \"a\\u0000b\"}",
                "{\"handle\": \"../..\"}",
                "{\"handle\":"
            })
    void whatIsNoRegistrationIsAProblemThatSaysSo(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/accounts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void aHandleIsTakenWhateverItsCase() {
        var handle = "Case-" + UUID.randomUUID().toString().substring(0, 8);
        register(handle).then().statusCode(201);
        register(handle.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/handle-taken"));
    }

    @Test
    void aNameWithControlCharactersIsRefused() {
        given().header("Authorization", "Bearer " + newAccount())
                .contentType("application/json")
                .body("{\"name\": \"a\\u0007b\"}")
                .post("/api/accounts/me/tokens")
                .then()
                .statusCode(400)
                .body("detail", containsString("control character"));
    }

    @Test
    void aRevokedTokenTakesItsSessionsAlong() {
        var first = newAccount();
        var token = given().header("Authorization", "Bearer " + first)
                .contentType("application/json")
                .body("{\"name\": \"laptop\"}")
                .post("/api/accounts/me/tokens");
        var session = given().redirects()
                .follow(false)
                .formParam("token", token.path("secret").toString())
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-in")
                .cookie(TokenAuthentication.COOKIE);
        given().cookie(TokenAuthentication.COOKIE, session)
                .get("/api/accounts/me")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"));
        given().header("Authorization", "Bearer " + first)
                .delete("/api/accounts/me/tokens/" + token.path("token.id"))
                .then()
                .statusCode(204);
        given().cookie(TokenAuthentication.COOKIE, session)
                .get("/api/accounts/me")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + first)
                .get("/api/accounts/me")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/about?x={y}", "/%", "//evil.example", "/..//evil.example", "/a\"b", "https://evil.example"})
    void signingInLeadsNowhereElse(String next) {
        given().redirects()
                .follow(false)
                .formParam("token", newAccount())
                .formParam("next", next)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-in")
                .then()
                .statusCode(303)
                .header("Location", matchesPattern("http://localhost:\\d+/"));
    }

    @Test
    void parametersThatCannotBeReadAreTold() {
        var secret = newAccount();
        given().header("Authorization", "Bearer " + secret)
                .get("/api/challenges/none/submissions?all=maybe")
                .then()
                .statusCode(400)
                .body("detail", containsString("maybe"));
        given().header("Authorization", "Bearer " + secret)
                .get("/api/challenges/none/submissions?before=abc")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    private static String newAccount() {
        return register("test-" + UUID.randomUUID().toString().substring(0, 12)).path("secret");
    }

    private static Response register(String handle) {
        return given().contentType("application/json")
                .body("{\"handle\": \"" + handle + "\"}")
                .post("/api/accounts");
    }
}

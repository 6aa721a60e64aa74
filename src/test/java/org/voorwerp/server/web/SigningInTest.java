package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;

@QuarkusTest
class SigningInTest {

    private static final String COOKIE = "voorwerp_session";

    @Test
    void aTokenOpensASessionThatScriptsAndOtherSitesCannotUse() {
        var answer = signIn(PagesTest.token(Api.participant()), "/account");
        assertEquals(303, answer.statusCode());
        assertTrue(answer.header("Location").endsWith("/account"));
        var cookie = answer.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Strict"), cookie);
        assertTrue(cookie.contains("Path=/"), cookie);
        // The test server speaks plain HTTP: a browser would drop a secure cookie.
        assertFalse(cookie.contains("Secure"), cookie);
        assertFalse(cookie.contains("Domain"), cookie);
    }

    @Test
    void aWrongTokenIsToldSoAndOpensNothing() {
        var answer = signIn("vw_wrong", "/");
        assertEquals(401, answer.statusCode());
        assertNull(answer.cookie(COOKIE));
        assertTrue(answer.asString().contains("not a valid token"));
    }

    @Test
    void signingInLeadsNowhereElse() {
        var token = PagesTest.token(Api.participant());
        for (var elsewhere : new String[] {
            "https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)", "account", "/a\r\nX: y"
        }) {
            var answer = signIn(token, elsewhere);
            assertEquals(303, answer.statusCode(), elsewhere);
            assertTrue(answer.header("Location").matches("http://localhost:\\d+/"), answer.header("Location"));
        }
        given().queryParam("next", "\"><script>alert(1)</script>")
                .get("/sign-in")
                .then()
                .body(not(containsString("<script>alert")));
    }

    @Test
    void anotherSiteCannotSignSomebodyIn() {
        for (var form : new String[] {"/sign-in", "/register", "/sign-out"}) {
            form().header("Sec-Fetch-Site", "cross-site")
                    .formParam("token", PagesTest.token(Api.participant()))
                    .formParam("handle", "somebody-else")
                    .post(form)
                    .then()
                    .statusCode(403)
                    .header("Set-Cookie", (String) null);
            form().header("Origin", "https://example.org")
                    .formParam("token", PagesTest.token(Api.participant()))
                    .post(form)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void anotherSiteCannotUseASession() {
        var session = PagesTest.session(Api.participant());
        form().cookie(COOKIE, session)
                .header("Sec-Fetch-Site", "cross-site")
                .formParam("name", "stolen")
                .post("/account/tokens")
                .then()
                .statusCode(401);
        given().cookie(COOKIE, session).get("/account").then().body(not(containsString("stolen")));
    }

    @Test
    void signingOutEndsTheSessionOnTheServerToo() {
        var session = PagesTest.session(Api.participant());
        form().cookie(COOKIE, session)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/sign-out")
                .then()
                .statusCode(303)
                .header("Set-Cookie", containsString("Max-Age=0"));
        given().cookie(COOKIE, session).get("/account").then().statusCode(401);
    }

    @Test
    void registeringShowsATokenOnceAndSignsIn() {
        var page = form().formParam("handle", "hanny-of-the-test").post("/register");
        assertEquals(201, page.statusCode());
        assertEquals("no-store", page.header("Cache-Control"));
        var token = Pattern.compile("vw_[A-Za-z0-9_-]{43}").matcher(page.asString());
        assertTrue(token.find());
        given().cookie(COOKIE, page.cookie(COOKIE))
                .get("/account")
                .then()
                .statusCode(200)
                .body(allOf(containsString("<h1>hanny-of-the-test</h1>"), not(containsString(token.group()))));
        given().header("Authorization", "Bearer " + token.group())
                .get("/api/accounts/me")
                .then()
                .statusCode(200)
                .body("handle", org.hamcrest.Matchers.equalTo("hanny-of-the-test"));
    }

    @Test
    void aHandleThatCannotBeHadIsToldBesideTheForm() {
        var taken = Api.participant().handle;
        form().formParam("handle", taken)
                .post("/register")
                .then()
                .statusCode(409)
                .body(containsString("is taken"))
                .body(containsString("value=\"" + taken + "\""));
        form().formParam("handle", "<script>alert(1)</script>")
                .post("/register")
                .then()
                .statusCode(400)
                .body(not(containsString("<script>alert")));
        form().post("/register").then().statusCode(400);
    }

    @Test
    void tokensAreMadeAndRevoked() {
        var person = Api.participant();
        var session = PagesTest.session(person);
        var made = mine(session).formParam("name", "note<b>book").post("/account/tokens");
        assertEquals(201, made.statusCode());
        var token = Pattern.compile("vw_[A-Za-z0-9_-]{43}").matcher(made.asString());
        assertTrue(token.find());
        var account = given().cookie(COOKIE, session).get("/account").asString();
        assertTrue(account.contains("note&lt;b&gt;book"));
        var revoke = Pattern.compile(
                        "note&lt;b&gt;book.*?action=\"(/account/tokens/[0-9a-f-]+/revoke)\"", Pattern.DOTALL)
                .matcher(account);
        assertTrue(revoke.find());

        mine(PagesTest.session(Api.participant())).post(revoke.group(1)).then().statusCode(404);
        mine(session).post(revoke.group(1)).then().statusCode(303).header("Location", endsWith("/account"));
        given().header("Authorization", "Bearer " + token.group())
                .get("/api/accounts/me")
                .then()
                .statusCode(401);
    }

    private static RequestSpecification mine(String session) {
        return form().cookie(COOKIE, session).header("Sec-Fetch-Site", "same-origin");
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).contentType("application/x-www-form-urlencoded");
    }

    private static Response signIn(String token, String next) {
        return form().formParam("token", token).formParam("next", next).post("/sign-in");
    }
}

package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// Coming in as a browser does that runs no scripts.
@QuarkusTest
class EntryPagesTest {

    @Test
    void theTermsStandBeforeTheFormUntilTheyAreAccepted() {
        var challenge = SmallChallenge.of()
                .terms("Be *kind*. <script>alert(1)</script>")
                .create();
        var session = PagesTest.session(Api.participant());
        var submit = "/challenges/" + challenge.slug + "/submit";
        var page = get(session, submit);
        page.then()
                .body(allOf(
                        containsString("I accept the terms"),
                        containsString("<em>kind</em>"),
                        not(containsString("<script>alert")),
                        not(containsString("type=\"file\""))));
        var version =
                Pattern.compile("name=\"version\" value=\"([0-9a-f]{64})\"").matcher(page.asString());
        assertTrue(version.find());
        var terms = "/challenges/" + challenge.slug + "/terms";
        post(session, terms, Map.of("version", "0".repeat(64))).then().statusCode(409);
        assertEquals(
                303, post(session, terms, Map.of("version", version.group(1))).statusCode());
        get(session, submit).then().body(containsString("type=\"file\""));
    }

    @Test
    void organisersLetInWhoAsks() {
        var organiser = Api.organiser();
        var challenge =
                SmallChallenge.of().ownedBy(organiser.account).entry("approval").create();
        var base = "/challenges/" + challenge.slug;
        var person = Api.participant();
        var session = PagesTest.session(person);
        var desk = PagesTest.session(organiser);
        get(session, base + "/submit").then().body(containsString("Ask to take part"));
        assertEquals(
                303,
                post(session, base + "/entry", Map.of("message", "<b>me</b>")).statusCode());
        get(session, base + "/submit").then().body(containsString("have not answered yet"));
        assertEquals(403, get(session, base + "/entry").statusCode());
        get(desk, base + "/entry").then().body(allOf(containsString(person.handle), containsString("&lt;b&gt;me")));
        post(desk, base + "/entry/refuse", Map.of("handle", person.handle, "reason", " "))
                .then()
                .statusCode(400);
        assertEquals(
                303,
                post(desk, base + "/entry/refuse", Map.of("handle", person.handle, "reason", "Full"))
                        .statusCode());
        get(session, base + "/submit").then().body(allOf(containsString("did not let you in"), containsString("Full")));
        assertEquals(
                303,
                post(desk, base + "/entry/admit", Map.of("handle", person.handle))
                        .statusCode());
        get(session, base + "/submit").then().body(containsString("type=\"file\""));
    }

    @Test
    void aLinkLeadsIn() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(organiser.account)
                .entry("invitation")
                .create();
        var base = "/challenges/" + challenge.slug;
        var made = post(PagesTest.session(organiser), base + "/entry/invitations", Map.of());
        assertEquals(201, made.statusCode());
        var link = Pattern.compile("(" + base + "/enter/vwe_[A-Za-z0-9_-]+)").matcher(made.asString());
        assertTrue(link.find(), made.asString());
        given().get(link.group(1)).then().body(containsString("Sign in to take part"));
        var session = PagesTest.session(Api.participant());
        get(session, base + "/submit").then().body(containsString("by invitation"));
        assertEquals(303, post(session, link.group(1), Map.of()).statusCode());
        get(session, base + "/submit").then().body(containsString("type=\"file\""));
        given().get(base + "/enter/vwe_guess").then().statusCode(404).body(containsString("opens nothing"));
    }

    private static Response get(String session, String path) {
        return given().cookie("voorwerp_session", session).get(path);
    }

    private static Response post(String session, String path, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .cookie("voorwerp_session", session)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(form)
                .post(path);
    }
}

package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// Teams as a browser sees them that runs no scripts.
@QuarkusTest
class TeamPagesTest {

    private static final Pattern LINK = Pattern.compile("(/challenges/[^/]+/join/vwi_[A-Za-z0-9_-]+)");

    @Test
    void aTeamIsMadeJoinedMergedAndLeft() {
        var challenge = SmallChallenge.of().create();
        var team = "/challenges/" + challenge.slug + "/team";
        var captain = Api.participant();
        var hanny = PagesTest.session(captain);
        var member = Api.participant();
        var bill = PagesTest.session(member);
        get(hanny, team).then().body(containsString("You have no team here yet"));
        assertEquals(303, post(hanny, team, "name", "<i>Voorwerpjes</i>").statusCode());
        get(hanny, team).then().body(allOf(containsString("&lt;i&gt;Voorwerpjes"), not(containsString("<i>Voor"))));

        var invited = post(hanny, team + "/invitations", "", "");
        assertEquals(201, invited.statusCode());
        var link = LINK.matcher(invited.asString());
        assertTrue(link.find(), invited.asString());
        given().get(link.group(1))
                .then()
                .body(allOf(containsString("Sign in to join"), containsString("&lt;i&gt;Voor")));
        assertEquals(303, post(bill, link.group(1), "", "").statusCode());
        get(bill, team).then().body(allOf(containsString(captain.handle), not(containsString("Make a link"))));

        assertEquals(
                303, post(hanny, team + "/captain", "captain", member.handle).statusCode());
        post(hanny, team + "/name", "name", "Others").then().statusCode(403).body(containsString("Only the captain"));
        assertEquals(303, post(hanny, team + "/leave", "", "").statusCode());
        assertEquals(
                303,
                post(hanny, team + "/mergers", "team", "<i>Voorwerpjes</i>").statusCode());
        var decline = Pattern.compile("action=\"([^\"]+/refuse)\"")
                .matcher(get(bill, team).asString());
        assertTrue(decline.find());
        assertEquals(303, post(bill, decline.group(1), "", "").statusCode());
        get(bill, team).then().body(not(containsString("Proposed mergers")));
    }

    @Test
    void aLinkThatOpensNothingSaysSo() {
        var challenge = SmallChallenge.of().create();
        var path = "/challenges/" + challenge.slug + "/join/vwi_nothing";
        given().get(path).then().statusCode(404).body(containsString("opens nothing"));
        post(PagesTest.session(Api.participant()), path, "", "").then().statusCode(404);
        assertEquals(401, given().get("/challenges/" + challenge.slug + "/team").statusCode());
    }

    private static Response get(String session, String path) {
        return given().cookie("voorwerp_session", session).get(path);
    }

    private static Response post(String session, String path, String name, String value) {
        var request = given().redirects()
                .follow(false)
                .cookie("voorwerp_session", session)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=utf-8");
        return (name.isEmpty() ? request : request.formParam(name, value)).post(path);
    }
}

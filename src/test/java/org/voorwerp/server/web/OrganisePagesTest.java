package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.build.PublishedPack;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;

@QuarkusTest
class OrganisePagesTest {

    @Test
    void aPackIsSentBuiltLookedAtAndPublished() throws InterruptedException {
        var session = PagesTest.session(Api.organiser());
        var answer = send(
                session, Zips.of(new MemoryPack().publishable().replacing("slug: small-mergers", "slug: by-form")));
        assertEquals(303, answer.statusCode(), answer.asString());
        var build = finished(session, answer.header("Location"));
        assertTrue(build.contains("data-state>Built"), build);

        given().get("/challenges/by-form").then().statusCode(404);
        mine(session).get("/organise").then().body(allOf(containsString("Draft"), containsString("by-form/publish")));
        mine(session)
                .get("/challenges/by-form/report")
                .then()
                .statusCode(200)
                .body(allOf(containsString("The split"), not(containsString("NOT_FOUND"))));

        mine(session).post("/organise/challenges/by-form/publish").then().statusCode(303);
        for (var page : new String[] {"", "/data", "/rules", "/leaderboard", "/submit"}) {
            var html = given().get("/challenges/by-form" + page)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertFalse(html.contains("NOT_FOUND"), page);
        }
        mine(session).post("/organise/challenges/by-form/delete").then().statusCode(409);
    }

    @Test
    void aBrokenPackIsToldPlaceByPlace() {
        var session = PagesTest.session(Api.organiser());
        send(session, Zips.of(new MemoryPack().replacing("slug: small-mergers", "slug: Not A Slug")))
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("<td>challenge.yaml</td>"),
                        containsString("1 mistake"),
                        containsString("Not A Slug")));
        send(session, "no zip".getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
        send(session, new byte[0]).then().statusCode(400).body(containsString("Choose a pack"));
    }

    @Test
    void aDraftIsDeleted() {
        var draft = PublishedPack.draft();
        var session = PagesTest.session(draft.owner());
        mine(session)
                .post("/organise/challenges/" + draft.slug() + "/delete")
                .then()
                .statusCode(303);
        mine(session).get("/challenges/" + draft.slug()).then().statusCode(404);
    }

    @Test
    void onlyOrganisersAreLetIn() {
        given().get("/organise").then().statusCode(401);
        var participant = PagesTest.session(Api.participant());
        mine(participant).get("/organise").then().statusCode(403).body(containsString("Forbidden"));
        mine(participant).get("/").then().body(not(containsString("/organise")));
        var draft = PublishedPack.draft();
        var other = PagesTest.session(Api.organiser());
        mine(other).get("/challenges/" + draft.slug() + "/report").then().statusCode(404);
        mine(other)
                .post("/organise/challenges/" + draft.slug() + "/publish")
                .then()
                .statusCode(404);
        mine(other)
                .get("/challenges/" + PublishedPack.slug() + "/report")
                .then()
                .statusCode(403);
    }

    @Test
    void aCorrectedPackIsSentFromTheManagePageAndItsBuildSeen() throws InterruptedException {
        var draft = PublishedPack.draft();
        var session = PagesTest.session(draft.owner());
        var pack = new MemoryPack().publishable().replacing("slug: small-mergers", "slug: " + draft.slug());
        var manage = "/challenges/" + draft.slug() + "/manage";
        mine(session).get(manage).then().statusCode(200).body(containsString(manage + "/pack"));
        var same = correct(session, manage, pack).then().statusCode(303).extract();
        assertTrue(finished(session, same.header("Location")).contains("nothing would change"));
        var other = pack.replacing("  - name: mae\n", "  - name: mae\n  - name: pearson\n");
        var right = correct(session, manage, other).then().statusCode(303).extract();
        var page = finished(session, right.header("Location"));
        assertTrue(page.contains("Every submission is being scored by it"), page);
        var others = pack.replacing("title: Small mergers", "title: Large mergers");
        correct(session, manage, others).then().statusCode(422).body(containsString("title"));
    }

    private static Response correct(String session, String manage, MemoryPack pack) {
        return mine(session)
                .contentType("multipart/form-data")
                .multiPart("pack", "pack.zip", Zips.of(pack), "application/zip")
                .multiPart("reason", "mended")
                .post(manage + "/pack");
    }

    private static Response send(String session, byte[] zip) {
        return mine(session)
                .contentType("multipart/form-data")
                .multiPart("pack", "pack.zip", zip, "application/zip")
                .post("/organise/packs");
    }

    private static RequestSpecification mine(String session) {
        return given().redirects()
                .follow(false)
                .cookie("voorwerp_session", session)
                .header("Sec-Fetch-Site", "same-origin");
    }

    private static String finished(String session, String location) throws InterruptedException {
        for (int i = 0; i < 150; i++) {
            var page =
                    mine(session).get(location).then().statusCode(200).extract().asString();
            if (!page.contains("data-live")) {
                return page;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not built within 30 seconds: " + location);
    }
}

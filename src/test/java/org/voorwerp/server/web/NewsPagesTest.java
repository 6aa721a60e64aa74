package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class NewsPagesTest {

    private static final String HARM = "**Bold** <script>alert(1)</script> ![x](https://example.org/track.png)";

    @Test
    void anAnnouncementIsSafeHtmlForEverybody() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var news = "/challenges/" + challenge.slug + "/news";
        var desk = PagesTest.session(organiser);
        given().get(news)
                .then()
                .body(allOf(
                        containsString("Nothing has been announced"), not(containsString("<form class=\"stack\""))));
        assertEquals(
                303,
                post(desk, news, Map.of("title", "<i>New</i>", "markdown", HARM))
                        .statusCode());
        given().get(news)
                .then()
                .body(allOf(
                        containsString("<strong>Bold</strong>"),
                        containsString("&lt;i&gt;New"),
                        not(containsString("<script>alert")),
                        not(containsString("track.png"))));
        var kept = post(desk, news, Map.of("title", "", "markdown", "What I wrote"));
        assertEquals(400, kept.statusCode());
        kept.then().body(containsString("What I wrote"));
        assertEquals(
                403,
                post(PagesTest.session(Api.participant()), news, Map.of("title", "x", "markdown", "x"))
                        .statusCode());
    }

    @Test
    void questionsHaveAPageOnceTheyAreAnswered() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var questions = "/challenges/" + challenge.slug + "/questions";
        given().get(questions).then().statusCode(404);
        given().get("/challenges/" + challenge.slug).then().body(not(containsString(questions)));
        var desk = PagesTest.session(organiser);
        assertEquals(
                303,
                post(desk, questions, Map.of("markdown", "# Why?\n\n" + HARM)).statusCode());
        given().get(questions)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Why?"),
                        containsString("<strong>Bold</strong>"),
                        not(containsString("<script>alert")),
                        not(containsString("<textarea"))));
        given().get("/challenges/" + challenge.slug).then().body(containsString(questions));
        assertEquals(400, post(desk, questions, Map.of("markdown", " ")).statusCode());
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

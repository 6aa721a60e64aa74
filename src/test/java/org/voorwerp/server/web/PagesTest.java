package org.voorwerp.server.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class PagesTest {

    private static final String HOSTED = "letters-with-harm";
    private static final List<String> OF_A_CHALLENGE = List.of("", "/data", "/rules", "/leaderboard", "/submit");
    /// Data in a script that nothing ends early is none.
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("(?i)<script(?![^>]*\\ssrc=\"/assets/)(?! type=\"application/ld\\+json\">[^<>]*</script>)");
    /// A tag up to one of its attributes; what stands in quotes is none.
    private static final String ATTRIBUTES = "<[a-z][^\\s>]*(?:\\s+[^\\s=>\"]+(?:=\"[^\"]*\")?)*\\s+";

    private static final Pattern STYLE = Pattern.compile("(?i)<style|" + ATTRIBUTES + "style=");
    private static final Pattern HANDLER = Pattern.compile("(?i)" + ATTRIBUTES + "on[a-z]+=");
    private static final Pattern FOREIGN =
            Pattern.compile("(?i)<(?:script|img|link|iframe|object|embed|source)[^>]+(?:src|href)=\"(?:https?:)?//");

    private static boolean isHosted;

    @Inject
    HostedChallenge challenges;

    @BeforeEach
    void hostAChallenge() throws Exception {
        if (!isHosted) {
            challenges.host(
                    HOSTED,
                    "Letters <script>alert('title')</script>",
                    "Say which \"letter\" <img src=x onerror=alert(1)> it is.",
                    Instant.now().minus(Duration.ofDays(3)),
                    Instant.now().plus(Duration.ofDays(3).plusHours(1)));
            isHosted = true;
        }
    }

    @Test
    void aBoardThatABrowserHasIsNotSentAgainAndAnyChangeOfThePageIsOne() {
        var challenge = SmallChallenge.of().create();
        var person = Api.participant();
        person.scored(challenge, SmallChallenge.file(4, 4));
        var board = "/challenges/" + challenge.slug + "/leaderboard";
        var first = Api.nobody().get(board);
        var tag = first.header("ETag");
        assertEquals("W/\"" + Assets.digest(first.text()) + "\"", tag, "it is of all that is sent");
        assertTrue(first.header("Content-Type").startsWith("text/html"), first::toString);
        var same = Api.nobody().get(board, "If-None-Match", tag);
        assertEquals(304, same.status(), same::toString);
        assertEquals("", same.text());
        assertEquals(200, person.get(board, "If-None-Match", tag).status(), "it says who reads it");
        person.scored(challenge, SmallChallenge.file(9, 1));
        assertEquals(200, Api.nobody().get(board, "If-None-Match", tag).status());
    }

    @Test
    void everyPageIsWholeAndHarmlessForAStranger() {
        for (var path : pages()) {
            assertWholeAndHarmless(path, given().get(path));
        }
    }

    @Test
    void everyPageIsWholeAndHarmlessForSomebodySignedIn() {
        var session = session(Api.participant());
        var pages = new ArrayList<>(pages());
        pages.addAll(List.of("/account", "/challenges/" + HOSTED + "/submissions"));
        for (var path : pages) {
            var page = given().cookie("voorwerp_session", session).get(path);
            assertWholeAndHarmless(path, page);
            assertTrue(page.asString().contains("Sign out"), path);
        }
    }

    @Test
    void nothingOfTheHoldOutStandsOnAnyPage() {
        var organiserSees = pages();
        for (var path : organiserSees) {
            var page = given().get(path).asString();
            assertFalse(page.contains("987654321"), path + " shows the seed");
            assertFalse(page.contains("kept-secret"), path + " names a file of the truth");
        }
    }

    @Test
    void aPageWeighsLessThanAHundredKilobytes() throws IOException {
        for (var path : pages()) {
            var page = given().get(path).asString();
            int weight = gzipped(page);
            var parts = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"").matcher(page);
            while (parts.find()) {
                weight += weight(parts.group(1));
            }
            // What the style sheet may ask for besides the face that is preloaded: text and italics.
            weight += weight("/assets/newsreader-400.woff2") + weight("/assets/newsreader-400-italic.woff2");
            assertTrue(weight < 100_000, path + " weighs " + weight);
        }
    }

    @Test
    void assetsMayBeKeptForTheirAddressChangesWithTheirContent() {
        var sheet = Pattern.compile("href=\"(/assets/site\\.css\\?v=[0-9a-f]{12})\"")
                .matcher(given().get("/").asString());
        assertTrue(sheet.find());
        var answer = given().get(sheet.group(1));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.header("Cache-Control").contains("max-age="), answer.header("Cache-Control"));
    }

    @Test
    void whatIsNotThereIsAPageThatSaysSo() {
        for (var path : List.of("/nothing-here", "/challenges/no-such", "/challenges/no-such/data", "/problems/none")) {
            var page = given().get(path);
            assertEquals(404, page.statusCode(), path);
            assertTrue(page.contentType().startsWith("text/html"), path);
            assertTrue(page.asString().contains("<h1>Not found</h1>"), path);
            assertHarmless(path, page.asString());
        }
        assertEquals(
                "application/problem+json",
                given().get("/api/challenges/no-such/leaderboard").contentType());
    }

    @Test
    void aStrangerIsAskedToSignInAndSentBack() {
        var page = given().get("/challenges/" + HOSTED + "/submissions?before=7");
        assertEquals(401, page.statusCode());
        assertTrue(
                page.asString()
                        .contains("href=\"/sign-in?next=%2Fchallenges%2F" + HOSTED + "%2Fsubmissions%3Fbefore%3D7\""),
                page.asString());
    }

    @Test
    void aNoteAndAFileNameAreShownAsTheyWereWritten() {
        var challenge = SmallChallenge.of().create();
        var person = Api.participant();
        var harm = "<img src=x onerror=alert(1)>";
        var answer = person.post(
                Api.submissions(challenge) + "?note=" + java.net.URLEncoder.encode(harm, StandardCharsets.UTF_8),
                BodyPublishers.ofString(SmallChallenge.file(10, 10)),
                "Content-Type",
                "text/csv",
                "Content-Disposition",
                "attachment; filename=\"<b>bold<b>.csv\"",
                "Prefer",
                "wait=30");
        assertEquals(201, answer.status(), answer.text());
        var id = answer.json().get("id").asText();
        var session = session(person);
        for (var path : List.of("/submissions/" + id, "/challenges/" + challenge.slug + "/submissions")) {
            var page = given().cookie("voorwerp_session", session).get(path).asString();
            assertHarmless(path, page);
            assertFalse(page.contains("<img"), path);
            assertTrue(page.contains("&lt;img src=x onerror=alert(1)&gt;"), path);
            assertTrue(page.contains("&lt;b&gt;bold"), path);
        }
    }

    @Test
    void somebodyElsesSubmissionIsNotFound() {
        var challenge = SmallChallenge.of().create();
        var id = Api.participant()
                .scored(challenge, SmallChallenge.file(10, 10))
                .get("id")
                .asText();
        var page =
                given().cookie("voorwerp_session", session(Api.participant())).get("/submissions/" + id);
        assertEquals(404, page.statusCode());
    }

    @Test
    void anIdThatIsNoneIsAPageToo() {
        var page =
                given().cookie("voorwerp_session", session(Api.participant())).get("/submissions/not-an-id");
        assertEquals(404, page.statusCode());
        assertTrue(page.contentType().startsWith("text/html"));
    }

    @Test
    void aDraftIsShownToItsOrganiserOnly() {
        var organiser = Api.organiser();
        var draft = SmallChallenge.of()
                .draftOf(Objects.requireNonNull(organiser.account))
                .create();
        assertEquals(404, given().get("/challenges/" + draft.slug).statusCode());
        var session = session(organiser);
        assertEquals(
                200,
                given().cookie("voorwerp_session", session)
                        .get("/challenges/" + draft.slug)
                        .statusCode());
        assertTrue(
                given().cookie("voorwerp_session", session).get("/").asString().contains("Your drafts"));
        assertFalse(given().get("/").asString().contains(draft.slug));
    }

    private static List<String> pages() {
        var pages =
                new ArrayList<>(List.of("/", "/about", "/problems", "/problems/quota-spent", "/sign-in", "/register"));
        OF_A_CHALLENGE.forEach(page -> pages.add("/challenges/" + HOSTED + page));
        return pages;
    }

    static String token(Api person) {
        return Objects.requireNonNull(person.token);
    }

    static String session(Api person) {
        return given().redirects()
                .follow(false)
                .formParam("token", token(person))
                .post("/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie("voorwerp_session");
    }

    private static void assertWholeAndHarmless(String path, Response page) {
        assertEquals(200, page.statusCode(), path);
        assertTrue(page.contentType().startsWith("text/html"), path);
        var policy = page.header("Content-Security-Policy");
        for (var rule : List.of(
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'")) {
            assertTrue(policy.contains(rule), path + ": " + policy);
        }
        assertEquals("nosniff", page.header("X-Content-Type-Options"), path);
        assertEquals("same-origin", page.header("Referrer-Policy"), path);
        // Where people say who they are, nothing is kept.
        assertEquals(
                List.of("/register").contains(path) ? "no-store" : "private, no-cache",
                page.header("Cache-Control"),
                path);
        var html = page.asString();
        for (var part : List.of("<!doctype html>", "<html lang=\"en\">", "<main ", "<header ", "<footer ", "<nav ")) {
            assertTrue(html.contains(part), path + " has no " + part);
        }
        assertTrue(
                Pattern.compile("<title>[^<]+ · Voorwerp</title>").matcher(html).find(), path);
        assertEquals(1, Pattern.compile("<h1>").matcher(html).results().count(), path);
        assertHarmless(path, html);
    }

    private static void assertHarmless(String path, String html) {
        for (var harm : List.of(INLINE_SCRIPT, STYLE, HANDLER, FOREIGN)) {
            var found = harm.matcher(html);
            assertFalse(
                    found.find(),
                    () -> path + " has " + html.substring(found.start()).lines().findFirst());
        }
        // What Qute writes where it found no value.
        assertFalse(html.contains("NOT_FOUND"), path);
        assertFalse(html.toLowerCase(java.util.Locale.ROOT).contains("href=\"javascript:"), path);
    }

    private static int weight(String asset) throws IOException {
        var answer = given().get(asset);
        assertEquals(200, answer.statusCode(), asset);
        return asset.contains(".woff2") ? answer.asByteArray().length : gzipped(answer.asString());
    }

    private static int gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}

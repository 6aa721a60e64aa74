package org.voorwerp.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// What docs/api.md says of all operations.
@QuarkusTest
class ApiConventionsTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Test
    void aListOfChallengesIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            SmallChallenge.of().create();
        }
        var all = new ArrayList<String>();
        Api.nobody()
                .get("/api/challenges")
                .json()
                .forEach(one -> all.add(one.get("slug").asText()));
        var paged = new ArrayList<String>();
        for (var at = "/api/challenges?limit=2"; at != null; ) {
            var page = Api.nobody().get(at);
            assertTrue(page.json().size() <= 2 && !page.json().isEmpty());
            page.json().forEach(one -> paged.add(one.get("slug").asText()));
            var next = NEXT.matcher(page.header("Link"));
            at = next.find() ? next.group(1) : null;
        }
        // Others may host while this reads.
        assertTrue(
                paged.containsAll(all.subList(0, 5)) && new HashSet<>(paged).size() == paged.size(), paged::toString);
        assertEquals(400, Api.nobody().get("/api/challenges?after=nowhere").status());
    }

    @Test
    void timesAreOfRfc3339InUtc() {
        var challenge = SmallChallenge.of().create();
        var phase = Api.nobody()
                .get("/api/challenges/" + challenge.slug)
                .json()
                .at("/phases/0/starts")
                .asText();
        assertTrue(phase.endsWith("Z"), phase);
        OffsetDateTime.parse(phase);
    }

    @Leaving(since = "2026-12-01", until = "2027-06-01", instead = "/api/new")
    @Deprecated
    private static void old() {}

    @Test
    void whatGoesIsAnnounced() throws Exception {
        var headers = LeavingHeaders.describe(
                ApiConventionsTest.class.getDeclaredMethod("old").getAnnotation(Leaving.class));
        assertEquals("@1796083200", headers.get("Deprecation"));
        assertEquals("Tue, 1 Jun 2027 00:00:00 GMT", headers.get("Sunset"));
        assertEquals("</api/new>; rel=\"successor-version\"", headers.get("Link"));
        assertFalse(
                Api.nobody().get("/api/challenges").response().headers().map().containsKey("deprecation"));
    }

    @Test
    void operationsHaveNamesForGeneratedClients() {
        assertEquals("getChallenges", ApiDescription.name(HttpMethod.GET, "/api/challenges"));
        assertEquals("getChallengesBySlug", ApiDescription.name(HttpMethod.GET, "/api/challenges/{slug}"));
        assertEquals(
                "postChallengesSubmissions",
                ApiDescription.name(HttpMethod.POST, "/api/challenges/{slug}/submissions"));
        assertEquals(
                "getChallengesLeaderboardCsv",
                ApiDescription.name(HttpMethod.GET, "/api/challenges/{slug}/leaderboard.csv"));
    }
}

package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.BrokenPacks;
import org.voorwerp.server.challenge.pack.BrokenPacks.BrokenPack;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;
import org.voorwerp.server.challenge.pack.Zips.Attack;

/// Packs over HTTP: what is wrong is told at once, what is right is built.
@QuarkusTest
class PackUploadTest {

    static List<BrokenPack> brokenPacks() {
        return BrokenPacks.all().stream()
                .filter(broken -> broken.pack().files().containsKey("challenge.yaml"))
                .toList();
    }

    static List<Attack> attacks() {
        return Zips.attacks();
    }

    private static MemoryPack pack(String slug) {
        return new MemoryPack().publishable().replacing("slug: small-mergers", "slug: " + slug);
    }

    @ParameterizedTest
    @MethodSource("brokenPacks")
    void aBrokenPackIsAnsweredWithWhatAndWhere(BrokenPack broken) {
        var answer = Uploads.send(Api.organiser(), Zips.of(broken.pack()));
        assertEquals(422, answer.status(), answer::toString);
        assertEquals("application/problem+json", answer.header("Content-Type").replaceFirst(";.*", ""));
        var problem = answer.json();
        assertEquals("/problems/pack-refused", problem.get("type").asText());
        assertEquals(broken.findings().size(), problem.get("errorCount").asInt(), answer::toString);
        for (var error : problem.get("errors")) {
            int line = error.get("line").asInt();
            var where = error.get("file").asText()
                    + (line == 0
                            ? ": "
                            : ", line " + line + ", column "
                                    + error.get("column").asInt() + ": ");
            var said = where + error.get("message").asText();
            assertTrue(
                    broken.findings().stream().anyMatch(said::startsWith),
                    () -> said + " was not expected: " + broken.findings());
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackIsAnsweredByName(Attack attack) {
        var answer = Uploads.send(Api.organiser(), attack.zip());
        assertEquals(422, answer.status(), answer::toString);
        assertTrue(
                answer.json().get("detail").asText().startsWith("The pack cannot be built: " + attack.finding()),
                answer::toString);
    }

    @Test
    void aGoodPackIsBuiltWithProgressAndReport() {
        var organiser = Api.organiser();
        var answer = Uploads.send(organiser, Zips.of(pack("good-pack")));
        assertEquals(202, answer.status(), answer::toString);
        assertEquals("waiting", answer.json().get("state").asText());
        var build = Uploads.await(organiser, answer.header("Location"));
        assertEquals("built", build.get("state").asText(), build::toString);
        assertEquals(1.0, build.get("progress").asDouble());
        assertEquals("/api/challenges/good-pack", build.get("challenge").asText());
        var consensus = build.get("report").get("consensus");
        assertEquals(60, consensus.get("subjects").asInt());
        assertEquals(1200 - 30, consensus.get("votes").asInt(), "one vote of each test subject is held back");
        assertEquals(3, build.get("report").get("files").size());
        assertEquals(
                build.get("report"),
                organiser.get("/api/challenges/good-pack/report").json());
    }

    @Test
    void aPackMayComeFromAForm() {
        var organiser = Api.organiser();
        var boundary = "----form";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"pack\"; filename=\"p.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n";
        var answer = organiser.post(
                "/api/challenges",
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(Zips.of(pack("form-pack"))),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
        assertEquals(202, answer.status(), answer::toString);
        assertEquals(
                "built",
                Uploads.await(organiser, answer.header("Location")).get("state").asText());
    }

    @Test
    void aDryRunChecksAndKeepsNothing() {
        var organiser = Api.organiser();
        var answer = organiser.post(
                "/api/challenges?dry-run=true",
                BodyPublishers.ofByteArray(Zips.of(pack("dry-pack"))),
                "Content-Type",
                "application/zip");
        assertEquals(200, answer.status(), answer::toString);
        assertEquals("dry-pack", answer.json().get("slug").asText());
        assertEquals(404, organiser.get("/api/challenges/dry-pack").status());
    }

    @Test
    void onlyOrganisersMaySend() {
        assertEquals(403, Uploads.send(Api.participant(), Zips.of(pack("nope"))).status());
        assertEquals(401, Uploads.send(Api.nobody(), Zips.of(pack("nope"))).status());
    }

    @Test
    void aBuildIsSeenByItsSenderOnly() {
        var organiser = Api.organiser();
        var location = Uploads.send(organiser, Zips.of(pack("private-build"))).header("Location");
        Uploads.await(organiser, location);
        assertEquals(404, Api.organiser().get(location).status());
        assertEquals(403, Api.participant().get(location).status());
        assertEquals(401, Api.nobody().get(location).status());
        assertEquals(
                404,
                organiser
                        .get("/api/builds/00000000-0000-0000-0000-000000000000")
                        .status());
    }

    @Test
    void wrongDataEndTheBuildRefusedWithTheLine() {
        var wrong = pack("wrong-data");
        var votes = new String(wrong.files().get("data/votes.csv"), StandardCharsets.UTF_8);
        wrong.with("data/votes.csv", votes.replace("1001,20,0.35", "1001,20,many"));
        var build = Uploads.build(Api.organiser(), wrong);
        assertEquals("refused", build.get("state").asText(), build::toString);
        var error = build.get("errors").get(0);
        assertEquals("data/votes.csv", error.get("file").asText());
        assertEquals(3, error.get("line").asInt());
        assertEquals(3, error.get("column").asInt());
        assertTrue(error.get("message").asText().startsWith("\"many\" is not a number"), build::toString);
    }

    @Test
    void truthOutsideOfItsBoundsIsRefused() {
        var wrong = pack("out-of-bounds").replacing("max: 1}", "max: 0.9}");
        var build = Uploads.build(Api.organiser(), wrong);
        assertEquals("refused", build.get("state").asText(), build::toString);
        assertTrue(
                build.get("errors")
                        .get(0)
                        .get("message")
                        .asText()
                        .startsWith("the truth of \"merger_fraction\" leaves"),
                build::toString);
    }

    @Test
    void aMetricThatTheTruthDoesNotAllowIsRefused() {
        var wrong = pack("no-positives").replacing("name: mae", "name: roc-auc\n    parameters: {threshold: 0.99}");
        var build = Uploads.build(Api.organiser(), wrong);
        assertEquals("refused", build.get("state").asText(), build::toString);
        var error = build.get("errors").get(0);
        assertEquals(26, error.get("line").asInt(), build::toString);
        assertTrue(
                error.get("message").asText().startsWith("the metric roc-auc cannot be computed on the p"),
                build::toString);
    }

    @Test
    void aDraftIsReplacedByItsOwnerAndIsNobodyElses() {
        var owner = Api.organiser();
        Uploads.built(owner, pack("replaced"));
        var firstIds = Uploads.file(owner, "replaced", "test.csv");
        assertEquals(404, Api.nobody().get("/api/challenges/replaced").status());
        assertEquals(404, Api.organiser().get("/api/challenges/replaced").status());
        assertEquals(
                409, Uploads.send(Api.organiser(), Zips.of(pack("replaced"))).status());

        var renamed = pack("replaced").replacing("title: Small mergers", "title: Renamed");
        Uploads.built(owner, renamed);
        var challenge = owner.get("/api/challenges/replaced").json();
        assertEquals("Renamed", challenge.get("title").asText());
        assertEquals("draft", challenge.get("state").asText());
        assertArrayEquals(firstIds, Uploads.file(owner, "replaced", "test.csv"), "the ids stay");

        assertEquals(
                404,
                Api.participant()
                        .post("/api/challenges/replaced/publish", BodyPublishers.noBody())
                        .status());
        var published = owner.post("/api/challenges/replaced/publish", BodyPublishers.noBody());
        assertEquals(200, published.status(), published::toString);
        assertEquals("published", published.json().get("state").asText());
        assertEquals(200, Api.nobody().get("/api/challenges/replaced").status());
        assertEquals(409, Uploads.send(owner, Zips.of(renamed)).status());
        assertEquals(
                403,
                Api.participant()
                        .post("/api/challenges/replaced/publish", BodyPublishers.noBody())
                        .status());
    }

    @Test
    void aDraftCanBeDeletedAndWhatIsPublishedCannot() {
        var owner = Api.organiser();
        Uploads.built(owner, pack("deleted"));
        assertEquals(404, Api.organiser().delete("/api/challenges/deleted").status());
        assertEquals(204, owner.delete("/api/challenges/deleted").status());
        assertEquals(404, owner.get("/api/challenges/deleted").status());
        Uploads.built(owner, pack("deleted"));
        owner.post("/api/challenges/deleted/publish", BodyPublishers.noBody());
        assertEquals(409, owner.delete("/api/challenges/deleted").status());
        assertEquals(403, Api.organiser().delete("/api/challenges/deleted").status());
    }

    @Test
    void theListShowsPublishedChallengesAndOnesOwnDrafts() {
        var owner = Api.organiser();
        Uploads.built(owner, pack("listed"));
        assertTrue(slugs(owner).contains("listed"));
        assertFalse(slugs(Api.nobody()).contains("listed"));
        owner.post("/api/challenges/listed/publish", BodyPublishers.noBody());
        assertTrue(slugs(Api.nobody()).contains("listed"));
    }

    private static List<String> slugs(Api reader) {
        return StreamSupport.stream(reader.get("/api/challenges").json().spliterator(), false)
                .map(challenge -> challenge.get("slug").asText())
                .toList();
    }
}

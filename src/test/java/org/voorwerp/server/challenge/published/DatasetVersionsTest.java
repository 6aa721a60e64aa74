package org.voorwerp.server.challenge.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;
import org.voorwerp.server.challenge.build.PublishedPack;

/// A version of a dataset never changes, and what is corrected makes another one.
@QuarkusTest
class DatasetVersionsTest {

    private static final Api NOBODY = Api.nobody();

    private static JsonNode file(JsonNode files, String name) {
        for (var file : files) {
            if (file.get("name").asText().equals(name)) {
                return file;
            }
        }
        throw new AssertionError("there is no " + name + " in " + files);
    }

    private static List<String> names(JsonNode files) {
        var names = new ArrayList<String>();
        files.forEach(file -> names.add(file.get("name").asText()));
        return names;
    }

    @Test
    void aCorrectedFileMakesAVersionAndLeavesTheOneBefore() {
        var draft = PublishedPack.draft();
        var api = "/api/challenges/" + draft.slug();
        assertEquals(
                "private, no-store",
                draft.owner()
                        .get(file(draft.owner().get(api + "/files").json(), "train.csv")
                                .get("content")
                                .asText())
                        .header("Cache-Control"));
        draft.owner().post(api + "/publish");
        var before = NOBODY.get(api + "/files").json();
        var train = file(before, "train.csv");
        var old = NOBODY.get(train.get("content").asText());
        assertEquals("public, max-age=31536000, immutable", old.header("Cache-Control"));
        assertEquals("\"" + train.get("sha256").asText() + "\"", old.header("ETag"));

        var put = api + "/files/train.csv?note=a+column+less";
        var corrected = draft.owner().put(put, BodyPublishers.ofString("id\na\n"), "Content-Type", "text/csv");
        assertEquals(200, corrected.status(), corrected::toString);
        assertEquals(2, corrected.json().get("version").asInt());
        // The same once more changes nothing.
        assertEquals(
                2,
                draft.owner()
                        .put(put, BodyPublishers.ofString("id\na\n"), "Content-Type", "text/csv")
                        .json()
                        .get("version")
                        .asInt());
        var added = draft.owner()
                .put(
                        api + "/files/starter.zip?note=a+starting+kit&description=A+starting+kit.",
                        BodyPublishers.ofString("PK"),
                        "Content-Type",
                        "application/zip");
        assertEquals(3, added.json().get("version").asInt(), added::toString);

        assertEquals(old.text(), NOBODY.get(train.get("content").asText()).text());
        assertEquals(before, NOBODY.get(api + "/files?version=1").json());
        assertEquals("id\na\n", NOBODY.get(api + "/files/train.csv").text());
        assertEquals(
                List.of("train.csv", "test.csv", "sample_submission.csv", "starter.zip"),
                names(NOBODY.get(api + "/files").json()));
        var versions = NOBODY.get(api + "/dataset-versions").json();
        assertEquals(List.of("3", "2", "1"), versions.findValuesAsText("version"));
        assertEquals(List.of("a starting kit", "a column less"), versions.findValuesAsText("note"));
        assertEquals(404, NOBODY.get(api + "/files?version=4").status());
        assertTrue(draft.owner().get(api + "/log").text().contains("a column less"));
        // What submissions are checked against is still there.
        assertEquals(200, NOBODY.get(api + "/files/test.csv").status());
    }

    @Test
    void whatSubmissionsAreCheckedAgainstStaysAsItIs() {
        var draft = PublishedPack.draft();
        var api = "/api/challenges/" + draft.slug() + "/files/";
        for (var refused : List.of(
                "test.csv?note=x",
                "sample_submission.csv?note=x",
                "train.csv",
                "new.csv?note=x",
                "-x.csv?note=x&description=x",
                "train.csv?note=" + "x".repeat(1001))) {
            var answer = draft.owner().put(api + refused, BodyPublishers.ofString("x"), "Content-Type", "text/csv");
            assertEquals(400, answer.status(), refused + answer);
        }
        var empty =
                draft.owner().put(api + "train.csv?note=x", BodyPublishers.ofString(""), "Content-Type", "text/csv");
        assertEquals(400, empty.status(), empty::toString);
    }

    @Test
    void theDatabaseLetsNoVersionChange() {
        PublishedPack.slug();
        for (var statement : List.of(
                "update dataset_file set bytes = bytes + 1",
                "delete from dataset_file",
                "update dataset_version set created_at = now()",
                "delete from dataset_version")) {
            var refused = assertThrows(
                    RuntimeException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> SmallChallenge.bean(EntityManager.class)
                                    .createNativeQuery(statement)
                                    .executeUpdate()));
            assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), refused::getMessage);
        }
    }

    @Test
    void aDraftIsDeletedWithItsVersions() {
        var owner = Api.organiser();
        var draft = SmallChallenge.of().draftOf(owner.account).create();
        var api = "/api/challenges/" + draft.slug;
        assertEquals(1, owner.get(api + "/dataset-versions").json().size());
        assertEquals(204, owner.delete(api).status());
        assertEquals(404, owner.get(api + "/files").status());
    }
}

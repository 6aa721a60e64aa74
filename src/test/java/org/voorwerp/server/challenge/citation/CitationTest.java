package org.voorwerp.server.challenge.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.CroissantRules;
import org.voorwerp.server.challenge.build.PublishedPack;

/// How datasets are described and cited.
@QuarkusTest
class CitationTest {

    private static final Api NOBODY = Api.nobody();

    @Test
    void theCroissantOfATableKeepsTheRules() {
        var answer = NOBODY.get("/api/challenges/" + PublishedPack.slug() + "/croissant.json");
        assertEquals(200, answer.status(), answer::toString);
        assertTrue(answer.header("Content-Type").startsWith("application/ld+json"), answer::toString);
        new CroissantRules(
                        answer.json(), url -> NOBODY.get(pathOf(url)).response().body())
                .check();
        var train = CroissantRules.byId(answer.json().get("recordSet"), "train");
        assertEquals(
                List.of("sc:Text", "sc:Float", "sc:Integer", "sc:Float", "sc:Integer"),
                train.get("field").findValuesAsText("dataType"));
    }

    private static String pathOf(String url) {
        return url.replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void thePageEmbedsTheDatasetAndNothingInItEndsTheScript() throws Exception {
        var page = NOBODY.get("/challenges/" + PublishedPack.slug()).text();
        var script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertTrue(script.find(), page);
        assertFalse(script.group(1).contains("<"), script.group(1));
        JsonNode dataset = new ObjectMapper().readTree(script.group(1));
        assertEquals("Dataset", dataset.get("@type").asText());
        assertEquals("Small mergers", dataset.get("name").asText());
        for (var download : dataset.get("distribution")) {
            assertEquals(
                    200, NOBODY.get(pathOf(download.get("contentUrl").asText())).status(), download::toString);
        }
    }

    @Test
    void dataCiteHasWhatItsSchemaDemands() {
        var document = NOBODY.get("/api/challenges/" + PublishedPack.slug() + "/datacite.json")
                .json();
        assertEquals("Dataset", document.at("/types/resourceTypeGeneral").asText());
        assertEquals("Hanny", document.at("/creators/0/name").asText());
        assertEquals("Small mergers", document.at("/titles/0/title").asText());
        assertFalse(document.at("/publisher/name").asText().isEmpty());
        assertTrue(document.get("publicationYear").isInt());
        assertEquals(
                "http://datacite.org/schema/kernel-4",
                document.get("schemaVersion").asText());
    }

    @Test
    void theCitationFileIsOfItsFormat() throws Exception {
        var text = NOBODY.get("/api/challenges/" + PublishedPack.slug() + "/CITATION.cff")
                .text();
        var document = new ObjectMapper(new YAMLFactory()).readTree(text);
        for (var required : List.of("cff-version", "message", "title", "authors")) {
            assertTrue(document.has(required), text);
        }
        assertEquals("1.2.0", document.get("cff-version").asText());
        assertTrue(document.get("date-released").asText().matches("\\d{4}-\\d\\d-\\d\\d"), text);
    }

    @Test
    void licencesThatAreKnownHaveTheirAddress() {
        assertEquals("https://spdx.org/licenses/CC0-1.0", new Licence("cc0-1.0").address());
        assertEquals("https://example.org/l", new Licence("https://example.org/l").address());
        assertEquals(null, new Licence("as the survey says").address());
    }
}

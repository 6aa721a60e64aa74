package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;

/// Packs whose truth comes from votes, one each or counted, by models and patterns.
@QuarkusTest
class TruthSourcesTest {

    private Api organiser;

    @BeforeEach
    void register() {
        organiser = Api.organiser();
    }

    /// Galaxies 1000 to 1059 as mergers or spirals, with the given source of truth.
    private static MemoryPack pack(String slug, String truth) {
        var pack = new MemoryPack()
                .replacing("small-mergers", slug)
                .replacing(
                        "kind: values\n  columns:\n    - {name: merger_fraction, min: 0, max: 1}",
                        "kind: labels\n  classes: [spiral, merger]\n  column: shape")
                .replacing("name: rmse", "name: accuracy")
                .replacing("name: mae", "name: f1")
                .replacing("one-volunteer, linear-regression", "nearest-centroid");
        var yaml = new String(pack.files().get("challenge.yaml"), StandardCharsets.UTF_8);
        return pack.with(
                "challenge.yaml", yaml.replaceFirst("(?s)  votes:.*subjects:\n", truth.indent(2) + "subjects:\n"));
    }

    /// Four volunteers who are right nine times in ten, and two who say the contrary.
    private static String votes() {
        var random = new Random(11);
        var votes = new StringBuilder("image,rater,said\n");
        for (int i = 0; i < 60; i++) {
            for (int v = 0; v < 6; v++) {
                boolean right = v < 4 ? random.nextDouble() < 0.9 : random.nextDouble() < 0.1;
                boolean merger = i % 3 == 0;
                votes.append("%d,rater-%d,%s%n".formatted(1000 + i, v, right == merger ? "merger" : "spiral"));
            }
        }
        return votes.toString();
    }

    private static String gold() {
        var gold = new StringBuilder("subject,gold\n");
        for (int i = 0; i < 30; i++) {
            gold.append("%d,%s%n".formatted(1000 + i, i % 3 == 0 ? "merger" : "spiral"));
        }
        return gold.toString();
    }

    @Test
    void plainVotesAreReducedByAModelAndTheReportTellsOfTheCrowd() throws IOException {
        var pack = pack("votes-by-model", """
                labels:
                  file: votes.csv
                  subject: image
                  volunteer: rater
                  label: said
                  reducer: dawid-skene
                  parameters: {crowd: 2}
                  gold: gold.csv
                """).with("data/votes.csv", votes()).with("data/gold.csv", gold());

        var report = Uploads.built(organiser, pack).get("report");

        var crowd = report.at("/consensus/crowd");
        assertEquals("dawid-skene", crowd.get("model").asText(), crowd::toString);
        assertEquals(30, crowd.get("gold").asInt());
        assertEquals("certainty", crowd.at("/doubt/against").asText());
        assertTrue(crowd.at("/krippendorff/interval/low").isNumber());
        assertEquals(6, crowd.at("/merits/volunteers").asInt());
        assertEquals("1", crowd.at("/merits/most/0/volunteer").asText(), "nobody is named");
        assertFalse(report.toString().contains("rater-"), "nobody is named anywhere");
        assertEquals(
                2,
                report.at("/consensus/source/choices/reducer/parameters/crowd").asInt());
        assertEquals(2, report.at("/consensus/source/inputs").size(), "votes and gold");
        assertEquals(60, report.at("/attributes/subjects").asInt());
        for (var row : Uploads.table(organiser, "votes-by-model", "train.csv")) {
            assertEquals("6", row.get("votes"));
        }
        var page = organiser.get("/challenges/votes-by-model/report").text();
        for (var title :
                new String[] {"Dispersion against certainty", "Confusion between volunteers", "Information gain"}) {
            assertTrue(page.contains(title), title);
        }
        assertTrue(page.contains("<svg class=\"plot\""), "plots are drawn");
    }

    @Test
    void plainVotesWithoutAWordOfHowAreReducedByTheStandardModel() {
        var pack = pack("votes-by-default", "labels: {file: votes.csv, subject: image, volunteer: rater, label: said}")
                .with("data/votes.csv", votes());

        var report = Uploads.built(organiser, pack).get("report");

        assertEquals(
                "opinion-pool",
                report.at("/consensus/source/choices/reducer/name").asText());
        assertEquals("probability", report.at("/consensus/crowd/doubt/against").asText());
    }

    @Test
    void aPatternNamesTheColumnsOfCountedVotes() throws IOException {
        var counts = new StringBuilder("objid,t1_a01_spiral_count,t1_a02_merger_count\n");
        for (int i = 0; i < 60; i++) {
            counts.append("%d,%d,%d%n".formatted(1000 + i, 3 + i % 5, i % 2 == 0 ? 9 : 1));
        }
        var pack = pack(
                        "votes-by-pattern",
                        "votes: {file: votes.csv, subject: objid, pattern: 't1_*_{class}_count', minimum-votes: 4}")
                .with("data/votes.csv", counts.toString());

        var report = Uploads.built(organiser, pack).get("report");

        assertEquals(30, report.at("/consensus/classBalance/merger").asInt(), report::toString);
        assertEquals("share", report.at("/consensus/crowd/doubt/against").asText());
    }

    @Test
    void whatIsWrongIsToldWhereItStands() {
        assertRefused(
                pack(
                                "wrong-parameter",
                                "labels: {file: votes.csv, subject: image, volunteer: rater, label: said,"
                                        + " reducer: mace, parameters: {guess: 1}}")
                        .with("data/votes.csv", votes()),
                "there is no parameter guess");
        assertRefused(
                pack("wrong-column", "labels: {file: votes.csv, subject: galaxy}")
                        .with("data/votes.csv", votes()),
                "has no column \"galaxy\"");
        assertRefused(
                pack("wrong-pattern", "votes: {file: votes.csv, subject: image, pattern: '{class}_count'}")
                        .with("data/votes.csv", votes()),
                "no column is called as \"spiral_count\"");
        assertRefused(
                pack(
                                "wrong-gold",
                                "labels: {file: votes.csv, subject: image, volunteer: rater, label: said,"
                                        + " gold: gold.csv}")
                        .with("data/votes.csv", votes())
                        .with("data/gold.csv", "subject,gold\n1000,merger\n1001,comet\n"),
                "data/gold.csv");
        assertRefused(
                pack("one-rater", "labels: {file: votes.csv, subject: image, volunteer: rater, label: said}")
                        .with("data/votes.csv", "image,rater,said\n1000,anna,merger\n1001,anna,spiral\n"),
                "are by one volunteer");
    }

    private void assertRefused(MemoryPack pack, String message) {
        var answer = Uploads.send(organiser, Zips.of(pack));
        var told = answer.status() == 202
                ? Uploads.await(organiser, answer.header("Location")).toString()
                : answer.text();
        assertTrue(told.contains(message.replace("\"", "\\\"")), told);
    }
}

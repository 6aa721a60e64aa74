package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;
import org.voorwerp.server.truth.Truths;

/// A challenge whose answers are texts, from the pack to the scores.
@QuarkusTest
class TranscriptionsTest {

    @Inject
    Truths truths;

    private static final String YAML = """
            voorwerp: 1
            slug: lines-read
            title: Lines read
            summary: What stands in these lines?
            organisers: [Hanny]
            task: {kind: texts, longest: 40}
            truth:
              solution:
                file: lines.csv
                subject: line
                columns: {text: transcription}
            holdout: {fraction: 0.5, public: 1, seed: 42}
            metrics:
              - name: character-error-rate
                primary: true
              - name: word-error-rate
              - name: exact
                direction: higher
                sql: select avg(case when t.text = p.text then 1.0 else 0 end) from truth t join prediction p using (id)
            phases:
              - name: main
                starts: 2026-01-01T00:00:00Z
                ends: 2036-01-01T00:00:00Z
                quota: {per-day: 5, total: 100}
            board: {rule: full}
            baselines: [constant]
            pages: {overview: overview.md}
            """;

    private static MemoryPack pack(String slug) {
        var lines = new StringBuilder("line,transcription\n");
        for (int i = 0; i < 40; i++) {
            lines.append("L%02d,\"%s, line %d of \"\"40\"\"\"%n".formatted(i, "Ωδή".repeat(1 + i % 3), i));
        }
        return new MemoryPack()
                .without("data/votes.csv")
                .without("data/subjects.csv")
                .with("data/lines.csv", lines.toString())
                .with("challenge.yaml", YAML.replace("lines-read", slug));
    }

    @Test
    void textsAreBuiltPredictedAndScored() throws IOException {
        var organiser = Api.organiser();
        Uploads.built(organiser, pack("lines-read"));
        assertEquals(
                200,
                organiser
                        .post("/api/challenges/lines-read/publish", BodyPublishers.noBody())
                        .status());
        var train = Uploads.table(organiser, "lines-read", "train.csv");
        assertTrue(train.getFirst().get("text").matches("(Ωδή){1,3}, line \\d+ of \"40\""), train::toString);
        assertEquals(
                "",
                Uploads.table(organiser, "lines-read", "sample_submission.csv")
                        .getFirst()
                        .get("text"));
        assertEquals(200, Api.nobody().get("/challenges/lines-read/rules").status());

        var nothing = submit("lines-read", _ -> "");
        assertEquals(1, nothing.at("/scores/character-error-rate/value").asDouble(), nothing::toString);
        assertEquals(0, nothing.at("/scores/exact/value").asDouble(), nothing::toString);
        assertTrue(nothing.at("/scores/word-error-rate/high").isNumber(), nothing::toString);
        var truth = truth("lines-read");
        var right = submit("lines-read", id -> "  " + truth.get(id) + "\t");
        assertEquals(0, right.at("/scores/character-error-rate/value").asDouble(), right::toString);
        assertEquals(1, right.at("/scores/exact/value").asDouble(), right::toString);
    }

    @Test
    void aTextThatIsTooLongIsTheParticipantsToMend() throws IOException {
        var organiser = Api.organiser();
        Uploads.built(organiser, pack("lines-long"));
        organiser.post("/api/challenges/lines-long/publish", BodyPublishers.noBody());
        var answer = send("lines-long", _ -> "x".repeat(41));
        assertEquals(422, answer.status());
        assertTrue(answer.text().contains("the text has 41 characters, more than the 40 allowed"), answer::toString);
    }

    @Test
    void aTruthThatIsTooLongIsAMistakeOfThePack() {
        var build = Uploads.build(Api.organiser(), pack("lines-cut").replacing("longest: 40", "longest: 5"));
        assertTrue(build.toString().contains("more than the task's longest, 5"), build::toString);
    }

    @Test
    void votesAreNotCountedForTexts() {
        var pack = pack("lines-voted")
                .replacing("solution:", "votes:")
                .replacing("subject: line\n", "subject: line\n    number: line\n");
        var answer = Uploads.send(Api.organiser(), Zips.of(pack));
        assertEquals(422, answer.status());
        assertTrue(answer.text().contains("extractor: text, or the texts made one as a solution"), answer::text);
    }

    /// The text of each published id.
    private Map<String, String> truth(String slug) throws IOException {
        Challenge challenge = QuarkusTransaction.requiringNew()
                .call(() -> Challenge.<Challenge>find("slug", slug).singleResult());
        var truth = truths.read(challenge.id, 1, challenge.definition.taskKind());
        var texts = ((TextAnswers) truth.answers()).texts();
        var ofId = new HashMap<String, String>();
        truth.subjects().ids().forEach(id -> ofId.put(id, texts.get(ofId.size())));
        return ofId;
    }

    private static JsonNode submit(String slug, UnaryOperator<String> text) throws IOException {
        var answer = send(slug, text);
        assertEquals(201, answer.status(), answer::toString);
        return answer.json();
    }

    private static Api.Answer send(String slug, UnaryOperator<String> text) throws IOException {
        var participant = Api.participant();
        var csv = new StringBuilder("text,id\n");
        for (var row : Uploads.table(participant, slug, "test.csv")) {
            csv.append('"')
                    .append(text.apply(row.get("id")).replace("\"", "\"\""))
                    .append("\",")
                    .append(row.get("id"))
                    .append('\n');
        }
        return participant.post(
                "/api/challenges/" + slug + "/submissions",
                BodyPublishers.ofString(csv.toString(), StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=60");
    }
}

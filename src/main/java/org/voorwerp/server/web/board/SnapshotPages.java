package org.voorwerp.server.web.board;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.snapshot.Snapshots;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.text.Format;

/// A board frozen to be cited, at an address that stays.
@Path("/snapshots/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SnapshotPages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SnapshotPage(Frame frame, UUID id, SnapshotView snapshot) implements TemplateInstance {}

    /// What the page shows of it.
    ///
    /// @param address of this page, to be cited
    /// @param facts name → what was frozen besides the board
    record SnapshotView(
            String title,
            String slug,
            String address,
            Instant takenAt,
            String phase,
            String part,
            @Nullable String citation,
            List<String> metrics,
            List<Line> lines,
            List<Fact> facts) {}

    record Line(String rank, String team, boolean baseline, List<String> scores) {}

    record Fact(String name, String value) {}

    private final Snapshots snapshots;
    private final Visit visit;

    SnapshotPages(Snapshots snapshots, Visit visit) {
        this.snapshots = snapshots;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance snapshot(@PathParam("id") UUID id) {
        var view = view(snapshots.read(id));
        return new SnapshotPage(visit.frame("Snapshot · " + view.title(), Section.CHALLENGES), id, view);
    }

    private SnapshotView view(JsonNode snapshot) {
        var board = snapshot.get("board");
        var metrics = new ArrayList<String>();
        board.get("metrics").forEach(metric -> metrics.add(metric.get("title").asText()));
        var lines = new ArrayList<Line>();
        for (var row : board.get("rows")) {
            var scores = new ArrayList<String>();
            for (var metric : board.get("metrics")) {
                var score = row.get("scores").get(metric.get("key").asText());
                scores.add(score == null ? "–" : Format.score(score.get("value").asDouble()));
            }
            lines.add(new Line(
                    row.get("rank").isNull() ? "–" : row.get("rank").asText(),
                    row.get("team").asText(),
                    row.get("baseline").asBoolean(),
                    scores));
        }
        return new SnapshotView(
                snapshot.get("title").asText(),
                board.get("challenge").asText(),
                visit.origin() + snapshot.get("address").asText(),
                Instant.parse(snapshot.get("takenAt").asText()),
                board.get("phase").asText(),
                board.get("part").asText(),
                snapshot.path("citation").textValue(),
                metrics,
                lines,
                facts(snapshot));
    }

    private static List<Fact> facts(JsonNode snapshot) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Scored by", snapshot.get("software").asText()));
        facts.add(new Fact(
                "Scoring version", snapshot.get("board").get("scoringVersion").asText()));
        snapshot.get("commitment")
                .properties()
                .forEach(bound -> facts.add(new Fact(
                        "SHA-256 of the salted " + bound.getKey(),
                        bound.getValue().asText())));
        snapshot.get("files")
                .properties()
                .forEach(file -> facts.add(
                        new Fact("SHA-256 of " + file.getKey(), file.getValue().asText())));
        return facts;
    }
}

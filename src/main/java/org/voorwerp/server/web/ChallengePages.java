package org.voorwerp.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Definition.TeamRules;
import org.voorwerp.server.challenge.citation.SchemaOrg;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.TablePreview;
import org.voorwerp.server.dataset.TablePreviews;
import org.voorwerp.server.evaluation.rescoring.ScoringVersions;
import org.voorwerp.server.leaderboard.BoardQuery;
import org.voorwerp.server.leaderboard.Leaderboards;
import org.voorwerp.server.leaderboard.RankMoves;
import org.voorwerp.server.web.Frame.Section;

/// A challenge to read: overview, data, rules, leaderboard.
@Path("/challenges/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ChallengePages {

    private static final int PREVIEWED_ROWS = 5;

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeOverview(
            Frame frame, ChallengeHead challenge, @Nullable RawString text, List<Fact> facts, RawString described)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeData(
            Frame frame,
            ChallengeHead challenge,
            @Nullable RawString text,
            List<FileView> files,
            List<Snippet> fetch,
            List<ColumnView> columns,
            @Nullable TablePreview preview)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeRules(
            Frame frame,
            ChallengeHead challenge,
            @Nullable RawString text,
            @Nullable RawString terms,
            List<ChallengeViews.PhaseView> phases,
            TeamRules teams,
            List<MetricView> metrics)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeBoard(
            Frame frame,
            ChallengeHead challenge,
            BoardView board,
            List<BoardChoice> choices,
            List<ScoringVersions.Version> versions,
            List<RankMoves.Move> moves)
            implements TemplateInstance {}

    /// Something worth knowing at a glance.
    record Fact(String name, String value) {}

    /// Columns in a row that hold the same.
    ///
    /// @param last the last one's name; null where there is only one
    record ColumnView(String first, @Nullable String last, int count, String holds) {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final TablePreviews previews;
    private final Leaderboards leaderboards;
    private final ScoringVersions versions;
    private final Visit visit;

    ChallengePages(
            Challenges challenges,
            ChallengeViews views,
            TablePreviews previews,
            Leaderboards leaderboards,
            ScoringVersions versions,
            Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.previews = previews;
        this.leaderboards = leaderboards;
        this.versions = versions;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance overview(@PathParam("slug") String slug) {
        var challenge = challenges.visible(slug, visit.caller());
        return new ChallengeOverview(
                frame(challenge, null),
                head(challenge),
                views.text(challenge, "overview"),
                facts(challenge),
                new RawString(SchemaOrg.ofPage(challenge, visit.origin())));
    }

    @GET
    @Path("data")
    @Operation(hidden = true)
    public TemplateInstance data(@PathParam("slug") String slug) {
        var challenge = challenges.visible(slug, visit.caller());
        return new ChallengeData(
                frame(challenge, "Data"),
                head(challenge),
                views.text(challenge, "data"),
                views.files(challenge),
                Snippet.fetch(visit.origin(), challenge.slug, DatasetFile.of(challenge.id)),
                columns(challenge),
                previews.firstRows(challenge.id, DatasetFile.TRAIN, PREVIEWED_ROWS)
                        .orElse(null));
    }

    @GET
    @Path("rules")
    @Operation(hidden = true)
    public TemplateInstance rules(@PathParam("slug") String slug) {
        var challenge = challenges.visible(slug, visit.caller());
        return new ChallengeRules(
                frame(challenge, "Rules"),
                head(challenge),
                views.text(challenge, "rules"),
                views.text(challenge, "terms"),
                views.phases(challenge),
                challenge.definition.teamRules(),
                challenges.metrics(challenge).stream().map(MetricView::of).toList());
    }

    @GET
    @Path("leaderboard")
    @Operation(hidden = true)
    public TemplateInstance leaderboard(
            @PathParam("slug") String slug,
            @QueryParam("phase") @Nullable String phase,
            @QueryParam("part") @Nullable String part,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after) {
        var query = BoardQuery.of(phase, part, version, sort, after, null);
        var view = leaderboards.view(slug, query, visit.caller());
        var challenge = view.challenge();
        var all = versions.list(challenge, visit.caller());
        return new ChallengeBoard(
                frame(challenge, "Leaderboard"),
                head(challenge),
                BoardView.of(leaderboards.page(view), views.team(challenge, visit.caller()), sort),
                BoardChoice.of(view),
                all.size() > 1 ? all : List.of(),
                leaderboards.moves(view));
    }

    private ChallengeHead head(Challenge challenge) {
        return views.head(challenge, visit.caller());
    }

    private Frame frame(Challenge challenge, @Nullable String page) {
        var title = page == null ? challenge.title : page + " · " + challenge.title;
        return visit.frame(title, Section.CHALLENGES).describedBy(challenge.summary);
    }

    private List<ColumnView> columns(Challenge challenge) {
        var views = new ArrayList<ColumnView>();
        views.add(new ColumnView(challenge.definition.idColumn(), null, 1, "the subject, as in test.csv"));
        for (var column : challenge.definition.taskKind().columns()) {
            var holds = TaskWords.cells(column);
            var before = views.getLast();
            if (before.holds().equals(holds)) {
                views.set(views.size() - 1, new ColumnView(before.first(), column.name(), before.count() + 1, holds));
            } else {
                views.add(new ColumnView(column.name(), null, 1, holds));
            }
        }
        return views;
    }

    private List<Fact> facts(Challenge challenge) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("What to predict", TaskWords.sentence(challenge.definition.taskKind())));
        challenges.metrics(challenge).stream()
                .findFirst()
                .ifPresent(metric -> facts.add(new Fact(
                        "Ranked by",
                        metric.title() + ", " + BoardView.better(metric.metric().direction()))));
        subjects(challenge, DatasetFile.TRAIN, "To learn from").ifPresent(facts::add);
        subjects(challenge, DatasetFile.TEST, "To predict").ifPresent(facts::add);
        facts.add(new Fact("Organised by", String.join(", ", challenge.definition.organisers())));
        Optional.ofNullable(challenge.definition.licence())
                .ifPresent(licence -> facts.add(new Fact("Licence of the data", licence)));
        Optional.ofNullable(challenge.definition.citation())
                .ifPresent(citation -> facts.add(new Fact("To cite", citation.strip())));
        return facts;
    }

    private Optional<Fact> subjects(Challenge challenge, String file, String name) {
        return Optional.ofNullable(views.rows(challenge, file))
                .map(rows -> new Fact(name, Format.count(rows, "subject", "subjects")));
    }
}

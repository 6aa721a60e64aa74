package org.voorwerp.server.web.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.evaluation.rescoring.ScoringVersions;
import org.voorwerp.server.leaderboard.BoardQuery;
import org.voorwerp.server.leaderboard.BoardWatch;
import org.voorwerp.server.leaderboard.Histories;
import org.voorwerp.server.leaderboard.Leaderboards;
import org.voorwerp.server.leaderboard.RankMoves;
import org.voorwerp.server.web.Assets;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;

/// A challenge's leaderboard.
@Path("/challenges/{slug}/leaderboard")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class BoardPages {

    /// @param history how it came to be, as far as that is told
    /// @param tag of the board that everybody sees, by which the page knows whether it is still that; null where
    ///     nobody else sees one
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeBoard(
            Frame frame,
            ChallengeHead challenge,
            BoardView board,
            BoardHistory history,
            @Nullable String tag,
            List<BoardChoice> choices,
            List<ScoringVersions.Version> versions,
            List<RankMoves.Move> moves,
            BoardAddresses addresses)
            implements TemplateInstance {}

    private final Leaderboards leaderboards;
    private final Histories histories;
    private final BoardWatch watch;
    private final ScoringVersions versions;
    private final ChallengeViews views;
    private final Visit visit;

    BoardPages(
            Leaderboards leaderboards,
            Histories histories,
            BoardWatch watch,
            ScoringVersions versions,
            ChallengeViews views,
            Visit visit) {
        this.leaderboards = leaderboards;
        this.histories = histories;
        this.watch = watch;
        this.versions = versions;
        this.views = views;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public Response leaderboard(
            @PathParam("slug") String slug,
            @QueryParam("phase") @Nullable String phase,
            @QueryParam("part") @Nullable String part,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("after") @Nullable String after,
            @Context Request request) {
        var query = BoardQuery.of(phase, part, version, sort, after, null);
        var view = leaderboards.view(slug, query, visit.caller());
        var challenge = view.challenge();
        var all = versions.list(challenge, visit.caller());
        var mine = views.team(challenge, visit.caller());
        // Asked for first: what changes meanwhile is fetched once more at worst.
        var tag = challenge.isPublished()
                ? watch.tag(slug, BoardQuery.of(view.phase().name, view.part().word(), version, null, null, null))
                : null;
        var board = leaderboards.page(view);
        var history = BoardHistory.of(histories.of(view), mine, BoardView.references(board));
        return answer(
                new ChallengeBoard(
                        visit.frame("Leaderboard · " + challenge.title, Section.CHALLENGES)
                                .describedBy(challenge.summary),
                        views.head(challenge, visit.caller()),
                        BoardView.of(board, mine, sort, history.sparks()),
                        history,
                        tag,
                        BoardChoice.of(view),
                        all.size() > 1 ? all : List.of(),
                        leaderboards.moves(view),
                        BoardAddresses.of(visit.origin(), board, version)),
                request);
    }

    /// A browser that has the page already, as it would be, is not sent it again.
    private static Response answer(ChallengeBoard page, Request request) {
        // Addresses of style sheets and scripts carry digests, so how the page looks stands in it as well.
        var html = page.render();
        var tag = new EntityTag(Assets.digest(html), true);
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(html) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}

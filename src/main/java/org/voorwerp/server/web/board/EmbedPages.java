package org.voorwerp.server.web.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.BoardQuery;
import org.voorwerp.server.leaderboard.Leaderboards;
import org.voorwerp.server.web.SecurityHeaders;

/// A board for other sites to show in a frame. It is made as for somebody who is not signed in and has no forms, so a
/// site that frames it can make nobody do anything.
@Path(SecurityHeaders.FRAMED_PATH + "challenges/{slug}/leaderboard")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EmbedPages {

    private static final int USUAL = 20;

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EmbedBoard(String slug, String title, BoardView board) implements TemplateInstance {}

    private final Leaderboards leaderboards;

    EmbedPages(Leaderboards leaderboards) {
        this.leaderboards = leaderboards;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance board(
            @PathParam("slug") String slug,
            @QueryParam("phase") @Nullable String phase,
            @QueryParam("part") @Nullable String part,
            @QueryParam("limit") @Nullable Integer limit) {
        var query = BoardQuery.of(phase, part, null, null, null, limit == null ? USUAL : limit);
        var view = leaderboards.view(slug, query, Optional.empty());
        return new EmbedBoard(
                slug, view.challenge().title, BoardView.of(leaderboards.page(view), Optional.empty(), null));
    }
}

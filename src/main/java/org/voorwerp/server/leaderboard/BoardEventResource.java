package org.voorwerp.server.leaderboard;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.leaderboard.BoardWatch.Sign;

/// Server-sent events: a board has changed.
@Path("/api/challenges/{slug}/leaderboard/events")
@Tag(name = "Leaderboard")
@Blocking
public class BoardEventResource {

    private static final long COME_AGAIN_MILLIS = 3000;

    private final BoardWatch watch;

    BoardEventResource(BoardWatch watch) {
        this.watch = watch;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Watch a board",
            description =
                    "Server-sent events. An event `board` comes at once and whenever the board, as everybody sees it, has"
                            + " changed; its data is the ETag of the board's JSON, which is to be fetched then. Ends after"
                            + " ten minutes; event sources connect again by themselves. 503 where too many watch.")
    public Multi<OutboundSseEvent> events(
            @PathParam("slug") String slug, @BeanParam BoardParameters parameters, @Context Sse sse) {
        return watch.watch(slug, parameters.query())
                .orElseThrow(TooManyWatch::new)
                .map(sign -> event(sse, sign));
    }

    private static OutboundSseEvent event(Sse sse, Sign sign) {
        return sign.tag() == null
                ? sse.newEventBuilder().comment("still here").build()
                : sse.newEventBuilder()
                        .name("board")
                        .data(sign.tag())
                        .reconnectDelay(COME_AGAIN_MILLIS)
                        .build();
    }
}

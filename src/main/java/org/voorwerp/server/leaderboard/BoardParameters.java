package org.voorwerp.server.leaderboard;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The query of an address of a board.
public class BoardParameters {

    @QueryParam("phase")
    @Parameter(description = "A phase's name.")
    @Nullable
    String phase;

    @QueryParam("part")
    @Parameter(description = "`public` or `private`.")
    @Nullable
    String part;

    @QueryParam("version")
    @Parameter(description = "A scoring version; without it the one that counts.")
    @Nullable
    Integer version;

    @QueryParam("sort")
    @Parameter(description = "The key of a metric.")
    @Nullable
    String sort;

    @QueryParam("after")
    @Parameter(description = "Where to go on, as `next` has it.")
    @Nullable
    String after;

    @QueryParam("limit")
    @Parameter(description = "How many rows at most.")
    @Nullable
    Integer limit;

    BoardQuery query() {
        return BoardQuery.of(phase, part, version, sort, after, limit);
    }

    /// The same, without an end unless one is asked for.
    BoardQuery whole() {
        return limit == null ? query().withoutLimit() : query();
    }
}

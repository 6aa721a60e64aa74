package org.voorwerp.server.leaderboard;

import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.leaderboard.standing.Cursor;

/// Which board is asked for, and how much of it.
///
/// @param phase its name; null for the one that is open, or the last one that was
/// @param part null for the private one if it is open, otherwise the public one
/// @param version a scoring version; null for the one that counts
/// @param sort the key of the metric to sort by; null for the board's order
/// @param after the row behind which to begin; null for the first
/// @param limit how many rows at most; null for what is usual
public record BoardQuery(
        @Nullable String phase,
        @Nullable Part part,
        @Nullable Integer version,
        @Nullable String sort,
        @Nullable Cursor after,
        @Nullable Integer limit) {

    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    /// The board that counts, from its beginning.
    public static final BoardQuery CURRENT = new BoardQuery(null, null, null, null, null, null);

    /// @throws Invalid if something cannot be read
    public static BoardQuery of(
            @Nullable String phase,
            @Nullable String part,
            @Nullable Integer version,
            @Nullable String sort,
            @Nullable String after,
            @Nullable Integer limit) {
        var rows = limit == null ? null : Integer.valueOf(Math.clamp(limit, 1, MOST));
        return new BoardQuery(phase, part(part), version, sort, Cursor.of(after), rows);
    }

    /// @throws Invalid unless it is `public` or `private`
    public static @Nullable Part part(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "public" -> Part.PUBLIC;
            case "private" -> Part.PRIVATE;
            default -> throw new Invalid("part is public or private.");
        };
    }

    /// The same board, whatever page of it and in whatever order.
    BoardQuery ofWholeBoard() {
        return new BoardQuery(phase, part, version, null, null, null);
    }

    int rows() {
        return limit == null ? USUAL : limit;
    }

    BoardQuery withoutLimit() {
        return new BoardQuery(phase, part, version, sort, after, NO_LIMIT);
    }
}

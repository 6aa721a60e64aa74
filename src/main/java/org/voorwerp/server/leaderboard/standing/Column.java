package org.voorwerp.server.leaderboard.standing;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A board read in the order of one of its columns, page by page.
public final class Column {

    private final Ranked board;
    private final int @Nullable [] indices;
    private final ToDoubleFunction<Standing> key;

    Column(Ranked board, int @Nullable [] indices, ToDoubleFunction<Standing> key) {
        this.board = board;
        this.indices = indices;
        this.key = key;
    }

    /// Some rows, by their indices on the board, and where to go on.
    ///
    /// @param next null at the end
    public record Page(List<Integer> indices, @Nullable Cursor next) {}

    /// The rows after a cursor, which need not stand on the board any more.
    ///
    /// @param after null for the beginning
    public Page page(@Nullable Cursor after, int limit) {
        int from = after == null ? 0 : firstBehind(after);
        int to = (int) Math.min(board.size(), (long) from + limit);
        var rows = IntStream.range(from, to).map(this::index).boxed().toList();
        if (to == board.size() || rows.isEmpty()) {
            return new Page(rows, null);
        }
        var last = board.at(rows.getLast());
        return new Page(rows, new Cursor(key.applyAsDouble(last), last.order()));
    }

    private int index(int position) {
        return indices == null ? position : indices[position];
    }

    private int firstBehind(Cursor cursor) {
        int low = 0;
        int high = board.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var row = board.at(index(middle));
            int better = Double.compare(key.applyAsDouble(row), cursor.key());
            boolean behind = better < 0 || better == 0 && row.order() > cursor.order();
            if (behind) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

package org.voorwerp.server.leaderboard;

import org.voorwerp.server.http.Refusal;

/// No place is left for another who watches a board.
final class TooManyWatch extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyWatch() {
        super(503, "busy", "Busy", "Too many watch boards at the moment. Fetch the board itself now and then.");
    }

    @Override
    public long retryAfter() {
        return 30;
    }
}

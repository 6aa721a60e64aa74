package org.voorwerp.server.web.board;

import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.leaderboard.BoardLinks;
import org.voorwerp.server.web.SecurityHeaders;

/// Where a board is found: for links that last, for programs, and for other sites.
///
/// @param query of this board
/// @param lasting the address of this board in this scoring version, whatever is corrected later
/// @param badge a line of HTML that shows who leads
/// @param markdown the same in Markdown
/// @param frame a line of HTML that shows the board
record BoardAddresses(String query, String lasting, String image, String badge, String markdown, String frame) {

    /// @param version the scoring version asked for; null for the one that counts
    static BoardAddresses of(String origin, Board board, @Nullable Integer version) {
        var page = origin + "/challenges/" + board.challenge() + "/leaderboard";
        var image = "/api/challenges/" + board.challenge() + "/badge.svg";
        return new BoardAddresses(
                BoardLinks.query(board.phase(), board.part(), version, null, null, null),
                page + BoardLinks.query(board.phase(), board.part(), board.scoringVersion(), null, null, null),
                image,
                "<a href=\"" + page + "\"><img src=\"" + origin + image + "\" alt=\"Leaderboard\"></a>",
                "[![Leaderboard](" + origin + image + ")](" + page + ")",
                "<iframe src=\"" + origin + SecurityHeaders.FRAMED_PATH + "challenges/" + board.challenge()
                        + "/leaderboard\" title=\"Leaderboard\" width=\"100%\" height=\"480\"></iframe>");
    }
}

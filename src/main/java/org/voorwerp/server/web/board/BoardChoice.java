package org.voorwerp.server.web.board;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.leaderboard.BoardLinks;
import org.voorwerp.server.leaderboard.Leaderboards;

/// A board of a challenge to turn to.
///
/// @param current whether it is the one on the page
record BoardChoice(String says, String address, boolean current) {

    /// All boards that there are or will be; none where there is only one.
    static List<BoardChoice> of(Leaderboards.View view) {
        var phases = view.current().phases();
        var choices = new ArrayList<BoardChoice>();
        for (var phase : phases) {
            for (var part : List.of(Part.PUBLIC, Part.PRIVATE)) {
                if (part == phase.part() || part == Part.PRIVATE && phase.privateBoard) {
                    choices.add(choice(view, phase, part, phases.size() > 1));
                }
            }
        }
        return choices.size() == 1 ? List.of() : choices;
    }

    private static BoardChoice choice(Leaderboards.View view, Phase phase, Part part, boolean named) {
        var kind = part == Part.PRIVATE ? "final" : "public";
        return new BoardChoice(
                named
                        ? phase.name + ", " + kind
                        : kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1),
                BoardLinks.query(phase.name, part.word(), view.query().version(), null, null, null),
                phase.id.equals(view.phase().id) && part == view.part());
    }
}

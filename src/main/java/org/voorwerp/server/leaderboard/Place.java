package org.voorwerp.server.leaderboard;

import java.util.List;
import org.voorwerp.board.Ties;

/// How surely a team stands where it stands on a final board, by 1,000 draws of the subjects (or of their groups), the
/// same for all teams.
///
/// @param bestRank with `worstRank`, the ranks between which 95 % of the draws put it, among the teams that have such
///     places
/// @param fromFirst the probability of so large a difference from the first if there were none, corrected for all
///     comparisons (Holm); 1 for the first
/// @param fromNext the same for the team below; 1 for the last
/// @param tiedWithFirst whether it cannot be told from the first, with 5 % of a chance of taking any difference for one
public record Place(int bestRank, int worstRank, double fromFirst, double fromNext, boolean tiedWithFirst) {

    /// In the order of the board.
    static List<Place> of(Ties ties) {
        return ties.places().stream()
                .sorted(java.util.Comparator.comparingInt(Ties.Place::team))
                .map(place -> new Place(
                        place.bestRank(),
                        place.worstRank(),
                        place.fromLeader(),
                        place.fromNext(),
                        place.tiedWithLeader()))
                .toList();
    }
}

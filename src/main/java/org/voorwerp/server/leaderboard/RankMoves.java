package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.evaluation.rescoring.AllScored;
import org.voorwerp.server.leaderboard.standing.BoardId;
import org.voorwerp.server.leaderboard.standing.BoardKeeper;
import org.voorwerp.server.leaderboard.standing.BoardsOf;
import org.voorwerp.server.leaderboard.standing.Ranked;

/// Who stands elsewhere after everything was scored again. It is worked out once, when the boards turn: later
/// submissions would move teams too.
@ApplicationScoped
public class RankMoves {

    private static final int MOST = 1000;

    private final EntityManager database;
    private final BoardKeeper keeper;

    RankMoves(EntityManager database, BoardKeeper keeper) {
        this.database = database;
        this.keeper = keeper;
    }

    /// A team that moved.
    ///
    /// @param before its rank by the version before; null if it had none
    /// @param after its rank by this version; null if it has none
    public record Move(
            String team, @Nullable Integer before, @Nullable Integer after) {}

    /// Those of a board, in the order of their new ranks.
    ///
    /// @param version to which the boards turned
    @Transactional
    public List<Move> of(UUID challenge, int version, BoardId board) {
        List<?> rows = database.createNativeQuery("select t.name, m.rank_before, m.rank_after from rank_move m"
                        + " join team t on t.id = m.team_id where m.challenge_id = ?1 and m.version = ?2"
                        + " and m.phase_id = ?3 and m.part = ?4"
                        + " order by m.rank_after nulls last, m.rank_before, t.name limit " + MOST)
                .setParameter(1, challenge)
                .setParameter(2, version)
                .setParameter(3, board.phase())
                .setParameter(4, board.part().word())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Move((String) row[0], (Integer) row[1], (Integer) row[2]))
                .toList();
    }

    @Transactional
    void keep(@Observes AllScored scored) {
        var before = keeper.readAnew(scored.slug(), scored.version() - 1);
        var after = keeper.readAnew(scored.slug(), scored.version());
        database.createNativeQuery("delete from rank_move where challenge_id = ?1 and version = ?2")
                .setParameter(1, scored.challenge())
                .setParameter(2, scored.version())
                .executeUpdate();
        for (var board : after.rules().boards()) {
            keep(scored, board, before, after);
        }
    }

    private void keep(AllScored scored, BoardId board, BoardsOf before, BoardsOf after) {
        var was = ranks(before.board(board));
        var is = ranks(after.board(board));
        var teams = new LinkedHashSet<>(is.keySet());
        teams.addAll(was.keySet());
        for (var team : teams) {
            if (!Objects.equals(was.get(team), is.get(team))) {
                database.createNativeQuery("insert into rank_move values (?1, ?2, ?3, ?4, ?5, cast(?6 as int),"
                                + " cast(?7 as int))")
                        .setParameter(1, scored.challenge())
                        .setParameter(2, scored.version())
                        .setParameter(3, board.phase())
                        .setParameter(4, board.part().word())
                        .setParameter(5, team)
                        .setParameter(6, text(was.get(team)))
                        .setParameter(7, text(is.get(team)))
                        .executeUpdate();
            }
        }
    }

    private static @Nullable String text(@Nullable Integer rank) {
        return rank == null ? null : rank.toString();
    }

    private static Map<UUID, Integer> ranks(Ranked board) {
        var ranks = new HashMap<UUID, Integer>();
        for (int i = 0; i < board.size(); i++) {
            var rank = board.rank(i);
            if (rank != null) {
                ranks.put(board.at(i).team(), rank);
            }
        }
        return ranks;
    }
}

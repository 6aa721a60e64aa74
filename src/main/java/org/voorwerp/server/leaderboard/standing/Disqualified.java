package org.voorwerp.server.leaderboard.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A submission that an organiser took off the boards.
///
/// @param team whose it is
/// @param order its place in the order of acceptance
/// @param reason as everybody is told it
public record Disqualified(String team, long order, String reason) {

    private static final int MOST = 200;

    /// The latest of a challenge.
    static List<Disqualified> read(Connection connection, UUID challenge) throws SQLException {
        try (var statement = connection.prepareStatement("select t.name, s.accepted_order, s.disqualified_reason"
                + " from submission s join team t on t.id = s.team_id where s.challenge_id = ?"
                + " and s.state = 'disqualified' order by s.accepted_order desc limit " + MOST)) {
            statement.setObject(1, challenge);
            var all = new ArrayList<Disqualified>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new Disqualified(rows.getString(1), rows.getLong(2), rows.getString(3)));
                }
            }
            return List.copyOf(all);
        }
    }
}

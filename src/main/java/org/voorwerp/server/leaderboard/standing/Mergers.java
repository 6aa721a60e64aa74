package org.voorwerp.server.leaderboard.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which teams became part of which in a challenge, and when in the order of acceptance.
final class Mergers {

    private static final String ALL = """
            select merged_into, id, merged_after from team
            where challenge_id = ? and merged_into is not null and merged_after is not null order by merged_after, id
            """;

    private final Map<UUID, List<Merger>> byInto = new HashMap<>();

    /// @param connection in a transaction, so that all is read as of one moment
    static Mergers read(Connection connection, UUID challenge) throws SQLException {
        var mergers = new Mergers();
        try (var statement = connection.prepareStatement(ALL)) {
            statement.setObject(1, challenge);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var into = rows.getObject(1, UUID.class);
                    mergers.byInto
                            .computeIfAbsent(into, id -> new ArrayList<>())
                            .add(new Merger(rows.getObject(2, UUID.class), into, rows.getLong(3)));
                }
            }
        }
        return mergers;
    }

    /// Those that made a team what it is, each before those by which it became part of another.
    List<Merger> of(UUID team) {
        var all = new ArrayList<Merger>();
        for (var merger : byInto.getOrDefault(team, List.of())) {
            all.addAll(of(merger.from()));
            all.add(merger);
        }
        return all;
    }
}

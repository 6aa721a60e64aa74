package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.submission.BoardScore;

/// Fetches scored submissions, of the challenge's scoring version and with scores of the public part only.
@ApplicationScoped
class Entries {

    private static final String PUBLIC_SCORES = """
            select s.id, t.id as team, t.name, t.kind, s.accepted_order, s.accepted_at, s.state,
                   c.metric, c.value, c.low, c.high, c.method
            from submission s
            join team t on t.id = s.team_id
            join score c on c.submission_id = s.id and c.scoring_version = ?2 and c.part = 'public'
            where s.challenge_id = ?1 and s.state in ('scored', 'withdrawn')
            """;

    private final EntityManager database;

    Entries(EntityManager database) {
        this.database = database;
    }

    /// All of a challenge, in the order of acceptance.
    List<Entry> of(Challenge challenge, List<BoardMetric> metrics) {
        var rows = database.createNativeQuery(PUBLIC_SCORES + " order by s.accepted_order")
                .setParameter(1, challenge.id)
                .setParameter(2, challenge.scoringVersion)
                .getResultList();
        return entries(rows, metrics);
    }

    /// All of some teams, in the order of acceptance.
    List<Entry> ofTeams(Challenge challenge, List<BoardMetric> metrics, Collection<UUID> teams) {
        var rows = database.createNativeQuery(PUBLIC_SCORES + " and s.team_id in (?3) order by s.accepted_order")
                .setParameter(1, challenge.id)
                .setParameter(2, challenge.scoringVersion)
                .setParameter(3, teams)
                .getResultList();
        return entries(rows, metrics);
    }

    /// Changes whenever a submission comes onto the board or leaves it.
    String stamp(Challenge challenge) {
        var row = (Object[])
                // Teams merge and take new names.
                database.createNativeQuery("select count(*),"
                                + " coalesce(bit_xor(hashtextextended(s.id::text || t.id::text || t.name, 0)), 0)"
                                + " from submission s join team t on t.id = s.team_id"
                                + " where s.challenge_id = ?1 and s.state = 'scored'")
                        .setParameter(1, challenge.id)
                        .getSingleResult();
        return challenge.scoringVersion + " " + row[0] + " " + row[1];
    }

    private static List<Entry> entries(List<?> rows, List<BoardMetric> metrics) {
        var entries = new ArrayList<Entry>();
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1;
            while (to < rows.size() && cell(rows, to, 0).equals(cell(rows, from, 0))) {
                to++;
            }
            entries.add(entry(rows.subList(from, to), metrics));
            from = to;
        }
        return entries;
    }

    /// @param rows those of one submission, one a metric
    private static Entry entry(List<?> rows, List<BoardMetric> metrics) {
        var scores = new LinkedHashMap<String, BoardScore>();
        for (var metric : metrics) {
            for (var each : rows) {
                var row = (Object[]) each;
                if (metric.key().equals(row[7])) {
                    scores.put(metric.key(), new BoardScore((Double) row[8], number(row[9]), number(row[10]), (String)
                            row[11]));
                }
            }
        }
        var first = (Object[]) rows.getFirst();
        return new Entry(
                (UUID) first[0],
                (UUID) first[1],
                (String) first[2],
                first[3].equals("baseline"),
                ((Number) first[4]).longValue(),
                (Instant) first[5],
                first[6].equals("withdrawn"),
                scores);
    }

    private static Object cell(List<?> rows, int row, int column) {
        return ((Object[]) rows.get(row))[column];
    }

    private static @Nullable Double number(@Nullable Object cell) {
        return (Double) cell;
    }
}

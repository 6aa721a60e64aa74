package org.voorwerp.server.leaderboard.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.SubmissionState;

/// Reads teams with all their submissions, one team at a time: a challenge may have a million.
public final class Entries {

    private static final int FETCHED_AT_ONCE = 5000;

    private static final String SUBMISSIONS = """
            select s.team_id, t.name, t.kind, s.id, s.phase_id, s.accepted_order, s.accepted_at, s.late, s.state,
                   c.part, c.metric, c.value, c.low, c.high, c.method,
                   r.subject_scores, r.compared_with, r.paired_error,
                   coalesce(s.sent_as, s.team_id)
            from submission s
            join team t on t.id = s.team_id
            left join result r on r.submission_id = s.id and r.scoring_version = ?
            left join score c on c.submission_id = s.id and c.scoring_version = ?
            where s.challenge_id = ?%s
            order by s.team_id, s.accepted_order, s.id
            """;
    private static final String CHOICES = """
            select f.submission_id, f.phase_id from final_choice f join submission s on s.id = f.submission_id
            where s.challenge_id = ?%s
            """;

    private final Connection connection;
    private final UUID challenge;
    private final int version;
    private final List<BoardMetric> metrics;
    private final Map<String, String> methods = new HashMap<>();

    /// @param connection in a transaction, so that all is read as of one moment
    /// @param version the scoring version whose scores are read
    public Entries(Connection connection, UUID challenge, int version, List<BoardMetric> metrics) {
        this.connection = connection;
        this.challenge = challenge;
        this.version = version;
        this.metrics = metrics;
    }

    /// Those of a challenge that have sent something.
    ///
    /// @param teams only these; null for all
    public void read(@Nullable Collection<UUID> teams, Consumer<Competitor> each) throws SQLException {
        var choices = choices(teams);
        var mergers = Mergers.read(connection, challenge);
        var ofTeams = teams == null ? "" : " and s.team_id = any(?)";
        try (var statement = connection.prepareStatement(SUBMISSIONS.formatted(ofTeams))) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            statement.setInt(1, version);
            statement.setInt(2, version);
            statement.setObject(3, challenge);
            limit(statement, 4, teams);
            try (var rows = statement.executeQuery()) {
                read(rows, choices, mergers, each);
            }
        }
    }

    private void read(ResultSet rows, Map<UUID, Set<UUID>> choices, Mergers mergers, Consumer<Competitor> each)
            throws SQLException {
        boolean more = rows.next();
        while (more) {
            var team = rows.getObject(1, UUID.class);
            var name = rows.getString(2);
            boolean baseline = rows.getString(3).equals("baseline");
            var entries = new ArrayList<Entry>();
            while (more && team.equals(rows.getObject(1, UUID.class))) {
                var entry = new Reading(rows, choices);
                while (more && entry.id.equals(rows.getObject(4, UUID.class))) {
                    entry.addScore(rows);
                    more = rows.next();
                }
                entries.add(entry.done());
            }
            each.accept(new Competitor(team, name, baseline, mergers.of(team), entries));
        }
    }

    private Map<UUID, Set<UUID>> choices(@Nullable Collection<UUID> teams) throws SQLException {
        // Of the team that has the submission now; the one that chose may have merged with it.
        var ofTeams = teams == null ? "" : " and s.team_id = any(?)";
        try (var statement = connection.prepareStatement(CHOICES.formatted(ofTeams))) {
            statement.setObject(1, challenge);
            limit(statement, 2, teams);
            var choices = new HashMap<UUID, Set<UUID>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    choices.computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashSet<>())
                            .add(rows.getObject(2, UUID.class));
                }
            }
            return choices;
        }
    }

    private void limit(PreparedStatement statement, int parameter, @Nullable Collection<UUID> teams)
            throws SQLException {
        if (teams != null) {
            statement.setArray(parameter, connection.createArrayOf("uuid", teams.toArray()));
        }
    }

    /// A submission whose rows, one a score, are being read.
    private final class Reading {

        private final UUID id;
        private final UUID sentAs;
        private final UUID phase;
        private final long order;
        private final OffsetDateTime acceptedAt;
        private final boolean late;
        private final SubmissionState state;
        private final Set<UUID> chosenFor;
        private final @Nullable String subjectScores;
        private final @Nullable PairedError compared;
        private final Map<String, BoardScore> publicScores = new HashMap<>();
        private final Map<String, BoardScore> privateScores = new HashMap<>();

        Reading(ResultSet row, Map<UUID, Set<UUID>> choices) throws SQLException {
            id = row.getObject(4, UUID.class);
            sentAs = row.getObject(19, UUID.class);
            phase = row.getObject(5, UUID.class);
            order = row.getLong(6);
            acceptedAt = row.getObject(7, OffsetDateTime.class);
            late = row.getBoolean(8);
            state = SubmissionState.of(row.getString(9));
            chosenFor = Set.copyOf(choices.getOrDefault(id, Set.of()));
            subjectScores = row.getString(16);
            var other = row.getObject(17, UUID.class);
            compared = other == null ? null : new PairedError(other, row.getDouble(18));
        }

        void addScore(ResultSet row) throws SQLException {
            var part = row.getString(10);
            if (part == null) {
                return;
            }
            var method = row.getString(15);
            var score = new BoardScore(
                    row.getDouble(12),
                    row.getObject(13, Double.class),
                    row.getObject(14, Double.class),
                    // The same few texts, a million times.
                    method == null ? null : methods.computeIfAbsent(method, text -> text));
            var scores = part.equals(Part.PUBLIC.word()) ? publicScores : privateScores;
            scores.put(row.getString(11), score);
        }

        Entry done() {
            return new Entry(
                    id,
                    sentAs,
                    phase,
                    order,
                    acceptedAt.toInstant(),
                    late,
                    state,
                    chosenFor,
                    inColumnOrder(publicScores),
                    Told.YES,
                    inColumnOrder(privateScores),
                    subjectScores,
                    compared);
        }
    }

    private Map<String, BoardScore> inColumnOrder(Map<String, BoardScore> scores) {
        var ordered = new LinkedHashMap<String, BoardScore>();
        for (var metric : metrics) {
            var score = scores.get(metric.key());
            if (score != null) {
                ordered.put(metric.key(), score);
            }
        }
        return ordered;
    }
}

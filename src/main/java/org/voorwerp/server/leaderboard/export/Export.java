package org.voorwerp.server.leaderboard.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.board.Grid;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.leaderboard.BoardCsv;
import org.voorwerp.server.leaderboard.BoardRow;
import org.voorwerp.server.leaderboard.Disclosed;
import org.voorwerp.server.leaderboard.standing.BoardKeeper;
import org.voorwerp.server.leaderboard.standing.BoardMetric;
import org.voorwerp.server.leaderboard.standing.BoardsOf;
import org.voorwerp.server.leaderboard.standing.KeptErrors;
import org.voorwerp.server.leaderboard.standing.Moment;
import org.voorwerp.server.leaderboard.standing.Ranked;
import org.voorwerp.server.leaderboard.standing.Rules;

/// Writes a zip archive of tables, as CSV and as JSON: phases, teams, submissions, choices, scores of all versions and
/// parts with their
/// intervals, metrics, and every board that can be made of them. All is as of one moment, so that who recomputes the
/// boards from the other tables gets the same.
@ApplicationScoped
public class Export {

    private static final String PHASES = """
            select position, name, starts_at, ends_at, late_until, part, board, private_board, carry_over, finals,
                   per_day, total, at_once, attempts from phase where challenge_id = ? order by position
            """;
    private static final String TEAMS =
            "select id, name, kind, merged_into, merged_after from team where challenge_id = ? order by name, id";
    private static final String SUBMISSIONS = """
            select s.id, s.accepted_order, s.team_id, coalesce(s.sent_as, s.team_id) as sent_as, p.position as phase, s.late, s.state, s.accepted_at,
                   s.disqualified_reason, s.blob as sha256, s.bytes
            from submission s join phase p on p.id = s.phase_id where s.challenge_id = ? order by s.accepted_order
            """;
    private static final String CHOICES = """
            select p.position as phase, f.submission_id from final_choice f join phase p on p.id = f.phase_id
            where p.challenge_id = ? order by p.position, f.submission_id
            """;
    private static final String SCORES = """
            select c.submission_id, c.scoring_version, c.part, c.metric, c.value, c.low, c.high, c.method
            from score c join submission s on s.id = c.submission_id where s.challenge_id = ?
            order by s.accepted_order, c.scoring_version, c.part, c.metric
            """;
    private static final String COMPARISONS = """
            select r.submission_id, r.scoring_version, r.compared_with, r.paired_error
            from result r join submission s on s.id = r.submission_id
            where s.challenge_id = ? and r.compared_with is not null order by s.accepted_order, r.scoring_version
            """;
    private static final String VERSIONS = """
            select version, reason, started_at, shown_at from scoring_version where challenge_id = ? order by version
            """;
    private static final String LOG = """
            select o.id, o.at, a.handle as by, o.action, coalesce(s.handle, o.subject) as subject, o.detail
            from organiser_action o left join account a on a.id = o.account_id
            left join account s on s.id::text = o.subject where o.challenge_id = ? order by o.id
            """;

    private final BoardKeeper keeper;
    private final KeptErrors errors;
    private final Moment moment;
    private final ObjectMapper mapper;

    Export(BoardKeeper keeper, KeptErrors errors, Moment moment, ObjectMapper mapper) {
        this.keeper = keeper;
        this.errors = errors;
        this.moment = moment;
        this.mapper = mapper;
    }

    /// @throws Forbidden unless the caller organises the challenge
    public void requireOrganiser(Challenge challenge, Optional<Caller> caller) {
        if (!challenge.isOrganisedBy(caller)) {
            throw new Forbidden("Only organisers of " + challenge.slug + " export its scores.");
        }
    }

    /// Writes the archive.
    ///
    /// @param phases those of the challenge in their order
    /// @param out not closed
    public void write(Challenge challenge, List<Phase> phases, OutputStream out) {
        for (int version = 1; version <= challenge.scoringVersion; version++) {
            // So that whatever the Ladder compares is worked out and among the tables.
            keeper.boards(challenge.slug, version);
        }
        moment.read(connection -> {
            var tables = new ZippedTables(connection, challenge.id, out, mapper);
            tables.write("phases", PHASES);
            tables.write("teams", TEAMS);
            tables.write("submissions", SUBMISSIONS);
            tables.write("choices", CHOICES);
            tables.write("scores", SCORES);
            tables.write("comparisons", COMPARISONS);
            tables.write("scoring-versions", VERSIONS);
            tables.write("log", LOG);
            var metrics = new ArrayList<Map<String, @Nullable Object>>();
            for (int version = 1; version <= challenge.scoringVersion; version++) {
                var rules = keeper.rules(challenge, version, phases);
                for (var metric : rules.metrics()) {
                    metrics.add(described(version, rules, metric));
                }
                boards(connection, tables, challenge, version, phases, rules);
            }
            tables.write("metrics", metrics);
            tables.finish();
            return true;
        });
    }

    private static Map<String, @Nullable Object> described(int version, Rules rules, BoardMetric metric) {
        var disclosure = rules.disclosure();
        var scale = metric.scale();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("scoring_version", version);
        row.put("ranked_by", rules.rankBy().word());
        row.put("key", metric.key());
        row.put("direction", metric.direction());
        row.put("primary", metric.primary());
        row.put("weight", metric.weight());
        row.put("from", scale == null ? null : scale.getFirst());
        row.put("to", scale == null ? null : scale.getLast());
        row.put("board_rule", Disclosed.word(disclosure.rule()));
        row.put("rule_step", step(disclosure.grid()));
        row.put(
                "step",
                step(Objects.requireNonNull(disclosure.columns().get(metric.key()))
                        .grid()));
        row.put("public_subjects", disclosure.subjects());
        return row;
    }

    private void boards(
            Connection connection,
            ZippedTables tables,
            Challenge challenge,
            int version,
            List<Phase> phases,
            Rules rules)
            throws SQLException, IOException {
        var boards = BoardsOf.read(connection, challenge.id, version, rules, errors.of(version), 0);
        for (var board : rules.boards()) {
            var phase = phases.stream()
                    .filter(p -> p.id.equals(board.phase()))
                    .findFirst()
                    .orElseThrow();
            var rows = rows(boards, boards.board(board));
            tables.write(
                    "boards/v%d/phase-%d-%s"
                            .formatted(version, phase.position, board.part().word()),
                    BoardCsv.of(rules.metrics(), rows),
                    rows);
        }
    }

    private static @Nullable BigDecimal step(@Nullable Grid grid) {
        return grid == null ? null : grid.step();
    }

    private static List<BoardRow> rows(BoardsOf boards, Ranked board) {
        return IntStream.range(0, board.size())
                .mapToObj(i ->
                        BoardRow.of(board.rank(i), board.at(i), boards.rules().rankBy()))
                .toList();
    }
}

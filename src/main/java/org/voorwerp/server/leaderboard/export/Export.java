package org.voorwerp.server.leaderboard.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import org.voorwerp.server.leaderboard.standing.BoardsOf;
import org.voorwerp.server.leaderboard.standing.KeptErrors;
import org.voorwerp.server.leaderboard.standing.Moment;
import org.voorwerp.server.leaderboard.standing.Ranked;

/// Writes a zip archive of tables: phases, teams, submissions, choices, scores of all versions and parts with their
/// intervals, metrics, and every board that can be made of them. All is as of one moment, so that who recomputes the
/// boards from the other tables gets the same.
@ApplicationScoped
public class Export {

    private static final String PHASES = """
            select position, name, starts_at, ends_at, late_until, part, board, private_board, carry_over, finals,
                   per_day, total, at_once, attempts from phase where challenge_id = ? order by position
            """;
    private static final String TEAMS = "select id, name, kind from team where challenge_id = ? order by name";
    private static final String SUBMISSIONS = """
            select s.id, s.accepted_order, s.team_id, p.position as phase, s.late, s.state, s.accepted_at,
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

    Export(BoardKeeper keeper, KeptErrors errors, Moment moment) {
        this.keeper = keeper;
        this.errors = errors;
        this.moment = moment;
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
            var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            var tables = new ZippedTables(connection, challenge.id, zip);
            tables.write("phases.csv", PHASES);
            tables.write("teams.csv", TEAMS);
            tables.write("submissions.csv", SUBMISSIONS);
            tables.write("choices.csv", CHOICES);
            tables.write("scores.csv", SCORES);
            tables.write("comparisons.csv", COMPARISONS);
            tables.write("scoring-versions.csv", VERSIONS);
            tables.write("log.csv", LOG);
            var metrics = new StringBuilder(
                    "scoring_version,ranked_by,key,direction,primary,weight,from,to,board_rule,rule_step,step,public_subjects\n");
            for (int version = 1; version <= challenge.scoringVersion; version++) {
                boards(connection, zip, challenge, version, phases, metrics);
            }
            put(zip, "metrics.csv", metrics.toString());
            zip.finish();
            return true;
        });
    }

    private void boards(
            Connection connection,
            ZipOutputStream zip,
            Challenge challenge,
            int version,
            List<Phase> phases,
            StringBuilder metrics)
            throws SQLException, IOException {
        var rules = keeper.rules(challenge, version, phases);
        var disclosure = rules.disclosure();
        for (var metric : rules.metrics()) {
            var scale = metric.scale();
            var grid = Objects.requireNonNull(disclosure.columns().get(metric.key()))
                    .grid();
            metrics.append(version)
                    .append(',')
                    .append(rules.rankBy().word())
                    .append(',')
                    .append(metric.key())
                    .append(',')
                    .append(metric.direction())
                    .append(',')
                    .append(metric.primary())
                    .append(',')
                    .append(metric.weight() == null ? "" : metric.weight())
                    .append(',')
                    .append(scale == null ? "," : scale.getFirst() + "," + scale.getLast())
                    .append(',')
                    .append(Disclosed.word(disclosure.rule()))
                    .append(',')
                    .append(step(disclosure.grid()))
                    .append(',')
                    .append(step(grid))
                    .append(',')
                    .append(disclosure.subjects())
                    .append('\n');
        }
        var boards = BoardsOf.read(connection, challenge.id, version, rules, errors.of(version), 0);
        for (var board : rules.boards()) {
            var phase = phases.stream()
                    .filter(p -> p.id.equals(board.phase()))
                    .findFirst()
                    .orElseThrow();
            var name = "boards/v%d/phase-%d-%s.csv"
                    .formatted(version, phase.position, board.part().word());
            put(zip, name, BoardCsv.of(rules.metrics(), rows(boards, boards.board(board))));
        }
    }

    private static String step(@Nullable Grid grid) {
        return grid == null ? "" : grid.step().toPlainString();
    }

    private static List<BoardRow> rows(BoardsOf boards, Ranked board) {
        return IntStream.range(0, board.size())
                .mapToObj(i ->
                        BoardRow.of(board.rank(i), board.at(i), boards.rules().rankBy()))
                .toList();
    }

    static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// An entry whose time says nothing.
    static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.ofEpochSecond(946_684_800, 0, ZoneOffset.UTC));
        return entry;
    }
}

package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// Random competitions, written into the database behind the server's back: whatever happens in them, each
/// board that the server has kept up to date is the one that [ObviousBoard] makes of the export.
@QuarkusTest
class CompetitionsTest {

    private static final Instant TIME = Instant.parse("2025-06-01T00:00:00Z");

    /// What boards may tell, as challenge.yaml has it.
    private static final List<String> RULES = List.of(
            "\"rule\": \"full\"",
            "\"rule\": \"rounded\", \"step\": 0.4",
            "\"rule\": \"ladder\", \"step\": 0.7",
            "\"rule\": \"ladder\"",
            "");

    @Inject
    DataSource database;

    @Test
    void everyBoardIsTheOneRecomputedFromTheExport() throws Exception {
        for (int seed = 1; seed <= 16; seed++) {
            var organiser = Api.organiser();
            var random = new Random(seed);
            var challenge = challenge(random, organiser, RULES.get(seed % RULES.size()));
            play(random, challenge);
            var export = ObviousBoard.of(organiser
                    .get("/api/challenges/" + challenge.slug + "/export")
                    .response()
                    .body());
            int boards = 0;
            for (var board : export.boards()) {
                var path = "/api/challenges/" + challenge.slug + "/leaderboard.csv?version=" + board.version()
                        + "&phase=" + export.phaseName(board.phase()) + "&part=" + board.part();
                var recomputed = export.recomputed(board);
                assertEquals(recomputed, ObviousBoard.told(organiser.get(path).text()), "seed " + seed + " " + path);
                assertEquals(recomputed, export.exported(board), "seed " + seed + " " + board);
                boards++;
            }
            assertEquals(challenge.challenge().scoringVersion * 5, boards, "two parts of three phases, but one");
        }
    }

    /// Three phases, the second carrying over and the third blind, ranked in one of the three ways.
    private static SmallChallenge challenge(Random random, Api organiser, String rule) {
        var challenge = SmallChallenge.of()
                .board(rule)
                .ownedBy(organiser.account)
                .phase("first", p -> p.to(TIME).with("late_until", "2040-01-01T00:00:00Z"))
                .phase(
                        "second",
                        p -> p.from(TIME)
                                .with("carry_over", random.nextBoolean())
                                .with("finals", 3))
                .phase(
                        "third",
                        p -> p.from(TIME)
                                .to(Instant.parse("2050-01-01T00:00:00Z"))
                                .with("part", "private")
                                .with("board", "hidden"));
        return switch (random.nextInt(3)) {
            case 0 -> challenge.create();
            case 1 ->
                challenge
                        .rankedBy("mean-rank", "\"rank-weight\": 2", "\"rank-weight\": 1")
                        .create();
            default ->
                challenge
                        .rankedBy(
                                "weighted-sum",
                                "\"rank-weight\": 2, \"scale\": [0, 3]",
                                "\"rank-weight\": 1, \"scale\": [4, 0]")
                        .create();
        };
    }

    private void play(Random random, SmallChallenge challenge) throws SQLException {
        var teams = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) {
            teams.add(team(challenge, i == 0 ? "base" : "team " + i, i == 0 ? "baseline" : "participants"));
        }
        var sent = new ArrayList<UUID>();
        for (int order = 1; order <= 70; order++) {
            int phase = random.nextInt(3);
            boolean late = phase == 0 && random.nextInt(4) == 0;
            var id = submission(challenge, teams.get(random.nextInt(6)), challenge.phaseId(phase), order, late);
            sent.add(id);
            if (random.nextInt(8) > 0) {
                score(random, id, 1);
                run("update submission set state = 'scored', finished_at = now() where id = ?", id);
            } else if (random.nextBoolean()) {
                run("update submission set state = 'failed', finished_at = now() where id = ?", id);
            }
            happen(random, challenge, teams, sent);
            if (random.nextInt(5) == 0) {
                // Somebody looks, so that the next board is made of this one.
                Api.nobody().get("/api/challenges/" + challenge.slug + "/leaderboard?phase=second");
            }
            if (order == 40) {
                scoreAnew(random, challenge, sent);
            }
        }
    }

    private void happen(Random random, SmallChallenge challenge, List<UUID> teams, List<UUID> sent)
            throws SQLException {
        var one = sent.get(random.nextInt(sent.size()));
        switch (random.nextInt(12)) {
            case 0 -> run("update submission set state = 'withdrawn' where id = ? and state = 'scored'", one);
            case 1 -> run("update submission set state = 'scored' where id = ? and state = 'withdrawn'", one);
            case 2 ->
                run(
                        "update submission set state = 'disqualified', disqualified_reason = 'x' where id = ?"
                                + " and state = 'scored'",
                        one);
            case 3 ->
                run(
                        "update submission set state = 'scored', disqualified_reason = null where id = ?"
                                + " and state = 'disqualified'",
                        one);
            case 4, 5 ->
                run(
                        "insert into final_choice select ?, team_id, id, now() from submission where id = ?"
                                + " on conflict do nothing",
                        challenge.phaseId(random.nextInt(3)),
                        one);
            case 6 -> run("delete from final_choice where submission_id = ?", one);
            case 7 -> run("update team set name = name || '+' where id = ?", teams.get(1 + random.nextInt(5)));
            case 8 -> merge(random, challenge, teams, sent.size());
            default -> {}
        }
    }

    /// Two teams become one: what is sent later is sent by the other.
    private void merge(Random random, SmallChallenge challenge, List<UUID> teams, int accepted) throws SQLException {
        var into = teams.get(1 + random.nextInt(5));
        var from = teams.get(1 + random.nextInt(5));
        if (into.equals(from)) {
            return;
        }
        run(
                "update submission set team_id = ?, sent_as = coalesce(sent_as, team_id)"
                        + " where challenge_id = ? and team_id = ?",
                into,
                challenge.id,
                from);
        run("update team set merged_into = ?, merged_after = ? where id = ?", into, (long) accepted, from);
        teams.replaceAll(team -> team.equals(from) ? into : team);
    }

    private void scoreAnew(Random random, SmallChallenge challenge, List<UUID> sent) throws SQLException {
        run("insert into scoring_version values (?, 2, null, 'x', null, null, now(), now())", challenge.id);
        for (var id : sent) {
            score(random, id, 2);
        }
        run("update challenge set scoring_version = 2 where id = ?", challenge.id);
    }

    @Test
    void theOrderInWhichWorkersFinishChangesNoByteOfTheBoard() throws Exception {
        theOrderInWhichWorkersFinishChangesNoByteOfTheBoard("", 50);
        theOrderInWhichWorkersFinishChangesNoByteOfTheBoard("\"rule\": \"ladder\", \"step\": 0.7", 10);
        theOrderInWhichWorkersFinishChangesNoByteOfTheBoard("\"rule\": \"full\"", 10);
    }

    private void theOrderInWhichWorkersFinishChangesNoByteOfTheBoard(String rule, int shuffles) throws Exception {
        var boards = new ArrayList<String>();
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            var challenge = SmallChallenge.of().board(rule).create();
            var same = new Random(7);
            var ids = new ArrayList<UUID>();
            var teams = new ArrayList<UUID>();
            for (int i = 0; i < 4; i++) {
                teams.add(team(challenge, "team " + i, "participants"));
            }
            for (int order = 1; order <= 20; order++) {
                ids.add(submission(challenge, teams.get(same.nextInt(4)), challenge.phase, order, false));
                score(same, ids.getLast(), 1);
            }
            Collections.shuffle(ids, new Random(shuffle));
            for (var id : ids) {
                run("update submission set state = 'scored', finished_at = now() where id = ?", id);
                if (shuffle % 10 == 0) {
                    Api.nobody().get("/api/challenges/" + challenge.slug + "/leaderboard");
                }
            }
            var board = Api.nobody()
                    .get("/api/challenges/" + challenge.slug + "/leaderboard")
                    .text();
            boards.add(board.replace(challenge.slug, "SLUG"));
        }
        boards.forEach(board -> assertEquals(boards.getFirst(), board));
    }

    private UUID team(SmallChallenge challenge, String name, String kind) throws SQLException {
        var id = UUID.randomUUID();
        run(
                "insert into team (id, challenge_id, name, kind, created_at) values (?, ?, ?, ?, now())",
                id,
                challenge.id,
                name,
                kind);
        return id;
    }

    private UUID submission(SmallChallenge challenge, UUID team, UUID phase, long order, boolean late)
            throws SQLException {
        var id = UUID.randomUUID();
        run(
                "insert into submission (id, challenge_id, phase_id, team_id, accepted_order, accepted_at, quota_day, blob,"
                        + " bytes, state, late) values (?, ?, ?, ?, ?, timestamptz '2025-01-01' + ? * interval '1 s',"
                        + " current_date, repeat('0', 64), 1, 'accepted', ?)",
                id,
                challenge.id,
                phase,
                team,
                order,
                order,
                late);
        return id;
    }

    /// Few different scores, so that there are ties, and now and then none.
    private void score(Random random, UUID submission, int version) throws SQLException {
        run("insert into result values (?, ?, 1, now()) on conflict do nothing", submission, version);
        // As if it had been compared with the one before of its team; some of these comparisons will be asked for.
        run(
                "update result r set compared_with = o.id, paired_error = ? from submission s, lateral (select id from"
                        + " submission o where o.team_id = s.team_id and o.accepted_order < s.accepted_order"
                        + " order by accepted_order desc limit 1) o"
                        + " where r.submission_id = s.id and s.id = ? and r.scoring_version = ?",
                random.nextInt(5) / 2.0,
                submission,
                version);
        for (var part : List.of("public", "private")) {
            for (var metric : List.of("test-agreement", "test-error")) {
                if (random.nextInt(10) > 0) {
                    run(
                            "insert into score values (?, ?, ?, ?, ?, null, null, null) on conflict do nothing",
                            submission,
                            version,
                            part,
                            metric,
                            (double) random.nextInt(5));
                }
            }
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}

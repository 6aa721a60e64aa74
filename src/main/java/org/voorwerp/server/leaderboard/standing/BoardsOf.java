package org.voorwerp.server.leaderboard.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All boards of a challenge in one scoring version, as of one moment. A change of one team makes new ones from these
/// by folding that team anew, which costs the same whatever the others have sent.
public final class BoardsOf {

    private static final int KEPT_PAGES = 64;

    /// If more teams have changed, reading all of them anew is faster.
    private static final int MOST_TEAMS = 2000;

    private final Rules rules;
    private final long number;
    private final Map<BoardId, Ranked> boards;
    private final ByTeam<Tally> tallies;
    private final Tally tally;
    private final List<Disqualified> disqualified;
    private final Map<Object, Page> pages = new HashMap<>();

    private BoardsOf(
            Rules rules,
            long number,
            Map<BoardId, Ranked> boards,
            ByTeam<Tally> tallies,
            Tally tally,
            List<Disqualified> disqualified) {
        this.rules = rules;
        this.number = number;
        this.boards = boards;
        this.tallies = tallies;
        this.tally = tally;
        this.disqualified = disqualified;
    }

    /// The boards as the rows say.
    ///
    /// @param connection in a transaction, so that all is read as of one moment
    /// @param number a change that was visible before that moment
    public static BoardsOf read(
            Connection connection, UUID challenge, int version, Rules rules, PairedErrors errors, long number)
            throws SQLException {
        var tallies = new HashMap<UUID, Tally>();
        var standings = new HashMap<BoardId, List<Standing>>();
        rules.boards().forEach(board -> standings.put(board, new ArrayList<>()));
        new Entries(connection, challenge, version, rules.metrics()).read(null, team -> {
            var fold = new TeamFold(rules, team, errors);
            tallies.put(team.team(), Tally.of(fold));
            standings.forEach((board, all) -> {
                var standing = fold.on(board);
                if (standing != null) {
                    all.add(standing);
                }
            });
        });
        var boards = new HashMap<BoardId, Ranked>();
        standings.forEach((board, all) -> boards.put(board, Ranked.of(rules.rankBy(), all)));
        return new BoardsOf(
                rules,
                number,
                boards,
                ByTeam.of(tallies),
                tallies.values().stream().reduce(Tally.NONE, Tally::plus),
                Disqualified.read(connection, challenge));
    }

    /// The boards as they are after the changes since; null if more than some teams changed.
    ///
    /// @param connection as in [#read]
    /// @param now a change that was visible before that moment
    public @Nullable BoardsOf changed(Connection connection, UUID challenge, int version, PairedErrors errors, long now)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "select team_id from team_change where challenge_id = ? and number > ? limit " + (MOST_TEAMS + 1))) {
            statement.setObject(1, challenge);
            statement.setLong(2, number);
            var teams = new HashSet<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    teams.add(rows.getObject(1, UUID.class));
                }
            }
            return teams.size() > MOST_TEAMS ? null : changed(connection, challenge, version, errors, now, teams);
        }
    }

    private BoardsOf changed(
            Connection connection, UUID challenge, int version, PairedErrors errors, long now, Set<UUID> teams)
            throws SQLException {
        var folds = new HashMap<UUID, TeamFold>();
        new Entries(connection, challenge, version, rules.metrics())
                .read(teams, team -> folds.put(team.team(), new TeamFold(rules, team, errors)));
        var next = new HashMap<>(boards);
        var tallies = this.tallies;
        var tally = this.tally;
        for (var team : teams) {
            var fold = folds.get(team);
            var was = Objects.requireNonNullElse(tallies.get(team), Tally.NONE);
            var is = fold == null ? null : Tally.of(fold);
            tallies = tallies.with(team, is);
            tally = tally.minus(was).plus(Objects.requireNonNullElse(is, Tally.NONE));
        }
        next.replaceAll((board, ranked) -> ranked.with(
                teams,
                folds.values().stream()
                        .map(fold -> fold.on(board))
                        .filter(Objects::nonNull)
                        .toList()));
        return new BoardsOf(rules, now, next, tallies, tally, Disqualified.read(connection, challenge));
    }

    public Rules rules() {
        return rules;
    }

    /// The change up to which everything is in it.
    public long number() {
        return number;
    }

    /// A board, which `rules` must know.
    public Ranked board(BoardId id) {
        var board = boards.get(id);
        if (board == null) {
            throw new IllegalArgumentException("there is no board " + id);
        }
        return board;
    }

    /// How often the board's rule was asked about public scores and told one, by all teams and baselines together.
    public Tally tally() {
        return tally;
    }

    /// What was disqualified, the latest submission first.
    public List<Disqualified> disqualified() {
        return disqualified;
    }

    /// What somebody made of these boards, made once: it lasts as long as they do. When boards have changed, everybody
    /// who was waiting for them asks for the same page at once; one makes it and the others wait for that.
    ///
    /// @param key what it is, by which the same is found again
    public <T> T page(Object key, Class<T> type, Supplier<T> make) {
        Page page;
        synchronized (pages) {
            page = pages.size() < KEPT_PAGES ? pages.computeIfAbsent(key, _ -> new Page()) : pages.get(key);
        }
        return page == null ? make.get() : type.cast(page.made(make));
    }

    private static final class Page {

        private @Nullable Object made;

        synchronized Object made(Supplier<?> make) {
            if (made == null) {
                made = make.get();
            }
            return made;
        }
    }
}

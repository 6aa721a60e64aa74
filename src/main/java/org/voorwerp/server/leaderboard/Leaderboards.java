package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.BoardShown;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.evaluation.paired.RankTies;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.leaderboard.standing.BoardId;
import org.voorwerp.server.leaderboard.standing.BoardKeeper;
import org.voorwerp.server.leaderboard.standing.BoardMetric;
import org.voorwerp.server.leaderboard.standing.BoardsOf;
import org.voorwerp.server.leaderboard.standing.Column;
import org.voorwerp.server.leaderboard.standing.Current;
import org.voorwerp.server.leaderboard.standing.RankBy;
import org.voorwerp.server.leaderboard.standing.Ranked;
import org.voorwerp.server.leaderboard.standing.Standing;
import org.voorwerp.server.leaderboard.standing.Tally;

/// The boards of challenges, each caller what he or she may see of them now.
@ApplicationScoped
public class Leaderboards {

    private final BoardKeeper keeper;
    private final TeamOf teams;
    private final RankMoves moves;
    private final RankTies ties;
    private final Clock clock;

    Leaderboards(BoardKeeper keeper, TeamOf teams, RankMoves moves, RankTies ties, Clock clock) {
        this.keeper = keeper;
        this.teams = teams;
        this.moves = moves;
        this.ties = ties;
        this.clock = clock;
    }

    /// A board that was asked for, and what the caller may see of it.
    ///
    /// @param isFullToAll whether everybody sees all of it
    public record View(
            Current current,
            Phase phase,
            Part part,
            BoardShown shown,
            @Nullable Instant opensAt,
            boolean isFullToAll,
            BoardQuery query,
            Optional<UUID> team) {

        public Challenge challenge() {
            return current.challenge();
        }

        Ranked ranked() {
            return current.boards().board(new BoardId(phase.id, part));
        }
    }

    /// The board of a challenge.
    ///
    /// @throws NotFound if there is no such challenge, phase, board or version, or none that the caller may see
    public View view(String slug, BoardQuery query, Optional<Caller> caller) {
        var current = current(slug, query.version(), caller);
        var now = clock.instant();
        var phase = phase(current, query.phase(), now);
        var part = query.part() == null ? BoardAccess.current(phase, now) : query.part();
        if (part == Part.PUBLIC && phase.part() == Part.PRIVATE) {
            throw new NotFound("Phase \"" + phase.name + "\" has no board of the public part.");
        }
        var toAll = BoardAccess.at(now, phase, part);
        var shown = current.challenge().isOrganisedBy(caller) ? BoardShown.FULL : toAll;
        return new View(
                current,
                phase,
                part,
                shown,
                toAll == BoardShown.FULL ? null : BoardAccess.opensAt(phase, part),
                toAll == BoardShown.FULL,
                query,
                shown == BoardShown.OWN
                        ? caller.flatMap(c -> teams.of(current.challenge().id, c.account()))
                        : Optional.empty());
    }

    /// The boards as they are, for those who may see the challenge.
    ///
    /// @throws NotFound as [#view]
    public Current current(String slug, @Nullable Integer version, Optional<Caller> caller) {
        return keeper.boards(slug, version)
                .filter(c -> c.challenge().isPublished() || c.challenge().isOrganisedBy(caller))
                .orElseThrow(() -> new NotFound(
                        version == null
                                ? "There is no challenge " + slug + "; GET /api/challenges lists them."
                                : "There is no scoring version " + version + " of a challenge " + slug + "."));
    }

    /// The phase named, or the one that is meant where none is.
    ///
    /// @throws NotFound if there is none of that name
    static Phase phase(Current current, @Nullable String name, Instant now) {
        return name == null
                ? BoardAccess.current(current.phases(), now)
                : current.phases().stream()
                        .filter(phase -> phase.name.equals(name))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("The challenge has no phase of that name."));
    }

    /// The page of a board that was asked for.
    ///
    /// @throws Invalid if it is to be sorted by what is no metric
    public Board page(View view) {
        return switch (view.shown()) {
            case FULL -> full(view);
            case OWN -> of(view, view.team().map(team -> own(view, team)).orElse(List.of()), null);
            case HIDDEN -> of(view, List.of(), null);
        };
    }

    /// The standings on the page that was asked for; none where the caller sees none.
    List<Standing> standings(View view) {
        return switch (view.shown()) {
            case FULL ->
                view
                        .ranked()
                        .by(metric(view))
                        .page(view.query().after(), view.query().rows())
                        .indices()
                        .stream()
                        .map(view.ranked()::at)
                        .toList();
            case OWN ->
                view.team()
                        .map(team -> view.ranked().indexOf(team))
                        .filter(OptionalInt::isPresent)
                        .map(index -> List.of(view.ranked().at(index.getAsInt())))
                        .orElse(List.of());
            case HIDDEN -> List.of();
        };
    }

    /// All of a board, from the first row to the last.
    public Board whole(View view) {
        return page(new View(
                view.current(),
                view.phase(),
                view.part(),
                view.shown(),
                view.opensAt(),
                view.isFullToAll(),
                view.query().withoutLimit(),
                view.team()));
    }

    private Board full(View view) {
        var page = view.ranked()
                .by(metric(view))
                .page(view.query().after(), view.query().rows());
        var rows = page.indices().stream().map(index -> row(view, index)).toList();
        return of(view, rows, page);
    }

    private List<BoardRow> own(View view, UUID team) {
        var index = view.ranked().indexOf(team);
        return index.isEmpty() ? List.of() : List.of(row(view, index.getAsInt()));
    }

    private BoardRow row(View view, int index) {
        var ranked = view.ranked();
        var rank = ranked.rank(index);
        var places = rank == null ? List.<Place>of() : places(view);
        return BoardRow.of(
                rank,
                ranked.at(index),
                view.current().boards().rules().rankBy(),
                rank == null || rank > places.size() ? null : places.get(rank - 1));
    }

    /// How surely the ranked teams of a final board stand there; none before everybody sees it.
    private List<Place> places(View view) {
        var boards = view.current().boards();
        if (view.part() != Part.PRIVATE
                || !view.isFullToAll()
                || !(boards.rules().rankBy() instanceof RankBy.Primary(var metric))) {
            return List.of();
        }
        var ranked = view.ranked();
        var submissions = IntStream.range(0, ranked.size())
                .filter(i -> ranked.at(i).isRanked())
                .limit(RankTies.MOST_TEAMS)
                .mapToObj(i -> ranked.at(i).submission())
                .toList();
        return ties.of(view.challenge(), view.current().version(), Part.PRIVATE, metric.better(), submissions)
                .map(Place::of)
                .orElse(List.of());
    }

    private static @Nullable BoardMetric metric(View view) {
        var sort = view.query().sort();
        if (sort == null) {
            return null;
        }
        return view.current().boards().rules().metrics().stream()
                .filter(metric -> metric.key().equals(sort))
                .findFirst()
                .orElseThrow(() -> new Invalid("sort is the key of one of the board's metrics."));
    }

    private Board of(View view, List<BoardRow> rows, Column.@Nullable Page page) {
        BoardsOf boards = view.current().boards();
        return new Board(
                view.challenge().slug,
                view.current().version(),
                view.phase().name,
                view.part().word(),
                view.shown().word(),
                view.opensAt(),
                boards.rules().rankBy().word(),
                view.part() == Part.PUBLIC && view.shown() != BoardShown.HIDDEN ? disclosed(view.current()) : null,
                boards.rules().metrics(),
                page == null ? null : view.ranked().ranked(),
                view.shown() == BoardShown.HIDDEN ? List.of() : CrowdLine.of(view.current(), view.part()),
                rows,
                view.query().after() == null ? boards.disqualified() : List.of(),
                page == null || page.next() == null ? null : BoardLinks.next(view, page.next()));
    }

    /// What a challenge tells of public scores by the version that is shown, and how often that happened.
    ///
    /// @throws NotFound as [#view]
    public Disclosed disclosed(Challenge challenge, Optional<Caller> caller) {
        return disclosed(current(challenge.slug, null, caller));
    }

    private Disclosed disclosed(Current current) {
        var tally = current.boards().tally();
        for (int version = 1; version < current.version(); version++) {
            tally = keeper.boards(current.challenge().slug, version)
                    .map(earlier -> earlier.boards().tally())
                    .orElse(Tally.NONE)
                    .plus(tally);
        }
        return Disclosed.of(current.boards().rules().disclosure(), tally);
    }

    /// Who moved when the boards turned to the version that was asked for; nobody where not all of the board is shown.
    public List<RankMoves.Move> moves(View view) {
        return view.shown() == BoardShown.FULL
                ? moves.of(view.challenge().id, view.current().version(), new BoardId(view.phase().id, view.part()))
                : List.of();
    }

    /// The board that counts, as everybody sees it now.
    public Board board(Challenge challenge, Optional<Caller> caller) {
        return page(view(challenge.slug, BoardQuery.CURRENT, caller));
    }

    /// Where somebody's team stands on a board, if it does and that is shown.
    public Optional<BoardRow> mine(View view, Caller caller) {
        if (view.shown() == BoardShown.HIDDEN) {
            return Optional.empty();
        }
        return teams.of(view.challenge().id, caller.account())
                .flatMap(team -> own(view, team).stream().findFirst());
    }
}

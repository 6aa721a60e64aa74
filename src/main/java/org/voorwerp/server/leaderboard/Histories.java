package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.BoardShown;
import org.voorwerp.server.leaderboard.History.Line;
import org.voorwerp.server.leaderboard.History.Step;
import org.voorwerp.server.leaderboard.Leaderboards.View;
import org.voorwerp.server.leaderboard.standing.BoardId;
import org.voorwerp.server.leaderboard.standing.BoardKeeper;
import org.voorwerp.server.leaderboard.standing.BoardMetric;
import org.voorwerp.server.leaderboard.standing.Entry;
import org.voorwerp.server.leaderboard.standing.Standing;
import org.voorwerp.server.leaderboard.standing.TeamFold;

/// Tells how scores came to be, and nothing that the board itself did not show when it was so.
@ApplicationScoped
public class Histories {

    /// A team that improved more often is drawn with every other step, or every third.
    private static final int MOST_STEPS = 200;

    /// So many are told of all teams together; where many teams are asked for, fewer of each.
    private static final int MOST_IN_ALL = 20_000;

    private final Leaderboards leaderboards;
    private final BoardKeeper keeper;

    Histories(Leaderboards leaderboards, BoardKeeper keeper) {
        this.leaderboards = leaderboards;
        this.keeper = keeper;
    }

    /// What is kept with the boards, as long as they are the same.
    private record Key(String phase, Part part, BoardQuery query, boolean isFullToAll) {}

    /// The history of the teams on the page of a board that was asked for.
    public History of(View view) {
        return view.shown() == BoardShown.FULL
                ? view.current()
                        .boards()
                        .page(
                                new Key(view.phase().name, view.part(), view.query(), view.isFullToAll()),
                                History.class,
                                () -> made(view))
                : made(view);
    }

    private History made(View view) {
        var metric = view.current().boards().rules().metrics().getFirst();
        return new History(
                view.challenge().slug,
                view.current().version(),
                view.phase().name,
                view.part().word(),
                metric.key(),
                metric.title(),
                metric.direction(),
                isTold(view) ? lines(view, metric) : List.of());
    }

    /// A board that was hidden while the phase ran opens with what it shows then: how it came to that stays untold. Its
    /// organisers see all of it while it is hidden, and each team itself where it sees its own row.
    private static boolean isTold(View view) {
        return view.part() == Part.PUBLIC
                && switch (view.shown()) {
                    case FULL -> view.phase().board() == BoardShown.FULL || !view.isFullToAll();
                    case OWN -> true;
                    case HIDDEN -> false;
                };
    }

    private List<Line> lines(View view, BoardMetric metric) {
        var standings = leaderboards.standings(view);
        var folds = keeper.folds(
                view.current(), standings.stream().map(Standing::team).toList());
        int most = Math.clamp(MOST_IN_ALL / Math.max(1, standings.size()), 2, MOST_STEPS);
        var board = new BoardId(view.phase().id, view.part());
        return standings.stream()
                .map(standing -> line(standing, folds, board, metric, most))
                .toList();
    }

    private static Line line(
            Standing standing, Map<UUID, TeamFold> folds, BoardId board, BoardMetric metric, int most) {
        var fold = folds.get(standing.team());
        var steps = fold == null ? List.<Entry>of() : thinned(fold.climb(board), most);
        return new Line(
                standing.name(),
                standing.baseline(),
                steps.stream().flatMap(entry -> step(entry, metric)).toList());
    }

    private static Stream<Step> step(Entry entry, BoardMetric metric) {
        var score = entry.publicScores().get(metric.key());
        return score == null
                ? Stream.empty()
                : Stream.of(new Step(entry.acceptedAt(), score.value(), score.low(), score.high()));
    }

    private static List<Entry> thinned(List<Entry> steps, int most) {
        int each = (steps.size() + most - 1) / most;
        if (each <= 1) {
            return steps;
        }
        var kept = new ArrayList<Entry>();
        // From the last one back, which is where the team stands.
        for (int i = (steps.size() - 1) % each; i < steps.size(); i += each) {
            kept.add(steps.get(i));
        }
        return kept;
    }
}

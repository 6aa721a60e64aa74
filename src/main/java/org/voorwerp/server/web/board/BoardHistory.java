package org.voorwerp.server.web.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.History;
import org.voorwerp.server.leaderboard.History.Line;
import org.voorwerp.server.web.chart.Curves;
import org.voorwerp.server.web.chart.Curves.Reference;
import org.voorwerp.server.web.chart.Spark;
import org.voorwerp.server.web.text.Format;

/// How a board came to be, as its page draws it.
///
/// @param curves of the first teams and the reader's; null while nothing has moved
/// @param steps the same as a table, the latest first
/// @param sparks by team
record BoardHistory(@Nullable Curves curves, List<StepLine> steps, Map<String, Spark> sparks) {

    /// So many teams can be told apart by their colours.
    private static final int DRAWN = 8;

    private static final int LISTED = 100;

    /// A step of a team.
    record StepLine(
            String team, Instant at, String score, @Nullable String range) {}

    /// @param mine the reader's team
    /// @param references to compare with, besides the best baseline
    static BoardHistory of(History history, Optional<String> mine, List<Reference> references) {
        var told =
                history.lines().stream().filter(line -> !line.steps().isEmpty()).toList();
        var teams = told.stream().filter(line -> !line.baseline()).toList();
        var drawn = new ArrayList<>(teams.subList(0, Math.min(DRAWN, teams.size())));
        teams.stream()
                .filter(line -> mine.filter(line.team()::equals).isPresent() && !drawn.contains(line))
                .forEach(drawn::add);
        boolean falling = history.better().equals("lower");
        var levels = new ArrayList<>(references);
        told.stream()
                .filter(Line::baseline)
                .findFirst()
                .ifPresent(line -> levels.add(new Reference(
                        "baseline", line.team(), line.steps().getLast().score())));
        var curves = Curves.of(lines(drawn, mine), levels, falling, says(history, drawn));
        return new BoardHistory(curves, curves == null ? List.of() : steps(drawn), sparks(teams, falling));
    }

    private static List<Curves.Line> lines(List<Line> drawn, Optional<String> mine) {
        var lines = new ArrayList<Curves.Line>();
        for (var line : drawn) {
            lines.add(new Curves.Line(
                    line.team(),
                    lines.size() % DRAWN + 1,
                    mine.filter(line.team()::equals).isPresent(),
                    steps(line)));
        }
        return lines;
    }

    private static List<Spark.Step> steps(Line line) {
        return line.steps().stream()
                .map(step -> new Spark.Step(step.at(), step.score()))
                .toList();
    }

    private static String says(History history, List<Line> drawn) {
        return history.title() + " over time of " + Format.count(drawn.size(), "team", "teams") + "; now "
                + String.join(
                        ", ",
                        drawn.stream()
                                .map(line -> line.team() + " "
                                        + Format.score(line.steps().getLast().score()))
                                .toList())
                + ". The figures follow as a table.";
    }

    private static List<StepLine> steps(List<Line> drawn) {
        return drawn.stream()
                .flatMap(line -> line.steps().stream()
                        .map(step -> new StepLine(
                                line.team(),
                                step.at(),
                                Format.score(step.score()),
                                Format.interval(step.low(), step.high()))))
                .sorted(Comparator.comparing(StepLine::at).reversed())
                .limit(LISTED)
                .toList();
    }

    private static Map<String, Spark> sparks(List<Line> teams, boolean falling) {
        var all = teams.stream().flatMap(line -> line.steps().stream()).toList();
        var from = all.stream().map(History.Step::at).min(Comparator.naturalOrder());
        var to = all.stream().map(History.Step::at).max(Comparator.naturalOrder());
        var sparks = new HashMap<String, Spark>();
        for (var line : teams) {
            var steps = line.steps();
            var says = steps.size() == 1
                    ? "one step"
                    : "from " + Format.score(steps.getFirst().score()) + " to "
                            + Format.score(steps.getLast().score()) + " in " + steps.size() + " steps";
            sparks.put(line.team(), Spark.of(steps(line), from.orElseThrow(), to.orElseThrow(), falling, says));
        }
        return sparks;
    }
}

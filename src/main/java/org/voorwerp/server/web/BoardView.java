package org.voorwerp.server.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.leaderboard.BoardLinks;
import org.voorwerp.server.leaderboard.BoardRow;
import org.voorwerp.server.leaderboard.Place;
import org.voorwerp.server.leaderboard.standing.BoardMetric;
import org.voorwerp.server.leaderboard.standing.Picked;
import org.voorwerp.server.submission.BoardScore;

/// A board as its page draws it.
///
/// @param metrics the columns, the primary one first
/// @param combined what the column is called by which several metrics rank; null where one does
/// @param ticks of the scale on which the primary scores are drawn; empty while there are none
/// @param next the page after this; null at the end
record BoardView(
        Board board,
        List<Column> metrics,
        @Nullable String combined,
        List<Line> lines,
        List<Scale.Tick> ticks,
        @Nullable String next) {

    /// Baselines may lie beyond the teams by this share of the teams' spread and still be drawn in place; those further
    /// off (a constant, say) would squeeze all teams into a corner.
    private static final double REACH = 0.75;

    /// @param better which way scores are better, in words
    /// @param sort the address of the board in the order of this column; null where it is in that order
    record Column(
            String title,
            String better,
            boolean primary,
            @Nullable String sort) {}

    /// @param rank null for a baseline and a late submission
    /// @param ranks between which it may stand, as `2–5`; null where that is not shown
    /// @param tied whether it cannot be told from the first
    /// @param combined what ranks where several metrics do
    /// @param cells one for each column
    record Line(
            @Nullable Integer rank,
            @Nullable String ranks,
            boolean tied,
            String team,
            boolean baseline,
            boolean late,
            boolean mine,
            int submissions,
            Instant at,
            boolean automatic,
            @Nullable String combined,
            List<Cell> cells) {}

    /// @param value the score; null where this team has none
    /// @param range its 95 % interval
    /// @param method how that was made
    /// @param bar its drawing; null but in the primary column
    record Cell(
            @Nullable String value,
            @Nullable String range,
            @Nullable String method,
            Scale.@Nullable Bar bar) {

        static final Cell EMPTY = new Cell(null, null, null, null);
    }

    /// @param mine the reader's team
    /// @param sort the key of the column in whose order the rows stand; null for the board's own
    static BoardView of(Board board, Optional<String> mine, @Nullable String sort) {
        var scale = scale(board);
        var lines = board.rows().stream()
                .map(row -> new Line(
                        row.rank(),
                        ranks(row.place()),
                        row.place() != null && row.place().tiedWithFirst(),
                        row.team(),
                        row.baseline(),
                        row.late(),
                        mine.filter(row.team()::equals).isPresent(),
                        row.submissions(),
                        row.submittedAt(),
                        row.picked().equals(Picked.AUTOMATIC.word()) && !row.baseline(),
                        row.combined() == null ? null : Format.score(row.combined()),
                        board.metrics().stream()
                                .map(metric -> cell(row, metric, scale))
                                .toList()))
                .toList();
        var next = board.next();
        return new BoardView(
                board,
                board.metrics().stream()
                        .map(metric -> column(board, metric, sort))
                        .toList(),
                combined(board),
                lines,
                scale.map(Scale::ticks).orElse(List.of()),
                next == null ? null : next.substring(next.indexOf('?')));
    }

    /// The part of the truth that ranks, as people say it.
    public String partSays() {
        return board.part().equals("private") ? "the private part" : "the public part";
    }

    public boolean isPrivate() {
        return board.part().equals("private");
    }

    public boolean isHidden() {
        return board.shows().equals("hidden");
    }

    public boolean isOwnOnly() {
        return board.shows().equals("own");
    }

    /// The address of the board in its own order.
    public String ownOrder() {
        return BoardLinks.query(board.phase(), board.part(), board.scoringVersion(), null, null, null);
    }

    /// What is told of scores on the public part, and how often that happened, in sentences; null on the board of the
    /// private part.
    public @Nullable String disclosed() {
        var disclosed = board.disclosed();
        if (disclosed == null) {
            return null;
        }
        var step = disclosed.steps().get(board.metrics().getFirst().key());
        var grid = step == null ? "" : ", rounded to multiples of " + step.toPlainString();
        var rule = switch (disclosed.rule()) {
            case "full" -> "Every score is told as it is.";
            case "rounded" -> "Every score is told" + grid + ".";
            case "ladder-by-step" ->
                "The scores of a submission are told only if it is better than what its team was told before by more than"
                        + " the step of the ladder" + grid + ".";
            default ->
                "The scores of a submission are told only if it is better than what its team was told before by more than"
                        + " one standard error of the difference between the two" + grid + ".";
        };
        var luck = disclosed.asked() < 2
                ? ""
                : " Were all told as they are, the best of so many equals would stand " + Format.score(disclosed.luck())
                        + " above its worth by luck alone.";
        return rule + " So far " + Format.count(disclosed.told(), "score was told", "scores were told") + ", of "
                + Format.count(disclosed.asked(), "submission", "submissions") + " on "
                + Format.count(disclosed.subjects(), "subject", "subjects") + "." + luck;
    }

    /// By which rule teams are ordered.
    public String rankedBy() {
        var weights = board.metrics().stream()
                .filter(metric -> metric.weight() != null)
                .map(metric -> metric.title() + " (weight " + Format.plain(metric.weight())
                        + (metric.scale() == null
                                ? ""
                                : ", " + Format.plain(metric.scale().getFirst()) + " counts 0 and "
                                        + Format.plain(metric.scale().getLast()) + " counts 1")
                        + ")")
                .collect(Collectors.joining(", "));
        return switch (board.rankedBy()) {
            case "weighted-sum" -> "by the weighted sum of " + weights;
            case "mean-rank" -> "by the weighted mean of its ranks by " + weights;
            default -> "by " + board.metrics().getFirst().title();
        };
    }

    private static @Nullable String ranks(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        return place.bestRank() == place.worstRank()
                ? String.valueOf(place.bestRank())
                : place.bestRank() + "–" + place.worstRank();
    }

    /// Where volunteers themselves would stand, in a sentence; null where that is not known.
    public @Nullable String crowd() {
        var primary = board.metrics().getFirst().key();
        var said = board.crowd().stream()
                .filter(line -> line.scores().containsKey(primary))
                .map(line ->
                        (line.who().equals("crowd") ? "the crowd again, with as many votes, at " : "one volunteer at ")
                                + Format.score(
                                        Objects.requireNonNull(line.scores().get(primary))))
                .collect(Collectors.joining(", "));
        return said.isEmpty()
                ? null
                : "By " + board.metrics().getFirst().title() + " volunteers would stand here: " + said + ".";
    }

    public boolean hasPlaces() {
        return lines.stream().anyMatch(line -> line.ranks() != null);
    }

    private static @Nullable String combined(Board board) {
        return switch (board.rankedBy()) {
            case "weighted-sum" -> "Weighted sum";
            case "mean-rank" -> "Mean rank";
            default -> null;
        };
    }

    /// The scale of the primary scores; empty while there are none.
    static Optional<Scale> scale(Board board) {
        var baselines = primaries(board, true);
        var teams = primaries(board, false);
        // One or two teams say nothing about how far teams are apart.
        var leading = teams.size() < 3
                ? Stream.concat(teams.stream(), baselines.stream()).toList()
                : teams;
        if (leading.isEmpty()) {
            return Optional.empty();
        }
        double low = leading.stream().mapToDouble(BoardView::low).min().orElseThrow();
        double high = leading.stream().mapToDouble(BoardView::high).max().orElseThrow();
        double reach = (high - low) * REACH;
        double lowest = low - reach;
        double highest = high + reach;
        for (var baseline : baselines) {
            if (baseline.value() >= lowest && baseline.value() <= highest) {
                low = Math.min(low, low(baseline));
                high = Math.max(high, high(baseline));
            }
        }
        return Optional.of(new Scale(low, high));
    }

    static List<BoardScore> primaries(Board board, boolean baselines) {
        return board.rows().stream()
                .filter(row -> row.baseline() == baselines)
                .flatMap(row -> board.metrics().stream()
                        .filter(BoardMetric::primary)
                        .map(metric -> row.scores().get(metric.key())))
                .filter(score -> score != null)
                .toList();
    }

    private static Column column(Board board, BoardMetric metric, @Nullable String sort) {
        boolean decides = metric.primary() && board.rankedBy().equals("primary");
        boolean isInThisOrder = sort == null ? decides : sort.equals(metric.key());
        var address = BoardLinks.query(
                board.phase(), board.part(), board.scoringVersion(), decides ? null : metric.key(), null, null);
        return new Column(metric.title(), better(metric.better()), metric.primary(), isInThisOrder ? null : address);
    }

    static String better(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> "higher is better";
            case LOWER_IS_BETTER -> "lower is better";
        };
    }

    private static Cell cell(BoardRow row, BoardMetric metric, Optional<Scale> scale) {
        var score = row.scores().get(metric.key());
        if (score == null) {
            return Cell.EMPTY;
        }
        var bar = metric.primary()
                ? scale.map(s -> s.bar(score.value(), score.low(), score.high()))
                        .orElse(null)
                : null;
        return new Cell(Format.score(score.value()), range(score.low(), score.high()), score.method(), bar);
    }

    /// `0.9121–0.9340`
    static @Nullable String range(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? null : Format.range(low, high);
    }

    private static double low(BoardScore score) {
        return score.low() == null ? score.value() : score.low();
    }

    private static double high(BoardScore score) {
        return score.high() == null ? score.value() : score.high();
    }
}

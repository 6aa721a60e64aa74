package org.voorwerp.server.web.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.leaderboard.BoardLinks;
import org.voorwerp.server.leaderboard.BoardRow;
import org.voorwerp.server.leaderboard.Place;
import org.voorwerp.server.leaderboard.standing.BoardMetric;
import org.voorwerp.server.leaderboard.standing.Picked;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.web.chart.Curves.Reference;
import org.voorwerp.server.web.chart.Scale;
import org.voorwerp.server.web.chart.Spark;
import org.voorwerp.server.web.text.Format;

/// A board as its page draws it.
///
/// @param metrics the columns, the primary one first
/// @param combined what the column is called by which several metrics rank; null where one does
/// @param ticks of the scale on which the primary scores are drawn; empty while there are none
/// @param marks where volunteers themselves would stand on that scale
/// @param next the page after this; null at the end
public record BoardView(
        Board board,
        List<Column> metrics,
        @Nullable String combined,
        List<Line> lines,
        List<Scale.Tick> ticks,
        List<Scale.Mark> marks,
        @Nullable String next) {

    /// Baselines may lie beyond the teams by this share of the teams' spread and still be drawn in place; those further
    /// off (a constant, say) would squeeze all teams into a corner.
    private static final double REACH = 0.75;

    /// @param better which way scores are better, in words
    /// @param sort the address of the board in the order of this column; null where it is in that order
    public record Column(
            String title,
            String better,
            boolean primary,
            @Nullable String sort) {}

    /// @param rank null for a baseline and a late submission
    /// @param ranks between which it may stand, as `2–5`; null where that is not shown
    /// @param tied whether it cannot be told from the first
    /// @param combined what ranks where several metrics do
    /// @param spark how its score came to be; null where that is not told
    /// @param cells one for each column
    public record Line(
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
            @Nullable Spark spark,
            List<Cell> cells) {}

    /// @param value the score; null where this team has none
    /// @param range its 95 % interval
    /// @param method how that was made
    /// @param bar its drawing; null but in the primary column
    public record Cell(
            @Nullable String value,
            @Nullable String range,
            @Nullable String method,
            Scale.@Nullable Bar bar) {

        static final Cell EMPTY = new Cell(null, null, null, null);
    }

    /// @param mine the reader's team
    /// @param sort the key of the column in whose order the rows stand; null for the board's own
    public static BoardView of(Board board, Optional<String> mine, @Nullable String sort) {
        return of(board, mine, sort, Map.of());
    }

    /// @param sparks how scores came to be, by team
    static BoardView of(Board board, Optional<String> mine, @Nullable String sort, Map<String, Spark> sparks) {
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
                        sparks.get(row.team()),
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
                BoardWords.combined(board),
                lines,
                scale.map(Scale::ticks).orElse(List.of()),
                scale.map(s -> marks(s, references(board))).orElse(List.of()),
                next == null ? null : next.substring(next.indexOf('?')));
    }

    /// Whether there is a column of how scores came to be.
    public boolean hasSparks() {
        return lines.stream().anyMatch(line -> line.spark() != null);
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

    private static @Nullable String ranks(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        return place.bestRank() == place.worstRank()
                ? String.valueOf(place.bestRank())
                : place.bestRank() + "–" + place.worstRank();
    }

    /// Where volunteers themselves would stand by the primary metric, to be drawn.
    static List<Reference> references(Board board) {
        var primary = board.metrics().getFirst().key();
        return board.crowd().stream()
                .flatMap(line -> Stream.ofNullable(line.scores().get(primary))
                        .map(score -> line.who().equals("crowd")
                                ? new Reference("ceiling", "the crowd again", score)
                                : new Reference("volunteer", "one volunteer", score)))
                .toList();
    }

    private static List<Scale.Mark> marks(Scale scale, List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.value() >= scale.low() && reference.value() <= scale.high())
                .map(reference -> new Scale.Mark(scale.x(reference.value()), reference.kind(), reference.name()))
                .toList();
    }

    /// What is told of scores on the public part; null on the board of the private part.
    public @Nullable String disclosed() {
        return BoardWords.disclosed(board);
    }

    /// By which rule teams are ordered.
    public String rankedBy() {
        return BoardWords.rankedBy(board);
    }

    /// Where volunteers themselves would stand; null where that is not known.
    public @Nullable String crowd() {
        return BoardWords.crowd(board);
    }

    public boolean hasPlaces() {
        return lines.stream().anyMatch(line -> line.ranks() != null);
    }

    /// The scale of the primary scores; empty while there are none.
    public static Optional<Scale> scale(Board board) {
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

    public static List<BoardScore> primaries(Board board, boolean baselines) {
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
        return new Column(
                metric.title(), Format.better(metric.better()), metric.primary(), isInThisOrder ? null : address);
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
        return new Cell(Format.score(score.value()), Format.interval(score.low(), score.high()), score.method(), bar);
    }

    private static double low(BoardScore score) {
        return score.low() == null ? score.value() : score.low();
    }

    private static double high(BoardScore score) {
        return score.high() == null ? score.value() : score.high();
    }
}

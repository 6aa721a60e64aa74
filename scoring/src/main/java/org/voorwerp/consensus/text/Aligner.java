package org.voorwerp.consensus.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays texts side by side, one after the other, by dynamic programming, as ROVER does with the outputs of speech
/// recognisers (Fiscus 1997). Different from ROVER in three ways: the text most like all others comes first and the
/// strangest last, whatever their order, so that the result does not depend on it; a token costs the less to put in a
/// column the more texts have it there; and a token written a little differently (`traffice`) counts in part.
///
/// Cost of putting a token in a column: 1 − Σ_t share(t) · likeness(t), over the tokens t of the column, where
/// likeness is 1 − edit distance / length of the longer, or 0 if that is below [Unit#leastSimilarity()]; of leaving a
/// column empty: 1 − the share of texts that do; of a new column: 1.
final class Aligner {

    /// Cells of the tables of dynamic programming, over all texts of a subject: some seconds.
    private static final long LIMIT = 1_000_000_000L;

    private enum Move {
        SAME,
        LEFT_OUT,
        NEW
    }

    private static final class Column {
        private final @Nullable Token[] cells;
        private final Map<String, Double> votes = new LinkedHashMap<>();
        private double empty;

        Column(int texts, double empty) {
            this.cells = new @Nullable Token[texts];
            this.empty = empty;
        }

        void put(int text, Token token, double weight) {
            cells[text] = token;
            votes.merge(token.folded(), weight, Double::sum);
        }
    }

    private final List<List<Token>> texts;
    private final double[] weights;
    private final double leastSimilarity;
    private final Map<String, Map<String, Double>> likeness = new HashMap<>();
    private List<Column> columns = new ArrayList<>();
    private double total;

    private Aligner(List<List<Token>> texts, double[] weights, double leastSimilarity) {
        this.texts = texts;
        this.weights = weights;
        this.leastSimilarity = leastSimilarity;
    }

    /// @param weights of each text, above 0
    /// @throws TextTooLongException if it would take too long
    static Alignment align(List<List<Token>> texts, double[] weights, double leastSimilarity) {
        requireFeasible(texts);
        var aligner = new Aligner(texts, weights, leastSimilarity);
        for (int text : aligner.mostAlikeFirst()) {
            aligner.add(text);
        }
        return new Alignment(
                aligner.columns.stream().map(column -> column.cells).toArray(Token[][]::new));
    }

    /// Columns are at most as many as all tokens so far.
    private static void requireFeasible(List<List<Token>> texts) {
        long longest = texts.stream().mapToLong(List::size).max().orElse(0);
        long all = texts.stream().mapToLong(List::size).sum();
        // Texts of one thing are about as long as each other; twice the longest is rarely needed.
        long cells = Math.multiplyHigh(all, 2 * longest) != 0 ? Long.MAX_VALUE : all * 2 * longest;
        if (cells > LIMIT || texts.size() > 10_000) {
            throw new TextTooLongException(texts.size(), all);
        }
    }

    private Integer[] mostAlikeFirst() {
        var likeOthers = Bags.weightedSums(texts, weights);
        var order = new Integer[texts.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(i -> -likeOthers[i])
                        .thenComparing(i -> folded(texts.get(i)))
                        .thenComparingDouble(i -> -weights[i])
                        .thenComparing(i -> written(texts.get(i))));
        return order;
    }

    private static String folded(List<Token> text) {
        return String.join(" ", text.stream().map(Token::folded).toList());
    }

    private static String written(List<Token> text) {
        return String.join(" ", text.stream().map(Token::written).toList());
    }

    private void add(int text) {
        var tokens = texts.get(text);
        var moves = moves(tokens);
        var merged = new ArrayList<Column>();
        int i = tokens.size();
        int j = columns.size();
        while (i > 0 || j > 0) {
            switch (moves[i][j]) {
                case SAME -> {
                    var column = columns.get(--j);
                    column.put(text, tokens.get(--i), weights[text]);
                    merged.add(column);
                }
                case LEFT_OUT -> {
                    var column = columns.get(--j);
                    column.empty += weights[text];
                    merged.add(column);
                }
                case NEW -> {
                    var column = new Column(texts.size(), total);
                    column.put(text, tokens.get(--i), weights[text]);
                    merged.add(column);
                }
            }
        }
        Collections.reverse(merged);
        columns = merged;
        total += weights[text];
    }

    private Move[][] moves(List<Token> tokens) {
        int width = columns.size() + 1;
        var moves = new Move[tokens.size() + 1][width];
        var above = new double[width];
        for (int j = 1; j < width; j++) {
            above[j] = above[j - 1] + leavingOut(columns.get(j - 1));
            moves[0][j] = Move.LEFT_OUT;
        }
        for (int i = 1; i < moves.length; i++) {
            var row = new double[width];
            row[0] = i;
            moves[i][0] = Move.NEW;
            var token = tokens.get(i - 1);
            for (int j = 1; j < width; j++) {
                double putting = putting(token, columns.get(j - 1));
                double same = above[j - 1] + putting;
                double leftOut = row[j - 1] + leavingOut(columns.get(j - 1));
                double fresh = above[j] + 1;
                row[j] = Math.min(same, Math.min(leftOut, fresh));
                moves[i][j] = move(row[j] == same, row[j] == leftOut, putting < 1);
            }
            above = row;
        }
        return moves;
    }

    /// Of equal ways the one that keeps like with like; what is like nothing goes as far to the left as it can.
    private static Move move(boolean same, boolean leftOut, boolean alike) {
        if (same && (alike || !leftOut)) {
            return Move.SAME;
        }
        return leftOut ? Move.LEFT_OUT : Move.NEW;
    }

    private double leavingOut(Column column) {
        return 1 - column.empty / total;
    }

    private double putting(Token token, Column column) {
        double like = 0;
        for (var vote : column.votes.entrySet()) {
            like += vote.getValue() * likeness(token.folded(), vote.getKey());
        }
        return 1 - like / total;
    }

    private double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        return likeness.computeIfAbsent(a, _ -> new HashMap<>()).computeIfAbsent(b, _ -> {
            double similarity = EditDistance.similarity(a, b);
            return similarity >= leastSimilarity ? similarity : 0;
        });
    }
}

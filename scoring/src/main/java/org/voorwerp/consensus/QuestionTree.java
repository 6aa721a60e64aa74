package org.voorwerp.consensus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A tree of questions, as Galaxy Zoo asks them: an answer leads to the next question. Its consensus is cumulative:
/// each question's vote fractions are made to add up to one (all 0 where nobody was asked) and multiplied with the
/// cumulative fraction of the answers that lead to the question (Kaggle, Galaxy Zoo challenge, 2013).
public final class QuestionTree {

    /// @param name says which question it is in messages
    /// @param after the prediction columns of the answers that lead here; empty if it is always asked
    /// @param answers prediction column → column of the table with the fraction or number of votes
    public record Question(String name, List<String> after, Map<String, String> answers) {}

    private record Node(String name, int[] after, int[] answers) {}

    private final List<String> columns = new ArrayList<>();
    private final List<String> tableColumns = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    /// @param questions each after those that lead to it
    /// @throws IllegalArgumentException if a column stands twice, or a question follows an answer that no question
    ///     before it has
    public QuestionTree(List<Question> questions) {
        var positions = new HashMap<String, Integer>();
        for (var question : questions) {
            int[] after = question.after().stream()
                    .mapToInt(column -> {
                        if (!positions.containsKey(column)) {
                            throw new IllegalArgumentException("question " + question.name() + " comes after " + column
                                    + ", which is no answer of a question before it");
                        }
                        return positions.get(column);
                    })
                    .toArray();
            if (question.answers().isEmpty()) {
                throw new IllegalArgumentException("question " + question.name() + " has no answers");
            }
            var answers = new ArrayList<Integer>();
            question.answers().forEach((column, tableColumn) -> {
                if (positions.put(column, columns.size()) != null) {
                    throw new IllegalArgumentException("column " + column + " stands in the tree twice");
                }
                answers.add(columns.size());
                columns.add(column);
                tableColumns.add(tableColumn);
            });
            nodes.add(new Node(
                    question.name(),
                    after,
                    answers.stream().mapToInt(Integer::intValue).toArray()));
        }
    }

    /// The prediction columns in the order of the tree.
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /// The table's column for each of [#columns()].
    public List<String> tableColumns() {
        return List.copyOf(tableColumns);
    }

    /// Fractions along the tree.
    ///
    /// @param fractions one a column, or numbers of votes: non-negative
    public double[] cumulative(double[] fractions) {
        var cumulative = new double[fractions.length];
        for (var node : nodes) {
            double reached = reached(node, cumulative);
            double sum = sum(node, fractions);
            for (int a : node.answers()) {
                cumulative[a] = sum > 0 ? fractions[a] / sum * reached : 0;
            }
        }
        return cumulative;
    }

    /// One volunteer's way down the tree: each answer drawn with the probability of its fraction.
    ///
    /// @param uniform a number from 0 to below 1 for the question of that name
    /// @return 1 for each answer given, 0 for all others
    double[] draw(double[] fractions, ToDoubleFunction<String> uniform) {
        var drawn = new double[fractions.length];
        for (var node : nodes) {
            double sum = sum(node, fractions);
            if (reached(node, drawn) > 0 && sum > 0) {
                double left = uniform.applyAsDouble(node.name()) * sum;
                int chosen = -1;
                for (int a : node.answers()) {
                    if (fractions[a] > 0 && left >= 0) {
                        chosen = a;
                        left -= fractions[a];
                    }
                }
                drawn[chosen] = 1;
            }
        }
        return drawn;
    }

    /// The fractions once one volunteer's votes are taken out. How many were asked a question follows from the
    /// fractions above it; where less than half a vote is left, nobody else was.
    ///
    /// @param number how many volunteers were asked the first question
    /// @param drawn see [#draw]
    double[] without(double[] fractions, double number, double[] drawn) {
        var cumulative = cumulative(fractions);
        var rest = new double[fractions.length];
        for (var node : nodes) {
            double asked = number * reached(node, cumulative);
            double sum = sum(node, fractions);
            double left = 0;
            for (int a : node.answers()) {
                rest[a] = sum > 0 ? Math.max(0, fractions[a] / sum * asked - drawn[a]) : 0;
                left += rest[a];
            }
            for (int a : node.answers()) {
                rest[a] = left < 0.5 ? 0 : rest[a] / left;
            }
        }
        return rest;
    }

    private static double reached(Node node, double[] cumulative) {
        if (node.after().length == 0) {
            return 1;
        }
        double reached = 0;
        for (int a : node.after()) {
            reached += cumulative[a];
        }
        return reached;
    }

    private static double sum(Node node, double[] fractions) {
        double sum = 0;
        for (int a : node.answers()) {
            sum += fractions[a];
        }
        return sum;
    }
}

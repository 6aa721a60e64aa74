package org.voorwerp.consensus;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// Volunteers who went down a tree of questions.
///
/// @param names the prediction columns in the order of the task
/// @param fractions of each of the tree's columns, in its order, `[column][subject]`
/// @param number of volunteers who were asked the first question, or null where not known
record TreeCrowd(
        List<String> subjects, List<String> names, QuestionTree tree, double[][] fractions, double @Nullable [] number)
        implements Crowd {

    @Override
    public Consensus consensus() {
        var values = new double[names.size()][subjects.size()];
        int[] place = places();
        for (int i = 0; i < subjects.size(); i++) {
            put(values, place, i, tree.cumulative(of(i)));
        }
        return new Consensus(
                subjects, Crowd.rounded(number), new ValueAnswers(names, values), new boolean[subjects.size()]);
    }

    @Override
    public HeldBack holdBack(int[] rows, long seed) {
        if (number == null) {
            throw ConsensusException.of("no vote can be held back where the table does not say how many there are:"
                    + " name the column with the number of votes as number");
        }
        var hash = KeyedHash.of(seed, "one volunteer");
        var drawn = new double[names.size()][subjects.size()];
        Arrays.stream(drawn).forEach(column -> Arrays.fill(column, Double.NaN));
        var rest = Arrays.stream(fractions).map(double[]::clone).toArray(double[][]::new);
        var left = number.clone();
        int[] place = places();
        for (int i : rows) {
            if (number[i] < 2) {
                continue;
            }
            var id = subjects.get(i);
            var vote = tree.draw(of(i), question -> hash.uniform(id + '\n' + question));
            put(drawn, place, i, vote);
            var others = tree.without(of(i), number[i], vote);
            for (int c = 0; c < others.length; c++) {
                rest[c][i] = others[c];
            }
            left[i] = number[i] - 1;
        }
        return new HeldBack(
                new TreeCrowd(subjects, names, tree, rest, left).consensus(), new ValueAnswers(names, drawn));
    }

    private double[] of(int subject) {
        return Arrays.stream(fractions).mapToDouble(column -> column[subject]).toArray();
    }

    /// Where each of the tree's columns stands in the task.
    private int[] places() {
        return tree.columns().stream().mapToInt(names::indexOf).toArray();
    }

    private static void put(double[][] values, int[] place, int subject, double[] row) {
        for (int c = 0; c < row.length; c++) {
            values[place[c]][subject] = row[c];
        }
    }
}

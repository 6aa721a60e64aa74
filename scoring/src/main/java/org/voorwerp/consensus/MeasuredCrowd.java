package org.voorwerp.consensus;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// Volunteers of whom only values are known: vote fractions, or any other numbers.
///
/// A vote is held back from fractions only. Where the columns of no subject add up to more than one they are answers
/// of one question, of which a volunteer gives one or none; else each column is a question of yes or no.
///
/// @param values `[column][subject]`
/// @param number of votes a subject, or null where not known
record MeasuredCrowd(List<String> subjects, List<String> columns, double[][] values, double @Nullable [] number)
        implements Crowd {

    /// Room for fractions that were rounded.
    private static final double ONE = 1.02;

    @Override
    public Consensus consensus() {
        return new Consensus(
                subjects, Crowd.rounded(number), new ValueAnswers(columns, values), new boolean[subjects.size()]);
    }

    @Override
    public HeldBack holdBack(int[] rows, long seed) {
        if (number == null) {
            throw ConsensusException.of("no vote can be held back where the table does not say how many there are:"
                    + " name the column with the number of votes as number");
        }
        if (Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(value -> value < 0 || value > 1)) {
            throw ConsensusException.of("no vote can be held back from values that are no vote fractions:"
                    + " they are not all between 0 and 1");
        }
        boolean oneQuestion = isOneQuestion();
        var hash = KeyedHash.of(seed, "one volunteer");
        var drawn = new double[values.length][subjects.size()];
        Arrays.stream(drawn).forEach(column -> Arrays.fill(column, Double.NaN));
        var rest = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        var left = number.clone();
        for (int i : rows) {
            if (number[i] < 2) {
                continue;
            }
            left[i] = number[i] - 1;
            double spent = 0;
            double uniform = hash.uniform(subjects.get(i));
            for (int c = 0; c < values.length; c++) {
                if (!oneQuestion) {
                    spent = 0;
                    uniform = hash.uniform(subjects.get(i) + '\n' + columns.get(c));
                }
                drawn[c][i] = uniform >= spent && uniform < spent + values[c][i] ? 1 : 0;
                spent += values[c][i];
                rest[c][i] = Math.clamp((values[c][i] * number[i] - drawn[c][i]) / left[i], 0.0, 1.0);
            }
        }
        return new HeldBack(
                new MeasuredCrowd(subjects, columns, rest, left).consensus(), new ValueAnswers(columns, drawn));
    }

    private boolean isOneQuestion() {
        for (int i = 0; i < subjects.size(); i++) {
            double sum = 0;
            for (var column : values) {
                sum += column[i];
            }
            if (sum > ONE) {
                return false;
            }
        }
        return true;
    }
}

package org.voorwerp.consensus;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// What volunteers, taken together, say of each subject. All arrays follow the order of `subjects`.
///
/// @param subjects upstream ids, each once
/// @param votes how many votes stand behind each subject, or null where that is not known
/// @param answers the consensus; where `tied`, its label is the first of the classes with the most votes
/// @param tied whether several classes have the most votes; never for values
public record Consensus(List<String> subjects, int @Nullable [] votes, Answers answers, boolean[] tied) {

    /// Some of the subjects, in the order of `rows`.
    public Consensus select(int[] rows) {
        var ids = Arrays.stream(rows).mapToObj(subjects::get).toList();
        var flags = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            flags[i] = tied[rows[i]];
        }
        return new Consensus(ids, votes == null ? null : pick(votes, rows), select(answers, rows), flags);
    }

    /// The answers of some subjects, in the order of `rows`.
    public static Answers select(Answers answers, int[] rows) {
        return switch (answers) {
            case ClassAnswers(var classes, var labels, var fractions) ->
                new ClassAnswers(classes, pick(labels, rows), fractions == null ? null : pick(fractions, rows));
            case ValueAnswers(var columns, var values) -> new ValueAnswers(columns, pick(values, rows));
            case TextAnswers(var texts) ->
                new TextAnswers(Arrays.stream(rows).mapToObj(texts::get).toList());
        };
    }

    /// How far a subject's votes spread: entropy of the vote fractions in bits, 0 where all agree.
    ///
    /// @param fractions `[class][subject]`
    public static double entropy(double[][] fractions, int subject) {
        double bits = 0;
        for (var ofClass : fractions) {
            double f = ofClass[subject];
            if (f > 0) {
                bits -= f * Math.log(f);
            }
        }
        return bits / Math.log(2);
    }

    private static int[] pick(int[] column, int[] rows) {
        return Arrays.stream(rows).map(row -> column[row]).toArray();
    }

    private static double[][] pick(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
    }
}

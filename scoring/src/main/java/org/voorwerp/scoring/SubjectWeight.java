package org.voorwerp.scoring;

import java.util.Locale;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// What makes a subject count more than another.
public enum SubjectWeight {
    /// How sure the volunteers are: the share of the votes that the commonest answer has, from one over the
    /// number of classes, where all are as common, to 1, where all agree. For a single vote fraction f it is the
    /// greater of f and 1 − f. (One less the entropy of the votes would be 0 where they are spread evenly, so
    /// that such subjects would not count at all; here they still count a little.)
    CERTAINTY,

    /// How many votes stand behind the consensus. A subject without votes does not count.
    VOTES;

    /// Lower case, as it stands in challenge.yaml.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there is no such weight
    public static SubjectWeight of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The weights of some subjects.
    ///
    /// @param rows of `truth`
    /// @throws UndefinedScoreException if the truth does not hold what they are made of
    public double[] of(Truth truth, Rows rows) {
        var weights = switch (this) {
            case CERTAINTY -> certainty(truth.answers(), rows);
            case VOTES -> votes(truth, rows);
        };
        for (double weight : weights) {
            if (weight > 0) {
                return weights;
            }
        }
        throw new UndefinedScoreException("no subject has a vote, so with the weight " + word() + " none counts");
    }

    private static double[] certainty(Truth.Answers answers, Rows rows) {
        var weights = new double[rows.size()];
        switch (answers) {
            case ClassAnswers(var _, var _, var fractions) -> {
                if (fractions == null) {
                    throw new UndefinedScoreException(
                            "the weight certainty needs the fractions of the votes, and the truth holds labels only");
                }
                for (var ofClass : fractions) {
                    for (int i = 0; i < weights.length; i++) {
                        weights[i] = Math.max(weights[i], ofClass[rows.position(i)]);
                    }
                }
            }
            case TextAnswers _ ->
                throw new UndefinedScoreException(
                        "the weight certainty needs classes or a single column of vote fractions");
            case ValueAnswers(var columns, var values) -> {
                for (int i = 0; i < weights.length; i++) {
                    double fraction = values[0][rows.position(i)];
                    if (columns.size() != 1 || fraction < 0 || fraction > 1) {
                        throw new UndefinedScoreException(
                                "the weight certainty needs classes or a single column of vote fractions");
                    }
                    weights[i] = Math.max(fraction, 1 - fraction);
                }
            }
        }
        return weights;
    }

    private static double[] votes(Truth truth, Rows rows) {
        int[] votes = truth.votes();
        if (votes == null) {
            throw new UndefinedScoreException("the weight votes needs to know how many votes each subject has");
        }
        var weights = new double[rows.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = votes[rows.position(i)];
        }
        return weights;
    }
}

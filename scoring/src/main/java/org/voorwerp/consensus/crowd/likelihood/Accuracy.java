package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import org.voorwerp.consensus.crowd.Information;
import org.voorwerp.consensus.crowd.Skill;
import org.voorwerp.consensus.vote.Cells;
import org.voorwerp.scoring.Intervals;

/// The skill of a volunteer of whom a model knows first of all how often an answer is right.
final class Accuracy {

    private Accuracy() {}

    /// How many votes on subjects of known class tell as much of an accuracy s as `votes` on subjects of which
    /// the model is unsure: n − Σ t (1 − t) / (s (1 − s)) with t the probability that a vote is right (T.
    /// Louis, Journal of the Royal Statistical Society B 44, 1982).
    ///
    /// @param spread Σ t (1 − t), `[cell * classes + class]`
    static double worth(Cells cells, int volunteer, double votes, double accuracy, double[] spread, int classes) {
        double unsure = 0;
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            unsure += spread[cell * classes + cells.answer(cell)];
        }
        return worth(votes, accuracy, unsure);
    }

    static double worth(double votes, double accuracy, double unsure) {
        double s = Math.clamp(accuracy, 1e-3, 1 - 1e-3);
        return Math.max(0, votes - unsure / (s * (1 - s)));
    }

    /// All errors alike.
    static double[][] confusion(double accuracy, int classes) {
        var confusion = new double[classes][classes];
        for (int k = 0; k < classes; k++) {
            Arrays.fill(confusion[k], classes > 1 ? (1 - accuracy) / (classes - 1) : 0);
            confusion[k][k] = accuracy;
        }
        return confusion;
    }

    static Skill skill(int votes, double accuracy, double worth, double[][] confusion, double[] prior) {
        return new Skill(
                votes,
                accuracy,
                Intervals.share(Math.clamp(accuracy, 0.0, 1.0), worth),
                confusion,
                Information.of(prior, confusion, worth));
    }
}

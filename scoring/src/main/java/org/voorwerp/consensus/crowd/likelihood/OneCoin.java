package org.voorwerp.consensus.crowd.likelihood;

import org.voorwerp.consensus.crowd.Skills;
import org.voorwerp.consensus.vote.Cells;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// Each volunteer tosses one coin: the answer is right with probability s_j, whatever the class, and all wrong
/// answers are alike: π^j_kk = s_j, π^j_kl = (1 − s_j) / (K − 1). s_j is the mean posterior of what the
/// volunteer answered.
///
/// It needs few votes, but it is wrong where the crowd takes one class for another: there it may put all
/// subjects into one class, and then it is worse than plurality.
public final class OneCoin extends LikelihoodModel {

    private static final String RIGHT = "right";
    private static final String WRONG = "wrong";

    public OneCoin() {
        super(
                1000,
                new Parameter.Decimal(RIGHT, "pseudo-votes that were right", 2.0, 0, 1e6),
                new Parameter.Decimal(WRONG, "pseudo-votes that were wrong", 1.0, 0, 1e6));
    }

    @Override
    public String name() {
        return "one-coin";
    }

    @Override
    public String description() {
        return "one accuracy a volunteer, all errors alike";
    }

    @Override
    Maximiser maximiser(Votes votes, Gold gold, Parameters given) {
        return new Coins(
                votes.cells(),
                votes.given(),
                given.decimal(RIGHT) + ExpectationMaximisation.POSSIBLE,
                given.decimal(WRONG) + ExpectationMaximisation.POSSIBLE);
    }

    /// @param given votes a volunteer
    private record Coins(Cells cells, int[] given, double right, double wrong) implements Maximiser {

        @Override
        public double maximise(double[] counts, double[] classCounts, double[] table, double[] prior) {
            ConfusionMatrices.shares(classCounts, prior);
            int classes = prior.length;
            return Blocks.of(given.length).sum((from, to) -> {
                double penalty = 0;
                for (int j = from; j < to; j++) {
                    double accuracy = accuracy(j, counts, classes);
                    double error = (1 - accuracy) / Math.max(1, classes - 1);
                    for (int cell = cells.start(j); cell < cells.end(j); cell++) {
                        for (int k = 0; k < classes; k++) {
                            table[cell * classes + k] = cells.answer(cell) == k ? accuracy : error;
                        }
                    }
                    penalty += right * Math.log(accuracy) + wrong * Math.log(error * Math.max(1, classes - 1));
                }
                return penalty;
            });
        }

        private double accuracy(int volunteer, double[] counts, int classes) {
            double agreed = right;
            for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
                agreed += counts[cell * classes + cells.answer(cell)];
            }
            return Math.min(agreed / (given[volunteer] + right + wrong), Math.nextDown(1.0));
        }

        @Override
        public Skills skills(double[] counts, double[] spread, double[] prior) {
            int classes = prior.length;
            return j -> {
                double accuracy = accuracy(j, counts, classes);
                double worth = Accuracy.worth(cells, j, given[j] + right + wrong, accuracy, spread, classes);
                return Accuracy.skill(given[j], accuracy, worth, Accuracy.confusion(accuracy, classes), prior);
            };
        }
    }
}

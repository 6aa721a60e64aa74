package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import org.voorwerp.consensus.crowd.Skill;
import org.voorwerp.consensus.crowd.Skills;
import org.voorwerp.consensus.vote.Cells;

/// The maximisation step of [Mace]: of the votes that fit the class, θ / (θ + (1 − θ) ξ_l) are expected to have
/// known. What a volunteer is, θ_j and ξ_jl, is kept from one step to the next.
final class Habits implements Maximiser {

    private final Cells cells;
    private final int[] given;
    private final double competence;
    private final double strategy;
    private final boolean estimated;
    /// θ a volunteer.
    private final double[] knowing;
    /// ξ a cell.
    private final double[] habit;

    Habits(Cells cells, int[] given, int classes, double competence, double strategy, boolean estimated) {
        this.cells = cells;
        this.given = given;
        this.competence = competence;
        this.strategy = strategy;
        this.estimated = estimated;
        knowing = new double[given.length];
        habit = new double[cells.count()];
        Arrays.fill(knowing, 0.5);
        Arrays.fill(habit, 1.0 / classes);
    }

    @Override
    public double maximise(double[] counts, double[] classCounts, double[] table, double[] prior) {
        if (estimated) {
            ConfusionMatrices.shares(classCounts, prior);
        }
        int classes = prior.length;
        return Blocks.of(given.length).sum((from, to) -> {
            double penalty = 0;
            for (int j = from; j < to; j++) {
                learn(j, counts, classes);
                rows(j, table, classes);
                penalty += penalty(j, classes);
            }
            return penalty;
        });
    }

    private void learn(int volunteer, double[] counts, int classes) {
        double knew = 0;
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            knew += knew(cell, counts, classes);
        }
        double habitual = given[volunteer] - knew + strategy * classes;
        double theta = knowing[volunteer];
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            double answered = 0;
            for (int k = 0; k < classes; k++) {
                answered += counts[cell * classes + k];
            }
            habit[cell] = (answered - knew(cell, counts, classes, theta) + strategy) / habitual;
        }
        double all = given[volunteer] + 2 * competence;
        knowing[volunteer] = all > 0 ? Math.clamp((knew + competence) / all, 0.0, 1.0) : 0.5;
    }

    private double knew(int cell, double[] counts, int classes) {
        return knew(cell, counts, classes, knowing[cells.volunteer(cell)]);
    }

    private double knew(int cell, double[] counts, int classes, double theta) {
        double both = theta + (1 - theta) * habit[cell];
        return both > 0 ? counts[cell * classes + cells.answer(cell)] * theta / both : 0;
    }

    private void rows(int volunteer, double[] table, int classes) {
        double theta = knowing[volunteer];
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            for (int k = 0; k < classes; k++) {
                table[cell * classes + k] = (cells.answer(cell) == k ? theta : 0) + (1 - theta) * habit[cell];
            }
        }
    }

    /// Beta prior of θ, Dirichlet prior of ξ; the habit of an answer never given is what its pseudo-votes leave.
    private double penalty(int volunteer, int classes) {
        double theta = knowing[volunteer];
        double penalty = competence > 0 ? competence * (Math.log(theta) + Math.log(1 - theta)) : 0;
        double left = 1;
        int unused = classes;
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            penalty += strategy * Math.log(habit[cell]);
            left -= habit[cell];
            unused--;
        }
        return penalty + (unused > 0 ? unused * strategy * Math.log(Math.max(left, Double.MIN_NORMAL) / unused) : 0);
    }

    @Override
    public Skills skills(double[] counts, double[] spread, double[] prior) {
        return volunteer -> skill(volunteer, spread, prior);
    }

    private Skill skill(int volunteer, double[] spread, double[] prior) {
        int classes = prior.length;
        double theta = knowing[volunteer];
        var habits = new double[classes];
        double left = 1;
        int unused = classes;
        for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
            habits[cells.answer(cell)] = habit[cell];
            left -= habit[cell];
            unused--;
        }
        var confusion = new double[classes][classes];
        double accuracy = 0;
        for (int k = 0; k < classes; k++) {
            for (int l = 0; l < classes; l++) {
                double habitual = habits[l] > 0 ? habits[l] : Math.max(0, left) / Math.max(1, unused);
                confusion[k][l] = (k == l ? theta : 0) + (1 - theta) * habitual;
            }
            accuracy += prior[k] * confusion[k][k];
        }
        double worth = Accuracy.worth(cells, volunteer, given[volunteer] + 2 * competence, accuracy, spread, classes);
        return Accuracy.skill(given[volunteer], accuracy, worth, confusion, prior);
    }
}

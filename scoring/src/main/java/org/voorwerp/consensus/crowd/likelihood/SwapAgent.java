package org.voorwerp.consensus.crowd.likelihood;

import org.voorwerp.consensus.crowd.Information;
import org.voorwerp.consensus.crowd.Skill;
import org.voorwerp.scoring.Intervals;

/// What is known of one volunteer of Space Warps: how often a lens is called one (P_L) and how often a dud is not
/// (P_D). Each training subject moves it: P ← (P N + right) / (N + 1). Not safe for use by several threads.
public final class SwapAgent {

    private final double skill;
    private final double weight;
    private double lens;
    private double dud;
    private double lenses;
    private double duds;

    /// @param skill what both are before any training
    /// @param weight how many training subjects that is worth, more than 0: a first error must not make a fool of
    ///     anybody
    public SwapAgent(double skill, double weight) {
        this.skill = skill;
        this.weight = weight;
        lens = skill;
        dud = skill;
        lenses = weight;
        duds = weight;
    }

    /// Learns from a training subject.
    ///
    /// @param isLens what it is
    /// @param saysLens what the volunteer says
    public void train(boolean isLens, boolean saysLens) {
        if (isLens) {
            lens = (lens * lenses + (saysLens ? 1 : 0)) / (lenses + 1);
            lenses++;
        } else {
            dud = (dud * duds + (saysLens ? 0 : 1)) / (duds + 1);
            duds++;
        }
    }

    /// How probable a lens is after the volunteer's vote, P P_L / (P P_L + (1 − P)(1 − P_D)) for "lens".
    ///
    /// @param p how probable it was before
    public double judge(double p, boolean saysLens) {
        double if0 = saysLens ? 1 - dud : dud;
        double if1 = saysLens ? lens : 1 - lens;
        double both = p * if1 + (1 - p) * if0;
        return both > 0 ? p * if1 / both : p;
    }

    Skill skill(int votes, int positive, double[] prior) {
        var confusion = new double[2][2];
        confusion[positive][positive] = lens;
        confusion[positive][1 - positive] = 1 - lens;
        confusion[1 - positive][1 - positive] = dud;
        confusion[1 - positive][positive] = 1 - dud;
        // Judged by the training alone: what a new volunteer is taken for is no evidence.
        double onLenses = trained(lens, lenses);
        double onDuds = trained(dud, duds);
        double accuracy = prior[positive] * onLenses + prior[1 - positive] * onDuds;
        double variance = variance(prior[positive], onLenses, lenses - weight)
                + variance(prior[1 - positive], onDuds, duds - weight);
        double spread = Math.clamp(accuracy, 1e-3, 1 - 1e-3);
        double effective = lenses + duds > 2 * weight ? spread * (1 - spread) / variance : 0;
        return new Skill(
                votes,
                accuracy,
                Intervals.share(Math.clamp(accuracy, 0.0, 1.0), effective),
                confusion,
                Information.of(prior, confusion, effective));
    }

    private double trained(double p, double n) {
        return n > weight ? (p * n - skill * weight) / (n - weight) : skill;
    }

    private static double variance(double share, double p, double n) {
        double shrunk = (p * n + 0.5) / (n + 1);
        return share * share * shrunk * (1 - shrunk) / (n + 1);
    }
}

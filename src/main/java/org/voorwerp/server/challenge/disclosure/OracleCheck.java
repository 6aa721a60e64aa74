package org.voorwerp.server.challenge.disclosure;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.voorwerp.board.LogLossOracle;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.PublicationCheck;

/// A logarithmic loss that is told too exactly spells out single labels.
@Singleton
public class OracleCheck implements PublicationCheck {

    private final Challenges challenges;

    OracleCheck(Challenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public List<String> obstacles(Challenge challenge) {
        var metrics = challenges.metrics(challenge);
        return obstacles(Disclosure.of(challenge, challenge.definition, metrics), metrics);
    }

    /// What would have to be mended before scores are told so, a sentence each.
    ///
    /// @param metrics the primary one first
    public static List<String> obstacles(Disclosure disclosure, List<ConfiguredMetric<?>> metrics) {
        var obstacles = new ArrayList<String>();
        for (var metric : metrics) {
            if (!Scale.isOracle(metric)) {
                continue;
            }
            var grid = Objects.requireNonNull(disclosure.columns().get(metric.key()))
                    .grid();
            double resolution = grid == null ? 0 : grid.step().doubleValue();
            int labels = LogLossOracle.labelsPerScore(disclosure.subjects(), Scale.clip(metric), resolution);
            if (labels > 0) {
                obstacles.add(said(metric, labels, disclosure.subjects(), grid == null ? "exactly" : "to " + grid));
            }
        }
        return obstacles;
    }

    private static String said(ConfiguredMetric<?> metric, int labels, int subjects, String told) {
        double clip = Scale.clip(metric);
        var now = LogLossOracle.safeGrid(subjects, clip);
        var safe = LogLossOracle.safeGrid(subjects, LogLossOracle.SAFE_CLIP);
        return "Whoever sends predictions made for it reads " + labels + " of the " + subjects
                + " public labels from every score of " + metric.key() + ", which is told " + told + " with the clip "
                + clip + ". Leave out the board's step, or tell it to "
                + now.step().toPlainString() + " or coarser"
                + (clip < LogLossOracle.SAFE_CLIP
                        ? "; with the clip " + LogLossOracle.SAFE_CLIP + ", "
                                + safe.step().toPlainString() + " would do."
                        : ".");
    }
}

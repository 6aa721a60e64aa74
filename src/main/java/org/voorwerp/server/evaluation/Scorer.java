package org.voorwerp.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.Scoring;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;

/// Compares predictions with the truth, by every metric and over both parts of the hold-out.
public final class Scorer {

    private static final List<Part> SCORED = List.of(Part.PUBLIC, Part.PRIVATE);

    private Scorer() {}

    /// A score, and what it is of.
    public record Scored(Part part, String metric, Score score) {}

    /// All scores. A part without subjects has none.
    ///
    /// @throws org.voorwerp.scoring.ParticipantVisibleException if a metric has something to say to the participant
    static List<Scored> score(TaskKind kind, Truth truth, Predictions predictions, List<ConfiguredMetric<?>> metrics) {
        var scores = new ArrayList<Scored>();
        for (var part : SCORED) {
            var rows = truth.rows(part);
            if (rows.length == 0) {
                continue;
            }
            var comparison = new Comparison(kind, truth, predictions, rows, null);
            scores.addAll(
                    Scoring.together(metrics, metric -> new Scored(part, metric.key(), metric.score(comparison))));
        }
        return scores;
    }
}

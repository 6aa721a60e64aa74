package org.voorwerp.scoring;

import org.jspecify.annotations.Nullable;

/// A metric as a challenge uses it.
///
/// @param metric the rule
/// @param key names its scores in the database, in JSON and in CSV: the metric's name, numbered where a challenge
/// uses
/// it twice
/// @param title what the board calls it
/// @param parameters checked
/// @param primary whether it decides the rank
public record ConfiguredMetric<V extends View>(
        Metric<V> metric, String key, String title, Parameters parameters, boolean primary) {

    /// Scores one part of the hold-out.
    ///
    /// @throws ParticipantVisibleException as [Metric#score]
    /// @throws UndefinedScoreException as [Metric#score], and where the part is empty
    public Score score(TaskKind kind, Truth truth, Predictions predictions, Part part) {
        return score(kind, truth, predictions, truth.rows(part), null);
    }

    /// Scores some subjects, each with its weight.
    public Score score(TaskKind kind, Truth truth, Predictions predictions, int[] rows, double @Nullable [] weights) {
        return score(new Comparison(kind, truth, predictions, rows, weights));
    }

    /// Scores what is compared; metrics given the same comparison share what they can.
    public Score score(Comparison comparison) {
        return metric.score(comparison.view(metric.view()), parameters);
    }
}

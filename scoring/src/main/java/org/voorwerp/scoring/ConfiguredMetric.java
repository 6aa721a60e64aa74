package org.voorwerp.scoring;

import org.jspecify.annotations.Nullable;

/// A metric as a challenge uses it.
///
/// @param metric the rule
/// @param key names its scores in the database, in JSON and in CSV: the metric's name, numbered where a challenge
///     uses it twice
/// @param title what the board calls it
/// @param parameters checked
/// @param primary whether it decides the rank
/// @param weight what makes a subject count more than another; null where all count alike
public record ConfiguredMetric<V extends View>(
        Metric<V> metric,
        String key,
        String title,
        Parameters parameters,
        boolean primary,
        @Nullable SubjectWeight weight) {

    /// The same with subjects weighted, or not if `weight` is null.
    public ConfiguredMetric<V> weighted(@Nullable SubjectWeight weight) {
        return new ConfiguredMetric<>(metric, key, title, parameters, primary, weight);
    }

    /// Scores one part of the hold-out.
    ///
    /// @throws ParticipantVisibleException as [Metric#score]
    /// @throws UndefinedScoreException as [Metric#score], and where the part is empty or has not what the weights
    ///     are made of
    public Score score(TaskKind kind, Truth truth, Predictions predictions, Part part) {
        return score(new Comparison(kind, truth, predictions, truth.part(part), null));
    }

    /// Scores some subjects.
    ///
    /// @param weights one for each of `rows`, by which its weight for this metric is multiplied; null for 1
    public Score score(TaskKind kind, Truth truth, Predictions predictions, int[] rows, double @Nullable [] weights) {
        return score(new Comparison(kind, truth, predictions, Rows.at(rows), weights));
    }

    /// Scores what is compared; metrics given the same comparison share what they can.
    public Score score(Comparison comparison) {
        var seen = seen(comparison);
        return seen.sharing(() -> metric instanceof SubjectwiseMetric<V> subjectwise
                ? score(
                        subjectwise,
                        seen.kind(),
                        seen.truth().answers(),
                        seen.predictions(),
                        seen.rows(),
                        seen.weights())
                : metric.score(seen.view(metric.view()), parameters));
    }

    /// Scores some subjects that all count alike, without anything of them but answers and predictions: whatever else
    /// a challenge sets does not matter here.
    public Score score(TaskKind kind, Truth.Answers truth, Predictions predictions, Rows rows) {
        return metric instanceof SubjectwiseMetric<V> subjectwise
                ? score(subjectwise, kind, truth, predictions, rows, null)
                : metric.score(kind.view(metric.view(), truth, predictions, rows, null), parameters);
    }

    private Score score(
            SubjectwiseMetric<V> subjectwise,
            TaskKind kind,
            Truth.Answers truth,
            Predictions predictions,
            Rows rows,
            double @Nullable [] weights) {
        return subjectwise.score(
                Moments.of(
                        (start, end) -> subjectwise.ofSubjects(
                                kind.view(metric.view(), truth, predictions, rows.slice(start, end), null), parameters),
                        new Weights(weights, rows.size())),
                parameters);
    }

    /// The score with how each subject moves it; null if the metric does not say.
    ///
    /// @param weights as for [#score]
    public @Nullable Estimate estimate(
            TaskKind kind, Truth truth, Predictions predictions, int[] rows, double @Nullable [] weights) {
        return metric.estimate(view(new Comparison(kind, truth, predictions, Rows.at(rows), weights)), parameters);
    }

    /// Scores subjects that come in groups whose members depend on each other, as letters of one papyrus do: the
    /// interval is for another sample of groups, and wider where they matter. The value is that of [#score].
    ///
    /// @param groups the group of each of `rows`, from 0
    public Score scoreByGroup(TaskKind kind, Truth truth, Predictions predictions, int[] rows, int[] groups) {
        var estimate = estimate(kind, truth, predictions, rows, null);
        if (estimate == null) {
            return new Score(score(kind, truth, predictions, rows, null).value(), null);
        }
        return new Score(estimate.value(), Intervals.within(metric.range(), estimate.byGroup(groups)));
    }

    private V view(Comparison comparison) {
        return seen(comparison).view(metric.view());
    }

    private Comparison seen(Comparison comparison) {
        return weight == null ? comparison : comparison.weighted(weight);
    }
}

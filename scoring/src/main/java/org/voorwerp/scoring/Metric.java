package org.voorwerp.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule that turns truth and predictions into a score. Implementations are found through
/// `META-INF/services/org.voorwerp.scoring.Metric`; they hold no state and must give the same score on every machine:
/// sums in the order of the rows, random draws from [View#SEED].
///
/// @param <V> how it sees truth and predictions
public interface Metric<V extends View> {

    /// The word for it in challenge.yaml, e.g. `balanced-accuracy`. Two metrics may share a name if their views
    /// differ.
    String name();

    Class<V> view();

    Direction direction();

    /// What can be set in challenge.yaml.
    default List<Parameter> parameters() {
        return List.of();
    }

    /// Scores one submission.
    ///
    /// @param parameters a value for each of [#parameters()]
    /// @throws ParticipantVisibleException if the participant's predictions cannot be scored and the participant
    ///     can mend it
    /// @throws UndefinedScoreException if the truth does not allow this metric, whatever is predicted
    Score score(V view, Parameters parameters);

    /// The same score together with how each subject moves it. Two submissions are compared by it, and scores of
    /// grouped subjects get their intervals from it.
    ///
    /// @return null from a metric that cannot say, e.g. one that is computed by a program of somebody else's
    /// @throws ParticipantVisibleException as [#score]
    /// @throws UndefinedScoreException as [#score]
    default @Nullable Estimate estimate(V view, Parameters parameters) {
        return null;
    }

    /// Whether a score is the share of the subjects that are a hit, so that it and their number alone say how sure it
    /// is.
    default boolean isShare() {
        return false;
    }

    /// Between which numbers all its scores lie.
    default Range range() {
        return Range.ANY;
    }
}

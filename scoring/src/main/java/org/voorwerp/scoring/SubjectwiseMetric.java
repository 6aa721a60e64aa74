package org.voorwerp.scoring;

/// A metric made of the mean of one number a subject, which needs no other subject to be known. It is therefore worked
/// out for some subjects at a time, on all processors, without ever holding a view of all: see [Moments].
public interface SubjectwiseMetric<V extends View> extends Metric<V> {

    /// The number of each subject, in a new array.
    double[] ofSubjects(V view, Parameters parameters);

    /// The score.
    ///
    /// @param moments of the numbers of all subjects
    Score score(Moments moments, Parameters parameters);

    @Override
    default Score score(V view, Parameters parameters) {
        return score(Moments.of(ofSubjects(view, parameters), Weights.of(view)), parameters);
    }
}

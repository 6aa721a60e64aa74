package org.voorwerp.scoring;

/// A metric made of one number a subject, which needs no other subject to be known. It is therefore worked out for
/// some subjects at a time, on all processors, without ever holding a view of all.
public interface SubjectwiseMetric<V extends View> extends Metric<V> {

    /// The number of each subject, in a new array.
    double[] ofSubjects(V view, Parameters parameters);

    /// The score.
    ///
    /// @param ofSubjects the numbers of all subjects, to be used as the metric likes
    Score score(double[] ofSubjects, Weights weights, Parameters parameters);

    @Override
    default Score score(V view, Parameters parameters) {
        return score(ofSubjects(view, parameters), Weights.of(view), parameters);
    }
}

package org.voorwerp.scoring;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Predictions beside the truth, for some subjects: what all metrics of one scoring are given. Each view of it is
/// made once, and so is whatever several metrics share.
///
/// It is a [View] itself, which every task kind offers: for a metric that needs the subjects' ids, the number of
/// votes, or the columns as they were predicted. Threads may share it.
public final class Comparison implements View {

    private final TaskKind kind;
    private final Truth truth;
    private final Predictions predictions;
    private final Rows rows;
    private final double @Nullable [] weights;
    private final Shared shared = new Shared();

    /// @param rows the subjects compared, in `truth` and `predictions`
    /// @param weights one for each of `rows`, or null where all count alike
    /// @throws UndefinedScoreException if there are no rows
    public Comparison(TaskKind kind, Truth truth, Predictions predictions, Rows rows, double @Nullable [] weights) {
        if (rows.size() == 0) {
            throw new UndefinedScoreException("there is no subject to score");
        }
        this.kind = kind;
        this.truth = truth;
        this.predictions = predictions;
        this.rows = rows;
        this.weights = weights;
    }

    public TaskKind kind() {
        return kind;
    }

    /// Of all subjects, those compared and others.
    public Truth truth() {
        return truth;
    }

    /// Of all subjects, those compared and others.
    public Predictions predictions() {
        return predictions;
    }

    /// The subjects compared.
    public Rows rows() {
        return rows;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public double @Nullable [] weights() {
        return weights;
    }

    /// How a metric sees it.
    ///
    /// @throws IllegalArgumentException as [TaskKind#view]
    public <V extends View> V view(Class<V> type) {
        return type == Comparison.class
                ? type.cast(this)
                : type.cast(once(type, () -> kind.view(type, truth.answers(), predictions, rows, weights)));
    }

    /// The same with subjects that count more than others, beyond the weights they have.
    ///
    /// @throws UndefinedScoreException as [SubjectWeight#of]
    public Comparison weighted(SubjectWeight weight) {
        return once(weight, () -> {
            var more = weight.of(truth, rows);
            for (int i = 0; weights != null && i < more.length; i++) {
                more[i] *= weights[i];
            }
            return new Comparison(kind, truth, predictions, rows, more);
        });
    }

    /// What several metrics share: made when the first of them asks.
    ///
    /// @param key whoever asks with an equal one gets the same
    public <T> T once(Object key, Supplier<T> made) {
        return shared.done(key, made);
    }

    /// Runs work in which [Shared#once] shares what it makes with all other work on this comparison.
    <T> T sharing(Supplier<T> work) {
        return shared.in(work);
    }
}

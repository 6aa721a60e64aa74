package org.voorwerp.baseline;

import java.util.List;
import java.util.stream.Collectors;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.TaskKind;

/// A way to predict that needs no participant.
public sealed interface Baseline permits Constant, OneVolunteer, NearestCentroid, LinearRegression {

    /// All there are.
    List<Baseline> ALL = List.of(new Constant(), new OneVolunteer(), new NearestCentroid(), new LinearRegression());

    /// The word for it in challenge.yaml.
    String name();

    /// What it does, one sentence for the board's readers.
    String description();

    /// Whether it can predict for this kind of task.
    boolean suits(TaskKind kind);

    /// Predicts every test subject, within the bounds of the task's columns.
    ///
    /// @throws IllegalArgumentException if it does not suit the task, or the material lacks what it needs: the
    ///     message says what
    Predictions predict(Material material);

    /// The baseline of that name.
    ///
    /// @throws IllegalArgumentException naming those there are
    static Baseline of(String name) {
        return ALL.stream()
                .filter(baseline -> baseline.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no baseline " + name + "; there are "
                        + ALL.stream().map(Baseline::name).collect(Collectors.joining(", "))));
    }
}

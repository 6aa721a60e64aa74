package org.voorwerp.scoring.diagnostic;

import java.util.ArrayList;
import java.util.List;

/// How often each true class was called each class.
///
/// @param classes in the order of the task
/// @param cells those that are not empty, by true class and then by predicted class
public record ConfusionMatrix(List<String> classes, List<Cell> cells) implements Diagnostic {

    /// One cell.
    ///
    /// @param truth the true class
    /// @param prediction what its subjects were called
    /// @param weight how many they are, each counting by its weight
    public record Cell(String truth, String prediction, double weight) {}

    public ConfusionMatrix {
        classes = List.copyOf(classes);
        cells = List.copyOf(cells);
    }

    static ConfusionMatrix of(Confusion confusion, List<String> classes) {
        var cells = new ArrayList<Cell>(confusion.cells());
        for (int cell = 0; cell < confusion.cells(); cell++) {
            cells.add(new Cell(
                    classes.get(confusion.truth()[cell]),
                    classes.get(confusion.prediction()[cell]),
                    confusion.weight()[cell]));
        }
        return new ConfusionMatrix(classes, cells);
    }
}

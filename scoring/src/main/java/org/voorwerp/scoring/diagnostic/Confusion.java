package org.voorwerp.scoring.diagnostic;

import java.util.Arrays;
import org.voorwerp.scoring.View.LabelView;
import org.voorwerp.scoring.Weights;

/// How often each true class was called each class, weighted: the cells that are not empty, by true class and
/// then by predicted class.
///
/// @param classes how many classes the challenge has
/// @param truth true class of each cell
/// @param prediction predicted class of each cell
/// @param weight sum of the weights of the cell's subjects
/// @param squares sum of their squares
public record Confusion(int classes, int[] truth, int[] prediction, double[] weight, double[] squares) {

    /// Space and time grow with subjects plus classes, never with the square of the classes.
    public static Confusion of(LabelView view) {
        int classes = view.classes().size();
        int[] order = byClass(view.truth(), classes);
        var weights = Weights.of(view);
        var cells = new Cells(classes);
        int i = 0;
        while (i < order.length) {
            int truth = view.truth()[order[i]];
            for (; i < order.length && view.truth()[order[i]] == truth; i++) {
                cells.count(view.prediction()[order[i]], weights.of(order[i]));
            }
            cells.endRow(truth);
        }
        return cells.confusion();
    }

    /// How many cells are not empty.
    public int cells() {
        return weight.length;
    }

    /// Positions ordered by class, equal ones in their old order.
    private static int[] byClass(int[] labels, int classes) {
        var next = new int[classes + 1];
        for (int label : labels) {
            next[label + 1]++;
        }
        for (int k = 0; k < classes; k++) {
            next[k + 1] += next[k];
        }
        var order = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            order[next[labels[i]]++] = i;
        }
        return order;
    }

    /// Fills the matrix row by row, in one row of memory.
    private static final class Cells {
        private final double[] rowWeight;
        private final double[] rowSquares;
        private final boolean[] seen;
        private final int[] touched;
        private int touchedCount;
        private int count;
        private int[] truth = new int[64];
        private int[] prediction = new int[64];
        private double[] weight = new double[64];
        private double[] squares = new double[64];

        Cells(int classes) {
            rowWeight = new double[classes];
            rowSquares = new double[classes];
            seen = new boolean[classes];
            touched = new int[classes];
        }

        void count(int predicted, double subjectWeight) {
            if (!seen[predicted]) {
                seen[predicted] = true;
                touched[touchedCount++] = predicted;
            }
            rowWeight[predicted] += subjectWeight;
            rowSquares[predicted] += subjectWeight * subjectWeight;
        }

        void endRow(int trueClass) {
            Arrays.sort(touched, 0, touchedCount);
            for (int t = 0; t < touchedCount; t++) {
                int predicted = touched[t];
                if (rowWeight[predicted] > 0) {
                    append(trueClass, predicted);
                }
                rowWeight[predicted] = 0;
                rowSquares[predicted] = 0;
                seen[predicted] = false;
            }
            touchedCount = 0;
        }

        private void append(int trueClass, int predicted) {
            if (count == truth.length) {
                truth = Arrays.copyOf(truth, 2 * count);
                prediction = Arrays.copyOf(prediction, 2 * count);
                weight = Arrays.copyOf(weight, 2 * count);
                squares = Arrays.copyOf(squares, 2 * count);
            }
            truth[count] = trueClass;
            prediction[count] = predicted;
            weight[count] = rowWeight[predicted];
            squares[count] = rowSquares[predicted];
            count++;
        }

        Confusion confusion() {
            return new Confusion(
                    seen.length,
                    Arrays.copyOf(truth, count),
                    Arrays.copyOf(prediction, count),
                    Arrays.copyOf(weight, count),
                    Arrays.copyOf(squares, count));
        }
    }
}

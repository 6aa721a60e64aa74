package org.voorwerp.baseline;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

/// Ridge regression on standardised features: (XᵀX + λI) w = Xᵀ(y − ȳ) with λ = [#RIDGE], solved by Cholesky's
/// decomposition; predictions are ȳ + xᵀw, cut off at the bounds of the column.
public record LinearRegression() implements Baseline {

    /// The weight of Σ w² against the squared errors: a pinch, so that features which repeat each other do no harm.
    static final double RIDGE = 1;

    @Override
    public String name() {
        return "linear-regression";
    }

    @Override
    public String description() {
        return "ridge regression on the published attributes";
    }

    @Override
    public boolean suits(TaskKind kind) {
        return switch (kind) {
            case Labels _, Probabilities _, Texts _ -> false;
            case Values _ -> true;
        };
    }

    @Override
    public Predictions predict(Material material) {
        return switch (material.kind()) {
            case Values(var columns) -> predict(material, columns);
            case Labels _, Probabilities _, Texts _ ->
                throw new IllegalArgumentException("linear-regression predicts values, nothing else");
        };
    }

    private static Predictions predict(Material material, List<NumberColumn> columns) {
        var features = material.standardised("linear-regression");
        double[][] factor = cholesky(gram(features.train()));
        double[] means = Constant.means(material.train(), columns);
        double[][] truth = ((ValueAnswers) material.train()).values();
        var cells = new ArrayList<Cells>();
        for (int c = 0; c < columns.size(); c++) {
            double[] weights = solve(factor, moments(features.train(), truth[c], means[c]));
            cells.add(new NumberCells(predict(features.test(), weights, means[c], columns.get(c))));
        }
        return new Predictions(cells);
    }

    private static double[] predict(double[][] rows, double[] weights, double mean, NumberColumn column) {
        var predicted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double sum = mean;
            for (int f = 0; f < weights.length; f++) {
                sum += weights[f] * rows[i][f];
            }
            predicted[i] = Math.clamp(sum, column.min(), column.max());
        }
        return predicted;
    }

    /// XᵀX + λI, its lower half.
    private static double[][] gram(double[][] rows) {
        int features = rows[0].length;
        var gram = new double[features][features];
        for (var row : rows) {
            for (int f = 0; f < features; f++) {
                double value = row[f];
                for (int g = 0; g <= f; g++) {
                    gram[f][g] += value * row[g];
                }
            }
        }
        for (int f = 0; f < features; f++) {
            gram[f][f] += RIDGE;
        }
        return gram;
    }

    /// Xᵀ(y − ȳ)
    private static double[] moments(double[][] rows, double[] truth, double mean) {
        var moments = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < moments.length; f++) {
                moments[f] += rows[i][f] * (truth[i] - mean);
            }
        }
        return moments;
    }

    /// L with LLᵀ = `matrix`, which is positive definite because of the ridge.
    private static double[][] cholesky(double[][] matrix) {
        var factor = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
        return factor;
    }

    /// x with LLᵀx = `right`: forward, then backward.
    private static double[] solve(double[][] factor, double[] right) {
        var x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}

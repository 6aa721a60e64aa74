package org.voorwerp.challenges.galaxies;

/// Linear regression on standardised columns, by the normal equations.
final class LeastSquares {
    private final double[] weights;

    /// @param rows one row a subject; the last column should be the constant 1
    LeastSquares(double[][] rows, double[] target) {
        int n = rows[0].length;
        var system = new double[n][n + 1];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    system[i][j] += rows[r][i] * rows[r][j];
                }
                system[i][n] += rows[r][i] * target[r];
            }
        }
        weights = solved(system);
    }

    double predict(double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    /// Gauss-Jordan elimination; the matrix is positive definite, so no row needs to be exchanged.
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = 0; row < n; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; row != pivot && column <= n; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        var solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }
}

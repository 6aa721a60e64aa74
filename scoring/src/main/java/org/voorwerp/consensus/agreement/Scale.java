package org.voorwerp.consensus.agreement;

/// How different two classes are, as Krippendorff squares differences (Content Analysis, 2004, chapter 11).
public sealed interface Scale {

    /// δ²_ck.
    ///
    /// @param totals votes for each class
    double squaredDifference(int c, int k, double[] totals);

    /// Classes are different or not.
    record Nominal() implements Scale {
        @Override
        public double squaredDifference(int c, int k, double[] totals) {
            return c == k ? 0 : 1;
        }
    }

    /// Classes stand in order: as different as there are votes between them, δ = Σ_{g=c}^{k} n_g − (n_c + n_k)
    /// / 2.
    record Ordinal() implements Scale {
        @Override
        public double squaredDifference(int c, int k, double[] totals) {
            double between = -(totals[c] + totals[k]) / 2;
            for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
                between += totals[g];
            }
            return between * between;
        }
    }

    /// Classes are numbers.
    ///
    /// @param values one a class
    record Distances(double[] values) implements Scale {
        @Override
        public double squaredDifference(int c, int k, double[] totals) {
            return (values[c] - values[k]) * (values[c] - values[k]);
        }
    }
}

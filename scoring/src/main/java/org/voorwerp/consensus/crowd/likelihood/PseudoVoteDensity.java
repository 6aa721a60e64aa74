package org.voorwerp.consensus.crowd.likelihood;

import org.voorwerp.consensus.vote.Cells;

/// The logarithm of the Dirichlet prior's density, Σ_j Σ_kl g_kl ln π^j_kl but for a constant, with
/// pseudo-votes g. With π = (n + g) / total it is Σ g ln(n + g) − Σ_k g_k ln total_k; since g is the same for
/// all volunteers, products over volunteers are formed first, and there are K² logarithms in place of one a
/// cell and class.
///
/// @param pseudo pseudo-votes `[class][answer]`, all positive
record PseudoVoteDensity(double[][] pseudo) {

    Part part() {
        return new Part();
    }

    /// Over some volunteers.
    final class Part {
        private final LogProduct[][] given = new LogProduct[pseudo.length][pseudo.length];
        private final LogProduct[] totals = new LogProduct[pseudo.length];
        /// How many volunteers gave each answer at all; for the others n is 0.
        private final int[] users = new int[pseudo.length];

        private Part() {
            for (int k = 0; k < totals.length; k++) {
                totals[k] = new LogProduct();
                for (int l = 0; l < totals.length; l++) {
                    given[k][l] = new LogProduct();
                }
            }
        }

        void add(Cells cells, int volunteer, double[] counts, double[] total) {
            for (int k = 0; k < total.length; k++) {
                totals[k].multiply(total[k]);
            }
            for (int cell = cells.start(volunteer); cell < cells.end(volunteer); cell++) {
                int l = cells.answer(cell);
                users[l]++;
                for (int k = 0; k < total.length; k++) {
                    given[k][l].multiply(counts[cell * total.length + k] + pseudo[k][l]);
                }
            }
        }

        double logarithm(int volunteers) {
            double sum = 0;
            for (int k = 0; k < totals.length; k++) {
                double all = 0;
                for (int l = 0; l < totals.length; l++) {
                    double g = pseudo[k][l];
                    sum += g * (given[k][l].logarithm() + (volunteers - users[l]) * Math.log(g));
                    all += g;
                }
                sum -= all * totals[k].logarithm();
            }
            return sum;
        }
    }
}

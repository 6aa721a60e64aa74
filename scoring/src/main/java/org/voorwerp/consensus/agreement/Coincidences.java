package org.voorwerp.consensus.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How often the votes on one subject are for class c and for class k at once: o_ck = Σ_i n_ic (n_ik − [c = k]) /
/// (N_i − 1), which each vote enters with weight one (K. Krippendorff, Content Analysis, 2004, chapter 11).
/// Subjects with a single vote say nothing of agreement and are left out.
///
/// @param matrix o_ck, symmetric
/// @param totals n_c = Σ_k o_ck, the votes for each class
/// @param n all votes
public record Coincidences(double[][] matrix, double[] totals, double n) {

    /// @param counts votes `[class][subject]`
    public static Coincidences of(int[][] counts) {
        int subjects = counts.length == 0 ? 0 : counts[0].length;
        var matrix = new double[counts.length][counts.length];
        var ofSubject = new int[counts.length];
        for (int i = 0; i < subjects; i++) {
            for (int k = 0; k < counts.length; k++) {
                ofSubject[k] = counts[k][i];
            }
            add(matrix, ofSubject, 1);
        }
        return of(matrix);
    }

    static Coincidences of(double[][] matrix) {
        var totals = new double[matrix.length];
        double n = 0;
        for (int c = 0; c < matrix.length; c++) {
            for (int k = 0; k < matrix.length; k++) {
                totals[c] += matrix[c][k];
            }
            n += totals[c];
        }
        return new Coincidences(matrix, totals, n);
    }

    /// Adds `times` subjects with these votes.
    static void add(double[][] matrix, int[] votes, double times) {
        int[] classes =
                IntStream.range(0, votes.length).filter(k -> votes[k] > 0).toArray();
        add(matrix, classes, Arrays.stream(classes).map(k -> votes[k]).toArray(), times);
    }

    /// The same of the classes that have votes: most often a few out of many.
    ///
    /// @param votes one number a class of `classes`
    static void add(double[][] matrix, int[] classes, int[] votes, double times) {
        int number = Arrays.stream(votes).sum();
        if (number < 2 || times == 0) {
            return;
        }
        for (int c = 0; c < votes.length; c++) {
            for (int k = 0; k < votes.length; k++) {
                matrix[classes[c]][classes[k]] += times * votes[c] * (votes[k] - (c == k ? 1.0 : 0.0)) / (number - 1);
            }
        }
    }

    /// The confusion between volunteers, `[class][other]`: where one votes for the class, how often another
    /// votes for the other. Rows add up to one; that of a class without votes is 0.
    public double[][] confusion() {
        var confusion = new double[matrix.length][matrix.length];
        for (int c = 0; c < matrix.length; c++) {
            for (int k = 0; k < matrix.length && totals[c] > 0; k++) {
                confusion[c][k] = matrix[c][k] / totals[c];
            }
        }
        return confusion;
    }
}

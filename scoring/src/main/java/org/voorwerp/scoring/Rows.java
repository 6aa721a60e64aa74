package org.voorwerp.scoring;

/// Some rows of a column.
final class Rows {

    private Rows() {}

    static int[] of(int[] column, int[] rows) {
        var picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = column[rows[i]];
        }
        return picked;
    }

    static double[] of(double[] column, int[] rows) {
        var picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = column[rows[i]];
        }
        return picked;
    }

    static double[][] of(double[][] columns, int[] rows) {
        var picked = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            picked[c] = of(columns[c], rows);
        }
        return picked;
    }
}

package org.voorwerp.consensus.crowd.likelihood;

import org.voorwerp.consensus.vote.Votes;

/// The two inner loops of the expectation step: rows of a table, one number a class, multiplied and added up over
/// votes. Classes are taken four, two or one at a time with their numbers in registers: a loop over a handful of
/// classes inside the loop over votes takes three times as long.
///
/// @param stride numbers a row, the number of classes
record VoteRows(Votes votes, int stride) {

    /// Multiplies each class's number by those of the votes from `from` to `to`.
    void multiply(int from, int to, double[] table, double[] t) {
        int k = 0;
        for (; k + 4 <= stride; k += 4) {
            multiplyFour(from, to, table, t, k);
        }
        if (k + 2 <= stride) {
            multiplyTwo(from, to, table, t, k);
            k += 2;
        }
        if (k < stride) {
            multiplyOne(from, to, table, t, k);
        }
    }

    private void multiplyFour(int from, int to, double[] table, double[] t, int k) {
        double a = t[k];
        double b = t[k + 1];
        double c = t[k + 2];
        double d = t[k + 3];
        for (int vote = from; vote < to; vote++) {
            int row = votes.cell(vote) * stride + k;
            a *= table[row];
            b *= table[row + 1];
            c *= table[row + 2];
            d *= table[row + 3];
        }
        t[k] = a;
        t[k + 1] = b;
        t[k + 2] = c;
        t[k + 3] = d;
    }

    private void multiplyTwo(int from, int to, double[] table, double[] t, int k) {
        double a = t[k];
        double b = t[k + 1];
        for (int vote = from; vote < to; vote++) {
            int row = votes.cell(vote) * stride + k;
            a *= table[row];
            b *= table[row + 1];
        }
        t[k] = a;
        t[k + 1] = b;
    }

    private void multiplyOne(int from, int to, double[] table, double[] t, int k) {
        double a = t[k];
        for (int vote = from; vote < to; vote++) {
            a *= table[votes.cell(vote) * stride + k];
        }
        t[k] = a;
    }

    /// Adds each class's number to the row of each of the votes from `from` to `to`.
    void add(int from, int to, double[] t, double[] rows) {
        int k = 0;
        for (; k + 4 <= stride; k += 4) {
            addFour(from, to, t, rows, k);
        }
        if (k + 2 <= stride) {
            addTwo(from, to, t, rows, k);
            k += 2;
        }
        if (k < stride) {
            for (int vote = from; vote < to; vote++) {
                rows[votes.cell(vote) * stride + k] += t[k];
            }
        }
    }

    private void addFour(int from, int to, double[] t, double[] rows, int k) {
        double a = t[k];
        double b = t[k + 1];
        double c = t[k + 2];
        double d = t[k + 3];
        for (int vote = from; vote < to; vote++) {
            int row = votes.cell(vote) * stride + k;
            rows[row] += a;
            rows[row + 1] += b;
            rows[row + 2] += c;
            rows[row + 3] += d;
        }
    }

    private void addTwo(int from, int to, double[] t, double[] rows, int k) {
        double a = t[k];
        double b = t[k + 1];
        for (int vote = from; vote < to; vote++) {
            int row = votes.cell(vote) * stride + k;
            rows[row] += a;
            rows[row + 1] += b;
        }
    }
}

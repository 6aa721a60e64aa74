package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

/// The expectation step for up to four classes and subjects without anything special: a subject's posterior is held in
/// registers from its votes to its counts, which takes half the time of an array.
///
/// Always four numbers of a row are worked on. Where there are fewer classes the rest is the beginning of the next row,
/// which is multiplied with 0 and has 0 added to it; so arrays are longer than their rows by [#BEYOND].
final class FewClasses {

    /// How many classes there may be.
    static final int MOST = 4;

    /// What arrays of rows must have beyond the last row.
    static final int BEYOND = MOST - 1;

    private final Votes votes;
    private final Gold gold;
    private final int stride;
    private final double[] table;
    private final double[] prior;

    /// @param table how probable each vote is for each class, [#BEYOND] longer than its rows
    FewClasses(Votes votes, Gold gold, double[] table, double[] prior) {
        this.votes = votes;
        this.gold = gold;
        this.stride = prior.length;
        this.table = table;
        this.prior = Arrays.copyOf(prior, MOST);
    }

    /// Counts what is expected of subjects from `from` on, until one that must be taken the general way: because it is
    /// known, has many votes, or votes that contradict each other too much.
    ///
    /// @param counts rows to add to
    /// @param classCounts to add to
    /// @return that subject, or `to`
    int count(int from, int to, double[] counts, double[] classCounts, LogProduct likelihood) {
        int[] labels = gold.labels();
        double a0 = prior[0];
        double b0 = prior[1];
        double c0 = prior[2];
        double d0 = prior[3];
        double ofA = 0;
        double ofB = 0;
        double ofC = 0;
        double ofD = 0;
        int i = from;
        for (; i < to && labels[i] < 0; i++) {
            int begin = votes.start(i);
            int end = votes.end(i);
            if (end - begin > LogProduct.FACTORS) {
                break;
            }
            double a = a0;
            double b = b0;
            double c = c0;
            double d = d0;
            for (int vote = begin; vote < end; vote++) {
                int row = votes.cell(vote) * stride;
                a *= table[row];
                b *= table[row + 1];
                c *= table[row + 2];
                d *= table[row + 3];
            }
            double sum = a + b + c + d;
            if (sum <= LogProduct.SAFE) {
                break;
            }
            if (begin == end) {
                continue;
            }
            likelihood.multiply(sum, 0);
            double share = 1 / sum;
            a *= share;
            b *= share;
            c *= share;
            d *= share;
            for (int vote = begin; vote < end; vote++) {
                int row = votes.cell(vote) * stride;
                counts[row] += a;
                counts[row + 1] += b;
                counts[row + 2] += c;
                counts[row + 3] += d;
            }
            ofA += a;
            ofB += b;
            ofC += c;
            ofD += d;
        }
        double[] sums = {ofA, ofB, ofC, ofD};
        for (int k = 0; k < stride; k++) {
            classCounts[k] += sums[k];
        }
        return i;
    }
}

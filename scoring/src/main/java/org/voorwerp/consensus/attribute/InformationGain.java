package org.voorwerp.consensus.attribute;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What an attribute tells of the group, in bits: IG = H(Y) − Σ_b (n_b / n) H(Y | b), over the subjects for
/// which the attribute is known.
///
/// Two ways of cutting are given, since they answer different questions. `bits` is of ten bins of equal
/// frequency, equal values in one bin: what the attribute tells at all. `thresholdBits` is of the one cut that
/// tells most, as C4.5 chooses it (J. R. Quinlan, C4.5: Programs for Machine Learning, 1993, section 2.4), at
/// the greatest value of the table that is not above the middle between two neighbours.
///
/// @param attribute its name
/// @param subjects how many have it
/// @param bits of [#BINS] bins of equal frequency
/// @param chanceBits what an attribute that knows nothing would show on average, (B − 1) / (2 n ln 2) for B
///     bins in use: it is not little where few subjects have the attribute
/// @param threshold values up to this on one side, greater ones on the other; NaN where all values are equal
/// @param thresholdBits of that cut
/// @param gainRatio `thresholdBits` over the entropy of the cut itself; 0 where there is none
public record InformationGain(
        String attribute,
        int subjects,
        double bits,
        double chanceBits,
        double threshold,
        double thresholdBits,
        double gainRatio) {

    /// How many bins of equal frequency.
    public static final int BINS = 10;

    /// Every attribute, the one that tells most in bins first.
    public static List<InformationGain> ranked(AttributeTable table) {
        return IntStream.range(0, table.names().size())
                .mapToObj(a -> of(table, a))
                .sorted(Comparator.comparingDouble(InformationGain::bits)
                        .reversed()
                        .thenComparing(InformationGain::attribute))
                .toList();
    }

    static InformationGain of(AttributeTable table, int attribute) {
        int[] rows = table.known(new int[] {attribute});
        double[] column = table.columns()[attribute];
        int[] order = Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> column[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var values = Arrays.stream(order).mapToDouble(i -> column[i]).toArray();
        var yes = new boolean[order.length];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = table.positive()[order[i]];
        }
        var cut = Cut.best(values, yes);
        return new InformationGain(
                table.names().get(attribute),
                rows.length,
                binned(values, yes),
                byChance(values),
                cut.threshold,
                cut.bits,
                cut.ratio());
    }

    /// The bin of each value, in their order.
    private static int[] bins(double[] sorted) {
        int n = sorted.length;
        var bins = new int[n];
        int bin = 0;
        for (int i = 0; i < n; i++) {
            while (bin < BINS - 1 && sorted[i] >= sorted[(int) ((bin + 1L) * n / BINS)]) {
                bin++;
            }
            bins[i] = bin;
        }
        return bins;
    }

    private static double byChance(double[] sorted) {
        long used = Arrays.stream(bins(sorted)).distinct().count();
        return used == 0 ? 0 : (used - 1) / (2 * sorted.length * Math.log(2));
    }

    private static double binned(double[] sorted, boolean[] yes) {
        int n = sorted.length;
        var counts = new int[BINS][2];
        int[] bins = bins(sorted);
        for (int i = 0; i < n; i++) {
            counts[bins[i]][yes[i] ? 1 : 0]++;
        }
        double gain = entropy(count(yes), n);
        for (var ofBin : counts) {
            int size = ofBin[0] + ofBin[1];
            gain -= n == 0 ? 0 : (double) size / n * entropy(ofBin[1], size);
        }
        return Math.max(0, gain);
    }

    /// @param below how many subjects are on the lower side
    private record Cut(double threshold, double bits, int below, int n) {

        static Cut best(double[] sorted, boolean[] yes) {
            int n = sorted.length;
            int all = count(yes);
            double whole = entropy(all, n);
            var best = new Cut(Double.NaN, 0, 0, n);
            int under = 0;
            for (int i = 0; i + 1 < n; i++) {
                under += yes[i] ? 1 : 0;
                if (sorted[i] < sorted[i + 1]) {
                    int below = i + 1;
                    double bits = whole
                            - (double) below / n * entropy(under, below)
                            - (double) (n - below) / n * entropy(all - under, n - below);
                    if (bits > best.bits) {
                        best = new Cut(sorted[i], bits, below, n);
                    }
                }
            }
            return best;
        }

        double ratio() {
            return below == 0 ? 0 : bits / entropy(below, n);
        }
    }

    private static int count(boolean[] yes) {
        int count = 0;
        for (boolean y : yes) {
            count += y ? 1 : 0;
        }
        return count;
    }

    private static double entropy(int yes, int of) {
        if (yes == 0 || yes == of) {
            return 0;
        }
        double share = (double) yes / of;
        return -(share * Math.log(share) + (1 - share) * Math.log(1 - share)) / Math.log(2);
    }
}

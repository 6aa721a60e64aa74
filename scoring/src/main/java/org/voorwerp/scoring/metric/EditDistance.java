package org.voorwerp.scoring.metric;

import java.util.Arrays;

/// The edit distance of V. Levenshtein: the fewest units inserted, deleted or replaced that make one sequence the
/// other. Time grows with the product of the lengths of what differs, memory with the shorter.
final class EditDistance {

    private EditDistance() {}

    static int between(int[] a, int[] b) {
        int start = Math.max(0, Arrays.mismatch(a, b));
        if (Arrays.equals(a, b)) {
            return 0;
        }
        int end = 0;
        while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] == b[b.length - 1 - end]) {
            end++;
        }
        int[] rest = Arrays.copyOfRange(a, start, a.length - end);
        int[] other = Arrays.copyOfRange(b, start, b.length - end);
        return rest.length < other.length ? table(other, rest) : table(rest, other);
    }

    /// Row by row through the table of the distances between all beginnings (R. Wagner and M. Fischer, Journal of the
    /// ACM 21, 1974).
    private static int table(int[] longer, int[] shorter) {
        var row = new int[shorter.length + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int unit : longer) {
            int diagonal = row[0]++;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (shorter[j - 1] == unit ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[shorter.length];
    }
}

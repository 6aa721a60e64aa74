package org.voorwerp.consensus.text;

import java.util.List;

/// How many insertions, deletions and substitutions lead from one sequence to another (Levenshtein 1966).
public final class EditDistance {

    private EditDistance() {}

    public static int of(String a, String b) {
        return of(a.codePoints().boxed().toList(), b.codePoints().boxed().toList());
    }

    /// In time |a|·|b| and memory |b|.
    public static <T> int of(List<T> a, List<T> b) {
        var row = new int[b.size() + 1];
        for (int j = 0; j <= b.size(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.size(); j++) {
                int changed = diagonal + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.size()];
    }

    /// 1 − distance / length of the longer: 1 for the same, 0 for nothing in common.
    static double similarity(String a, String b) {
        int longer = Math.max(a.codePointCount(0, a.length()), b.codePointCount(0, b.length()));
        return longer == 0 ? 1 : 1 - (double) of(a, b) / longer;
    }
}

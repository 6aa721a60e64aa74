package org.voorwerp.consensus.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How alike texts are, whatever the order of their tokens: 2 · |common tokens| / (|a| + |b|), the Dice coefficient of
/// the two as multisets. Volunteers who translate agree on words sooner than on their order.
public final class Bags {

    private Bags() {}

    static Map<String, Integer> of(List<Token> text) {
        var bag = new HashMap<String, Integer>();
        text.forEach(token -> bag.merge(token.folded(), 1, Integer::sum));
        return bag;
    }

    static double similarity(Map<String, Integer> a, int sizeOfA, Map<String, Integer> b, int sizeOfB) {
        if (sizeOfA + sizeOfB == 0) {
            return 1;
        }
        int common = 0;
        var smaller = a.size() <= b.size() ? a : b;
        var larger = smaller == a ? b : a;
        for (var entry : smaller.entrySet()) {
            common += Math.min(entry.getValue(), larger.getOrDefault(entry.getKey(), 0));
        }
        return 2.0 * common / (sizeOfA + sizeOfB);
    }

    /// The similarity of each two texts, 0 to 1.
    public static double[][] similarities(List<List<Token>> texts) {
        var bags = texts.stream().map(Bags::of).toList();
        var similar = new double[texts.size()][texts.size()];
        for (int i = 0; i < similar.length; i++) {
            for (int j = 0; j <= i; j++) {
                double similarity = similarity(
                        bags.get(i),
                        texts.get(i).size(),
                        bags.get(j),
                        texts.get(j).size());
                similar[i][j] = similarity;
                similar[j][i] = similarity;
            }
        }
        return similar;
    }

    /// For each text Σ weight · similarity over all, equal sums whatever the order of texts.
    static double[] weightedSums(List<List<Token>> texts, double[] weights) {
        var similar = similarities(texts);
        var sums = new double[similar.length];
        for (int i = 0; i < sums.length; i++) {
            var terms = new double[sums.length];
            for (int j = 0; j < terms.length; j++) {
                terms[j] = weights[j] * similar[i][j];
            }
            sums[i] = Sums.of(terms);
        }
        return sums;
    }
}

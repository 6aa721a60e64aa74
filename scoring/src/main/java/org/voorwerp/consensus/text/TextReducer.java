package org.voorwerp.consensus.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.text.TextConsensus.TokenConsensus;

/// Makes one text of several: they are laid side by side, and each column is voted on.
public final class TextReducer {

    /// What a vote for nothing counts. Below 1, since whoever overlooks a word is wrong more often than whoever writes
    /// one that nobody else has; chosen on real translations (J1, T1 of CrowdWSA2019), where it matters little.
    private static final double NOTHING = 0.7;

    private final Unit unit;
    private final Map<String, Double> weights;

    /// @param weights what each volunteer's vote counts, above 0; 1 for whoever is not in it
    public TextReducer(Unit unit, Map<String, Double> weights) {
        this.unit = unit;
        this.weights = Map.copyOf(weights);
    }

    /// Tokens between spaces, each volunteer counting alike.
    ///
    /// @throws TextTooLongException if there is more than is aligned
    public static TextConsensus reduce(List<Transcription> transcriptions) {
        return new TextReducer(Unit.SPACED, Map.of()).consensus(transcriptions);
    }

    /// The consensus of what volunteers read of one subject; blank texts are no reading.
    ///
    /// @throws TextTooLongException if there is more than is aligned
    public TextConsensus consensus(List<Transcription> transcriptions) {
        var read = transcriptions.stream().filter(t -> !t.text().isBlank()).toList();
        var texts = read.stream().map(t -> unit.tokens(t.text())).toList();
        double[] weight = read.stream()
                .mapToDouble(t -> weights.getOrDefault(t.volunteer(), 1.0))
                .toArray();
        var alignment = Aligner.align(texts, weight, unit.leastSimilarity());
        double total = Sums.of(weight);
        var tokens = new ArrayList<TokenConsensus>();
        for (var column : alignment.cells()) {
            var token = vote(column, weight, total);
            if (token != null) {
                tokens.add(token);
            }
        }
        var text = unit.joined(tokens.stream().map(TokenConsensus::text).toList());
        double agreement =
                tokens.stream().mapToDouble(TokenConsensus::agreement).average().orElse(Double.NaN);
        return new TextConsensus(read, alignment, tokens, text, agreement);
    }

    private static @Nullable TokenConsensus vote(@Nullable Token[] column, double[] weight, double total) {
        var forms = new TreeMap<String, Map<String, List<Double>>>();
        for (int text = 0; text < column.length; text++) {
            var token = column[text];
            if (token != null) {
                forms.computeIfAbsent(token.folded(), _ -> new HashMap<>())
                        .computeIfAbsent(token.written(), _ -> new ArrayList<>())
                        .add(weight[text]);
            }
        }
        var votes = new TreeMap<String, Double>();
        forms.forEach((folded, written) -> votes.put(
                folded, sum(written.values().stream().flatMap(List::stream).toList())));
        double given = Sums.of(votes.values().stream().mapToDouble(v -> v).toArray());
        var best = best(votes);
        double most = votes.getOrDefault(best, 0.0);
        // Texts without a token here vote for nothing.
        if (most < NOTHING * (total - given)) {
            return null;
        }
        var written = new TreeMap<String, Double>();
        forms.getOrDefault(best, Map.of()).forEach((form, weights) -> written.put(form, sum(weights)));
        return new TokenConsensus(best(written), Math.min(1, most / total));
    }

    private static double sum(List<Double> weights) {
        return Sums.of(weights.stream().mapToDouble(w -> w).toArray());
    }

    /// The one with the most votes; of equals the longest, then the last by its letters.
    private static String best(Map<String, Double> votes) {
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }
}

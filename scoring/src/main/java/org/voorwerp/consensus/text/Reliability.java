package org.voorwerp.consensus.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How reliable volunteers are, judged by how alike their texts are to those of the others who read the same: the mean
/// over a volunteer's texts of Σ w_k · s(text, text_k) / Σ w_k over the other volunteers k, where s is the Dice
/// coefficient of the words. The weights w are these reliabilities themselves, from 1 on, five rounds. It follows the
/// reliability-aware aggregation of Li and Fukumoto (2019, RASA; 2020, HRRASA) without embeddings.
public final class Reliability {

    private static final int ROUNDS = 5;

    /// Nobody is without any weight.
    private static final double LEAST = 1e-3;

    private record Reading(String volunteer, double[] similarity) {}

    private Reliability() {}

    /// @param subjects what was read of each subject
    /// @return a weight from 0.001 to 1 for each volunteer whose text can be compared with another's
    public static Map<String, Double> of(Collection<List<Transcription>> subjects, Unit unit) {
        var compared = subjects.stream().map(read -> compared(read, unit)).toList();
        Map<String, Double> weights = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            var means = new TreeMap<String, List<Double>>();
            for (var readings : compared) {
                addSimilarities(readings, weights, means);
            }
            var next = new TreeMap<String, Double>();
            means.forEach((volunteer, values) -> next.put(
                    volunteer,
                    Math.max(LEAST, Sums.of(values.stream().mapToDouble(v -> v).toArray()) / values.size())));
            weights = next;
        }
        return weights;
    }

    private static List<Reading> compared(List<Transcription> read, Unit unit) {
        var texts = read.stream().filter(t -> !t.text().isBlank()).toList();
        var similar =
                Bags.similarities(texts.stream().map(t -> unit.tokens(t.text())).toList());
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < similar.length; i++) {
            readings.add(new Reading(texts.get(i).volunteer(), similar[i]));
        }
        return readings;
    }

    private static void addSimilarities(
            List<Reading> readings, Map<String, Double> weights, Map<String, List<Double>> means) {
        for (var reading : readings) {
            var shares = new ArrayList<Double>();
            var others = new ArrayList<Double>();
            for (int k = 0; k < readings.size(); k++) {
                var other = readings.get(k);
                if (!other.volunteer.equals(reading.volunteer)) {
                    double weight = weights.getOrDefault(other.volunteer, 1.0);
                    shares.add(weight * reading.similarity[k]);
                    others.add(weight);
                }
            }
            if (!others.isEmpty()) {
                double mean = Sums.of(shares.stream().mapToDouble(v -> v).toArray())
                        / Sums.of(others.stream().mapToDouble(v -> v).toArray());
                means.computeIfAbsent(reading.volunteer, _ -> new ArrayList<>()).add(mean);
            }
        }
    }
}

package org.voorwerp.consensus.open;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.voorwerp.consensus.open.OpenAnswers.OpenAnswer;

/// One number of many: their mean, or their median, which a careless volunteer hardly moves.
public enum Middle implements OpenReducer {
    /// Σ x / n.
    MEAN {
        @Override
        double of(double[] sorted) {
            return Arrays.stream(sorted).average().orElse(Double.NaN);
        }
    },
    /// The one in the middle; of an even number the mean of the two there.
    MEDIAN {
        @Override
        double of(double[] sorted) {
            int n = sorted.length;
            return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        }
    };

    /// @param sorted rising; NaN of none
    abstract double of(double[] sorted);

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    /// One number a subject; NaN where nobody gave one.
    ///
    /// @throws NumberFormatException if an answer is no number
    public double[] reduce(OpenAnswers answers) {
        return answers.given().stream()
                .mapToDouble(given -> of(given.stream()
                        .map(OpenAnswer::text)
                        .mapToDouble(Double::parseDouble)
                        .sorted()
                        .toArray()))
                .toArray();
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

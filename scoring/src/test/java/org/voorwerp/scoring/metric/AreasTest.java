package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.View.ValueView;
import org.voorwerp.scoring.Weights;

class AreasTest {

    /// DeLong's formulas as they stand in the paper, pair by pair, against ours by ranks.
    @Test
    void standardErrorIsDeLongs() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        int n = 150;
        var classes = new int[n];
        var scores = new double[n];
        for (int i = 0; i < n; i++) {
            classes[i] = random.nextInt(3) == 0 ? 1 : 0;
            scores[i] = Math.rint(4 * (random.nextGaussian() + classes[i]));
        }
        var positives = new double[n];
        var negatives = new double[n];
        int m = 0;
        double area = 0;
        for (int i = 0; i < n; i++) {
            m += classes[i];
            for (int j = 0; j < n; j++) {
                if (classes[i] == 1 && classes[j] == 0) {
                    double psi = scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    positives[i] += psi;
                    negatives[j] += psi;
                    area += psi;
                }
            }
        }
        area /= m * (double) (n - m);
        double variance = 0;
        for (int i = 0; i < n; i++) {
            double placed = classes[i] == 1 ? positives[i] / (n - m) : negatives[i] / m;
            double size = classes[i] == 1 ? m : n - m;
            variance += (placed - area) * (placed - area) / (size - 1) / size;
        }
        var estimate = PairwiseAreas.binary(scores, classes, new Weights(null, n));
        assertEquals(area, estimate.value(), 1e-12);
        assertEquals(Math.sqrt(variance), DeLong.standardError(estimate, classes, 2), 1e-12);
    }

    @Test
    void kendallIsWhatAllPairsSay() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
        int n = 120;
        var x = random.ints(n, 0, 12).mapToDouble(i -> i).toArray();
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = Math.rint(x[i] / 2 + random.nextInt(6));
        }
        double ordered = 0;
        double inX = 0;
        double inY = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double signs = Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                ordered += signs;
                inX += x[i] == x[j] ? 0 : 1;
                inY += y[i] == y[j] ? 0 : 1;
            }
        }
        var metric = new Correlations.KendallTau();
        var view = new ValueView(List.of("v"), new double[][] {y}, new double[][] {x}, null);
        var score = metric.score(view, Parameters.of(metric.parameters(), Map.of()));
        assertEquals(ordered / Math.sqrt(inX * inY), score.value(), 1e-12);
    }
}

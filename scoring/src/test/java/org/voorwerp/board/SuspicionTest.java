package org.voorwerp.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;

/// What is shown to organisers as suspicious, and what is not.
class SuspicionTest {

    private static final int SUBJECTS = 5000;

    private final Random random = new Random(17);

    private static Predictions numbers(double... values) {
        return new Predictions(List.of(new NumberCells(values)));
    }

    private double[] guesses() {
        return random.doubles(SUBJECTS).toArray();
    }

    @Test
    void aFileMostlyOfOneConstantIsAProbe() {
        var values = new double[SUBJECTS];
        Arrays.fill(values, 0.5);
        for (int i = 0; i < 10; i++) {
            values[i] = 0.1 * i;
        }
        var probe = Probe.find(numbers(values), null, false).orElseThrow();
        assertEquals((SUBJECTS - 9) / (double) SUBJECTS, probe.constantShare(), 1e-12);
        assertTrue(Double.isNaN(probe.changedShare()));
    }

    @Test
    void oneConstantAndManyEqualLabelsAreNone() {
        assertTrue(Probe.find(numbers(new double[SUBJECTS]), null, false).isEmpty());
        var labels = new int[SUBJECTS];
        Arrays.fill(labels, 0, 100, 1);
        assertTrue(Probe.find(new Predictions(List.of(new ClassCells(labels))), null, true)
                .isEmpty());
    }

    @Test
    void aFileThatHardlyChangedIsAProbeAndTheSameFileIsNot() {
        var first = guesses();
        var second = first.clone();
        second[3] = 1 - second[3];
        assertTrue(Probe.find(numbers(second), numbers(first), false).isPresent());
        assertTrue(Probe.find(numbers(first), numbers(first), false).isEmpty());
        for (int i = 0; i < 100; i++) {
            second[i] = random.nextDouble();
        }
        assertTrue(Probe.find(numbers(second), numbers(first), false).isEmpty());
    }

    @Test
    void copiesAreFoundBehindNoiseAndAFewChanges() {
        var first = guesses();
        var noisy = Arrays.stream(first)
                .map(v -> v * (1 + 1e-9 * random.nextGaussian()))
                .toArray();
        var changed = first.clone();
        for (int i = 0; i < SUBJECTS / 500; i++) {
            changed[random.nextInt(SUBJECTS)] = random.nextDouble();
        }
        var print = Fingerprint.of(numbers(first));
        assertEquals(print, Fingerprint.of(numbers(first.clone())));
        assertTrue(print.isCopyOf(Fingerprint.of(numbers(noisy))));
        assertTrue(print.isCopyOf(Fingerprint.of(numbers(changed))));
        assertFalse(print.isCopyOf(Fingerprint.of(numbers(guesses()))));
    }

    /// Fifty trainings of one model: probabilities that differ a little everywhere.
    @Test
    void retrainingsOfOneModelAreNoCopies() {
        var model = guesses();
        var prints = new Fingerprint[50];
        for (int i = 0; i < prints.length; i++) {
            prints[i] = Fingerprint.of(numbers(Arrays.stream(model)
                    .map(v -> Math.clamp(v + 0.01 * random.nextGaussian(), 0.0, 1.0))
                    .toArray()));
        }
        for (int i = 0; i < prints.length; i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(prints[i].isCopyOf(prints[j]));
            }
        }
    }
}

package org.voorwerp.consensus.text;

import java.util.Arrays;

/// Sums that do not depend on the order of their terms.
final class Sums {

    private Sums() {}

    static double of(double... terms) {
        var rising = terms.clone();
        Arrays.sort(rising);
        double sum = 0;
        for (double term : rising) {
            sum += term;
        }
        return sum;
    }
}

package org.voorwerp.scoring.metric;

import java.util.Arrays;
import org.voorwerp.scoring.diagnostic.Confusion;

/// The sums of a confusion matrix from which the metrics of labels are made.
final class ClassTotals {

    /// Weight of the subjects of each class that were called it.
    final double[] correct;

    /// Weight of the subjects of each class.
    final double[] truth;

    /// Weight of the subjects that were called each class.
    final double[] predicted;

    /// Weight of all subjects.
    double total;

    /// Sum of the squared distances between true and predicted class, in places of the list of classes.
    double squaredDistance;

    ClassTotals(int classes) {
        correct = new double[classes];
        truth = new double[classes];
        predicted = new double[classes];
    }

    static ClassTotals of(Confusion confusion) {
        var totals = new ClassTotals(confusion.classes());
        for (int cell = 0; cell < confusion.cells(); cell++) {
            totals.add(
                    confusion.truth()[cell],
                    confusion.prediction()[cell],
                    confusion.weight()[cell]);
        }
        return totals;
    }

    int classes() {
        return truth.length;
    }

    void clear() {
        Arrays.fill(correct, 0);
        Arrays.fill(truth, 0);
        Arrays.fill(predicted, 0);
        total = 0;
        squaredDistance = 0;
    }

    void add(int trueClass, int predictedClass, double weight) {
        if (trueClass == predictedClass) {
            correct[trueClass] += weight;
        }
        truth[trueClass] += weight;
        predicted[predictedClass] += weight;
        total += weight;
        double distance = (double) trueClass - predictedClass;
        squaredDistance += distance * distance * weight;
    }

    double accuracy() {
        return Arrays.stream(correct).sum() / total;
    }

    /// How many classes occur in the truth.
    int trueClasses() {
        int count = 0;
        for (double weight : truth) {
            if (weight > 0) {
                count++;
            }
        }
        return count;
    }
}

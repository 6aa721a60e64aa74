package org.voorwerp.baseline;

import java.util.Arrays;
import java.util.List;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Values;

/// The class whose mean subject is nearest, over standardised features (scikit-learn's NearestCentroid).
///
/// Probabilities are p_k ∝ exp(−d_k² / t) with the squared distance d_k² to the class' centroid and the temperature t,
/// a power of two times the number of features, under which the train truth is most probable; a hundredth of each row
/// is shared equally, so that no class is impossible.
public record NearestCentroid() implements Baseline {

    private static final double SHARED = 0.01;

    @Override
    public String name() {
        return "nearest-centroid";
    }

    @Override
    public String description() {
        return "the class whose mean is nearest in the published attributes and pixels";
    }

    @Override
    public boolean suits(TaskKind kind) {
        return switch (kind) {
            case Labels _, Probabilities _ -> true;
            case Values _, Texts _ -> false;
        };
    }

    @Override
    public Predictions predict(Material material) {
        return switch (material.kind()) {
            case Labels(var _, var classes) ->
                new Predictions(List.of(new ClassCells(
                        nearest(distances(material, classes.size()).test()))));
            case Probabilities(var _, var classes) -> probabilities(material, classes.size());
            case Values _, Texts _ ->
                throw new IllegalArgumentException("nearest-centroid predicts classes, nothing else");
        };
    }

    /// Squared distances to the centroids, `[subject][class]`; infinite to a class that no train subject has.
    private record Distances(double[][] train, double[][] test, int features) {}

    private static Distances distances(Material material, int classes) {
        var features = material.standardised("nearest-centroid");
        double[][] centroids = centroids(features.train(), ((ClassAnswers) material.train()).labels(), classes);
        return new Distances(
                distances(features.train(), centroids), distances(features.test(), centroids), centroids[0].length);
    }

    private static double[][] centroids(double[][] rows, int[] labels, int classes) {
        var centroids = new double[classes][rows[0].length];
        var members = new int[classes];
        for (int i = 0; i < rows.length; i++) {
            members[labels[i]]++;
            for (int f = 0; f < rows[i].length; f++) {
                centroids[labels[i]][f] += rows[i][f];
            }
        }
        for (int k = 0; k < classes; k++) {
            for (int f = 0; f < centroids[k].length; f++) {
                centroids[k][f] = members[k] == 0 ? Double.POSITIVE_INFINITY : centroids[k][f] / members[k];
            }
        }
        return centroids;
    }

    private static double[][] distances(double[][] rows, double[][] centroids) {
        var distances = new double[rows.length][centroids.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < centroids.length; k++) {
                double sum = 0;
                for (int f = 0; f < rows[i].length; f++) {
                    double difference = rows[i][f] - centroids[k][f];
                    sum += difference * difference;
                }
                distances[i][k] = sum;
            }
        }
        return distances;
    }

    private static int[] nearest(double[][] distances) {
        return Arrays.stream(distances)
                .mapToInt(row -> {
                    int best = 0;
                    for (int k = 1; k < row.length; k++) {
                        best = row[k] < row[best] ? k : best;
                    }
                    return best;
                })
                .toArray();
    }

    private static Predictions probabilities(Material material, int classes) {
        var distances = distances(material, classes);
        double temperature =
                temperature(distances.train(), ((ClassAnswers) material.train()).labels(), distances.features());
        var columns = new double[classes][distances.test().length];
        for (int i = 0; i < distances.test().length; i++) {
            double[] row = softmax(distances.test()[i], temperature);
            for (int k = 0; k < classes; k++) {
                columns[k][i] = row[k];
            }
        }
        return new Predictions(
                Arrays.stream(columns).<Cells>map(NumberCells::new).toList());
    }

    private static double temperature(double[][] distances, int[] labels, int features) {
        double best = features;
        double bestLoss = Double.POSITIVE_INFINITY;
        for (int exponent = -10; exponent <= 10; exponent++) {
            double temperature = Math.scalb((double) features, exponent);
            double loss = 0;
            for (int i = 0; i < labels.length; i++) {
                loss -= Math.log(softmax(distances[i], temperature)[labels[i]]);
            }
            if (loss < bestLoss) {
                bestLoss = loss;
                best = temperature;
            }
        }
        return best;
    }

    private static double[] softmax(double[] distances, double temperature) {
        double nearest = Arrays.stream(distances).min().orElseThrow();
        var row = new double[distances.length];
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            // The nearest is taken out, so that at least one does not vanish.
            row[k] = Math.exp((nearest - distances[k]) / temperature);
            sum += row[k];
        }
        for (int k = 0; k < row.length; k++) {
            row[k] = (1 - SHARED) * row[k] / sum + SHARED / row.length;
        }
        return row;
    }
}

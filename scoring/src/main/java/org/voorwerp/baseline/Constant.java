package org.voorwerp.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

/// The same for every subject: the most frequent class of the train truth; its class frequencies, each class counted
/// once more than it is there so that none is impossible; the mean of each column; or the most frequent text, of
/// several
/// the first. Without train subjects the first class, equal probabilities, the number nearest to 0, or no text.
public record Constant() implements Baseline {

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public String description() {
        return "the same for every subject: the most frequent class or text, the class frequencies, or the mean";
    }

    @Override
    public boolean suits(TaskKind kind) {
        return true;
    }

    @Override
    public Predictions predict(Material material) {
        int subjects = material.testSize();
        return switch (material.kind()) {
            case Labels(var _, var classes) ->
                new Predictions(
                        List.of(new ClassCells(filled(mostFrequent(material.train(), classes.size()), subjects))));
            case Probabilities(var _, var classes) ->
                new Predictions(Arrays.stream(frequencies(material.train(), classes.size()))
                        .<Cells>mapToObj(frequency -> new NumberCells(filled(frequency, subjects)))
                        .toList());
            case Texts _ ->
                new Predictions(List.of(new TextCells(
                        Collections.nCopies(subjects, mostFrequent(((TextAnswers) material.train()).texts())))));
            case Values(var columns) -> {
                double[] means = means(material.train(), columns);
                yield new Predictions(Arrays.stream(means)
                        .<Cells>mapToObj(mean -> new NumberCells(filled(mean, subjects)))
                        .toList());
            }
        };
    }

    static int mostFrequent(Answers train, int classes) {
        double[] frequencies = frequencies(train, classes);
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = frequencies[k] > frequencies[best] ? k : best;
        }
        return best;
    }

    static String mostFrequent(List<String> texts) {
        var counts = new LinkedHashMap<String, Integer>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        var best = "";
        int most = 0;
        for (var entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /// f_k = (n_k + 1) / (n + K), Laplace's rule of succession.
    static double[] frequencies(Answers train, int classes) {
        int[] labels = ((ClassAnswers) train).labels();
        var frequencies = new double[classes];
        Arrays.fill(frequencies, 1.0 / (labels.length + classes));
        for (int label : labels) {
            frequencies[label] += 1.0 / (labels.length + classes);
        }
        return frequencies;
    }

    static double[] means(Answers train, List<NumberColumn> columns) {
        var means = new ArrayList<Double>();
        double[][] values = ((ValueAnswers) train).values();
        for (int c = 0; c < columns.size(); c++) {
            double mean = Arrays.stream(values[c]).average().orElse(0);
            means.add(Math.clamp(mean, columns.get(c).min(), columns.get(c).max()));
        }
        return means.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int[] filled(int value, int length) {
        var cells = new int[length];
        Arrays.fill(cells, value);
        return cells;
    }

    private static double[] filled(double value, int length) {
        var cells = new double[length];
        Arrays.fill(cells, value);
        return cells;
    }
}

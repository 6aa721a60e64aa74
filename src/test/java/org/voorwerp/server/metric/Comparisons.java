package org.voorwerp.server.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.ClassAnswers;

/// Comparisons of labels that tests make up.
public final class Comparisons {

    public static final List<String> CLASSES = List.of("smooth", "spiral, barred", "ro\"und");

    private Comparisons() {}

    /// Twelve subjects `s00` to `s11`, of the three classes in turn; the predictions are right but for every fourth.
    /// The
    /// odd ones are private.
    public static Comparison of(Part part) {
        int n = 12;
        var ids = IntStream.range(0, n).mapToObj("s%02d"::formatted).toList();
        var parts = new Part[n];
        Arrays.setAll(parts, i -> i % 2 == 0 ? Part.PUBLIC : Part.PRIVATE);
        var labels = IntStream.range(0, n).map(i -> i % 3).toArray();
        var predicted =
                IntStream.range(0, n).map(i -> i % 4 == 0 ? (i + 1) % 3 : i % 3).toArray();
        var votes = IntStream.range(0, n).map(i -> 20 + i).toArray();
        var kind = new Labels("label", CLASSES);
        var truth = new Truth(SubjectIndex.of(ids), parts, votes, new ClassAnswers(CLASSES, labels, null));
        return new Comparison(kind, truth, new Predictions(List.of(new ClassCells(predicted))), truth.part(part), null);
    }
}

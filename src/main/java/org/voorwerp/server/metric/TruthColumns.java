package org.voorwerp.server.metric;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;

/// What the columns of truth are called: in train.csv, where they stand after the id and the attributes, in the tables
/// of
/// metrics in SQL, and in the solution that programs are given:
///
/// - for classes the consensus label, in a column called as in submissions (`label` for probabilities), then the vote
///   fraction of each class, called `f_` and the class, where votes are known;
/// - for values the numbers, for texts the text, called as in submissions;
/// - then `votes`, the number of votes behind the truth, where known.
public final class TruthColumns {

    /// The number of votes behind the truth.
    public static final String VOTES = "votes";

    private static final String FRACTION = "f_";

    private TruthColumns() {}

    /// The columns that hold the consensus itself.
    public static List<String> consensus(TaskKind kind) {
        return switch (kind) {
            case Labels(var column, var _) -> List.of(column);
            case Probabilities _ -> List.of("label");
            case Values(var columns) -> columns.stream().map(NumberColumn::name).toList();
            case Texts(var column, var _) -> List.of(column);
        };
    }

    /// The columns that hold vote fractions, one a class.
    public static List<String> fractions(List<String> classes) {
        return classes.stream().map(name -> FRACTION + name).toList();
    }

    /// All columns of truth that there may be.
    public static List<String> truth(TaskKind kind) {
        var columns = new ArrayList<>(consensus(kind));
        columns.add(VOTES);
        switch (kind) {
            case Labels(var _, var classes) -> columns.addAll(fractions(classes));
            case Probabilities(var _, var classes) -> columns.addAll(fractions(classes));
            case Values _, Texts _ -> {
                // The columns of values are the fractions; of texts there are none.
            }
        }
        return columns;
    }
}

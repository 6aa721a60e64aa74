package org.voorwerp.scoring;

import java.util.List;

/// A column that a submission must have, besides the id.
public sealed interface PredictionColumn {

    String name();

    /// Cells name one of the classes.
    record ClassColumn(String name, List<String> classes) implements PredictionColumn {
        public ClassColumn {
            classes = List.copyOf(classes);
        }
    }

    /// Cells are texts of at most `longest` characters, which may be empty.
    record TextColumn(String name, int longest) implements PredictionColumn {}

    /// Cells are finite decimal numbers between `min` and `max`, both inclusive; infinite bounds mean none.
    record NumberColumn(String name, double min, double max) implements PredictionColumn {
        public NumberColumn(String name) {
            this(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }
}

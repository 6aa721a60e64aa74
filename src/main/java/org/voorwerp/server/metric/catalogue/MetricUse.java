package org.voorwerp.server.metric.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;

/// What challenge.yaml says of one of its metrics.
public sealed interface MetricUse {

    /// What names it: for one of the catalogue which, for others their scores.
    String name();

    /// What the board calls it, if not by its name.
    @Nullable
    String title();

    /// A metric of the catalogue.
    ///
    /// @param parameters as given, not checked yet
    record Named(String name, @Nullable String title, Map<String, Object> parameters) implements MetricUse {}

    /// A query.
    record Sql(String name, @Nullable String title, Direction direction, String query) implements MetricUse {}

    /// One of the scores of a program.
    ///
    /// @param folder of the program in the pack
    record Program(String name, @Nullable String title, Direction direction, String folder) implements MetricUse {}
}

package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.PredictionColumn;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.PredictionColumn.TextColumn;

/// What is predicted, and in which columns.
///
/// @param kind `labels`, `probabilities`, `values` or `texts`
/// @param id the column of ids
/// @param columns of a submission after the id
/// @param classes where the task has classes
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        String kind,
        String id,
        List<ColumnView> columns,
        @Nullable List<String> classes) {

    /// A column of a submission.
    ///
    /// @param holds `class`, `number` or `text`
    /// @param min the smallest number accepted, if there is one
    /// @param max the largest number accepted, if there is one
    /// @param longest how many characters a text may have
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ColumnView(
            String name,
            String holds,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Integer longest) {

        static ColumnView of(PredictionColumn column) {
            return switch (column) {
                case ClassColumn(var name, var _) -> new ColumnView(name, "class", null, null, null);
                case NumberColumn(var name, var min, var max) ->
                    new ColumnView(name, "number", finite(min), finite(max), null);
                case TextColumn(var name, var longest) -> new ColumnView(name, "text", null, null, longest);
            };
        }

        private static @Nullable Double finite(double bound) {
            return Double.isInfinite(bound) ? null : bound;
        }
    }

    static TaskView of(Definition definition) {
        var kind = definition.taskKind();
        return new TaskView(
                kind.name(),
                definition.idColumn(),
                kind.columns().stream().map(ColumnView::of).toList(),
                definition.task().classes());
    }
}

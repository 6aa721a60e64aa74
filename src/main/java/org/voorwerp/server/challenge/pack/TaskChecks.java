package org.voorwerp.server.challenge.pack;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;
import org.voorwerp.server.metric.TruthColumns;
import org.voorwerp.table.Excerpt;

/// What is predicted: whether its names can stand side by side in the published files.
final class TaskChecks {

    private final Checking checking;
    private final Place task;

    TaskChecks(Checking checking) {
        this.checking = checking;
        this.task = checking.root().get("task");
    }

    void check() {
        var columns = task.get("columns").items();
        checking.tellRepeated(columns.stream().map(column -> column.get("name")).toList(), "column");
        columns.forEach(this::checkRange);
        switch (task.get("kind").text().orElse("")) {
            case "labels" ->
                use(new Labels(word("column", "label"), task.get("classes").texts()));
            case "probabilities" ->
                use(new Probabilities(word("prefix", "p_"), task.get("classes").texts()));
            case "values" -> use(values(columns));
            case "texts" -> use(new Texts(word("column", "text"), Texts.LONGEST));
            default -> {
                // The schema has told that there is no such kind.
            }
        }
    }

    private void use(TaskKind kind) {
        if (kind.columns().isEmpty()) {
            return;
        }
        checking.kind(kind);
        var id = task.get("id");
        var idColumn = id.text().orElse("id");
        var names = kind.columns().stream().map(PredictionColumn::name).toList();
        if (names.contains(idColumn)) {
            var at = id.exists() ? id : task;
            checking.tell(at.finding("a prediction column is called " + Excerpt.of(idColumn)
                    + " like the column of ids; choose another id"));
        }
        checkPublished(id, idColumn, names);
    }

    /// train.csv holds the truth beside the id and the published attributes.
    private void checkPublished(Place id, String idColumn, List<String> predictionColumns) {
        var kind = Objects.requireNonNull(checking.kind());
        var truthColumns = TruthColumns.truth(kind);
        if (truthColumns.contains(idColumn) && !predictionColumns.contains(idColumn)) {
            checking.tell((id.exists() ? id : task)
                    .finding("train.csv has a column " + Excerpt.of(idColumn) + " of its own; choose another id"));
        }
        predictionColumns.stream()
                .filter(column -> Collections.frequency(truthColumns, column) > 1)
                .forEach(column -> checking.tell(task.finding("no column can be called " + Excerpt.of(column)
                        + ": train.csv has one of its own by that name")));
        var taken = new HashMap<String, String>();
        taken.put(idColumn, "the column of ids");
        truthColumns.forEach(column -> taken.putIfAbsent(column, "the column of that name in train.csv"));
        for (var attribute : checking.root().get("subjects").get("publish").items()) {
            var clash = taken.get(attribute.text().orElse(""));
            if (clash != null) {
                checking.tell(attribute.valueFinding(Excerpt.of(attribute.text().orElse(""))
                        + " cannot be published: it would clash with " + clash));
            }
        }
    }

    private void checkRange(Place column) {
        var min = column.get("min").number();
        var max = column.get("max").number();
        if (min.isPresent() && max.isPresent() && min.get() >= max.get()) {
            checking.tell(column.get("max").valueFinding("max must be more than min"));
        }
    }

    private static Values values(List<Place> columns) {
        return new Values(columns.stream()
                .filter(column -> column.get("name").text().isPresent())
                .map(column -> new NumberColumn(
                        column.get("name").text().orElseThrow(),
                        column.get("min").number().orElse(Double.NEGATIVE_INFINITY),
                        column.get("max").number().orElse(Double.POSITIVE_INFINITY)))
                .toList());
    }

    private String word(String name, String otherwise) {
        return task.get(name).text().orElse(otherwise);
    }
}

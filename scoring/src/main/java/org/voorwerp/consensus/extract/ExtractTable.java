package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// Reads a table of extracts: ours, or one that panoptes_aggregation wrote.
public final class ExtractTable {

    private final Table table;
    private final Map<String, Integer> data = new TreeMap<>();

    private ExtractTable(Table table) {
        this.table = table;
        for (var name : table.columns()) {
            if (name.startsWith(Flat.PREFIX)) {
                data.put(name, table.column(name));
            }
        }
    }

    /// Hands on each row in the order of the file.
    ///
    /// @throws TableException if it is no table of extracts
    public static void read(Path file, Consumer<ExtractRow> rows) throws IOException {
        try (var table = Table.open(file)) {
            var extracts = new ExtractTable(table);
            for (var row : table) {
                rows.accept(extracts.extract(row));
            }
        }
    }

    private ExtractRow extract(Row row) {
        var values = JsonNodeFactory.instance.objectNode();
        data.forEach((name, column) -> {
            var cell = row.get(column);
            if (!cell.isEmpty()) {
                Flat.put(values, name, name.equals("data.text") ? values.textNode(cell) : Literal.value(cell));
            }
        });
        return new ExtractRow(
                id(row, "classification_id").isEmpty() ? -1 : row.whole(table.column("classification_id")),
                id(row, "user_name"),
                id(row, "user_id"),
                id(row, "workflow_id"),
                id(row, "task"),
                id(row, "created_at"),
                id(row, "subject_id"),
                id(row, "extractor"),
                values);
    }

    /// A cell of any of the columns before the data; ids without the `.0` of a table program.
    private String id(Row row, String name) {
        var cell = row.get(table.column(name)).strip();
        return cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
    }
}

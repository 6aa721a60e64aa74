package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.Anonymous;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// Reads a table of extracts: ours, or one that panoptes_aggregation wrote.
public final class ExtractTable {

    private final Table table;
    private final Anonymous anonymous;
    private final Map<String, Integer> data = new TreeMap<>();

    private ExtractTable(Table table, Anonymous anonymous) {
        this.table = table;
        this.anonymous = anonymous;
        for (var name : table.columns()) {
            if (name.startsWith(Flat.PREFIX)) {
                data.put(name, table.column(name));
            }
        }
    }

    /// Hands on each row in the order of the file.
    ///
    /// @return how many were not handed on, because they were made without an account and such are left out
    /// @throws TableException if it is no table of extracts
    public static long read(Path file, Anonymous anonymous, Consumer<ExtractRow> rows) throws IOException {
        long left = 0;
        try (var table = Table.open(file)) {
            var extracts = new ExtractTable(table, anonymous);
            for (var row : table) {
                var extract = extracts.extract(row);
                if (extract == null) {
                    left++;
                } else {
                    rows.accept(extract);
                }
            }
        }
        return left;
    }

    private @Nullable ExtractRow extract(Row row) {
        long classification =
                id(row, "classification_id").isEmpty() ? -1 : row.whole(table.column("classification_id"));
        var userName = id(row, "user_name");
        var userId = id(row, "user_id");
        var volunteer = anonymous.volunteer(orNull(userId), orNull(userName), classification, row.line());
        if (volunteer == null) {
            return null;
        }
        var values = JsonNodeFactory.instance.objectNode();
        data.forEach((name, column) -> {
            var cell = row.get(column);
            if (!cell.isEmpty()) {
                Flat.put(values, name, name.equals("data.text") ? values.textNode(cell) : Literal.value(cell));
            }
        });
        return new ExtractRow(
                classification,
                volunteer,
                userName,
                userId,
                id(row, "workflow_id"),
                id(row, "task"),
                id(row, "created_at"),
                id(row, "subject_id"),
                id(row, "extractor"),
                values);
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /// A cell of any of the columns before the data; ids without the `.0` of a table program.
    private String id(Row row, String name) {
        var cell = row.get(table.column(name)).strip();
        return cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
    }
}

package org.voorwerp.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// Where the columns of a Panoptes export stand, and what its cells mean after other tools wrote them again: R
/// writes `NA` for empty, pandas `123.0` for an id. Columns are numbered from 0; -1 where the export has none.
final class ExportCells {

    private static final Set<String> EMPTY = Set.of("", "NA", "NaN", "nan", "null", "NULL", "None");

    final int classification;
    final int userName;
    final int userId;
    final int workflow;
    final int version;
    final int createdAt;
    final int goldStandard;
    final int expert;
    final int metadata;
    final int annotations;
    final int subjectData;
    final int subjects;

    /// @throws TableException if a column is missing without which nothing can be read
    ExportCells(Table table) {
        classification = find(table, "classification_id");
        userName = find(table, "user_name");
        userId = find(table, "user_id");
        workflow = find(table, "workflow_id");
        version = find(table, "workflow_version");
        createdAt = find(table, "created_at");
        goldStandard = find(table, "gold_standard");
        expert = find(table, "expert");
        metadata = find(table, "metadata");
        annotations = find(table, "annotations");
        subjectData = find(table, "subject_data");
        subjects = find(table, "subject_ids");
        List<String> missing = new ArrayList<>();
        if (workflow < 0) {
            missing.add("workflow_id");
        }
        if (annotations < 0) {
            missing.add("annotations");
        }
        if (subjects < 0 && subjectData < 0) {
            missing.add("subject_ids (or subject_data)");
        }
        if (userName < 0 && userId < 0) {
            missing.add("user_name (or user_id)");
        }
        if (!missing.isEmpty()) {
            throw new TableException(Finding.ofLine(
                    1,
                    "this is no classification export of the Zooniverse: it has no column "
                            + String.join(", ", missing)));
        }
    }

    private static int find(Table table, String name) {
        return table.has(name) ? table.column(name) : -1;
    }

    /// The cell's text, or null where nothing stands in it.
    static @Nullable String text(Row row, int column) {
        if (column < 0) {
            return null;
        }
        var cell = row.get(column).strip();
        return EMPTY.contains(cell) ? null : cell;
    }

    /// An id, without the `.0` of a table program.
    static @Nullable String id(Row row, int column) {
        var cell = text(row, column);
        return cell != null && cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
    }

    /// Whether something other than "no" stands in a cell.
    static boolean flagged(Row row, int column) {
        var cell = text(row, column);
        return cell != null && !cell.equalsIgnoreCase("false") && !cell.equals("0");
    }
}

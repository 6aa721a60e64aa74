package org.voorwerp.consensus.panoptes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.TableException;

/// Where the columns of a classification export stand. They are found by name, since order and number of columns
/// changed over the years, and since other tools add some of their own.
final class ExportColumns {

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

    private final List<String> names;
    private final int shift;

    /// @param names the cells of the header
    /// @param rowCells how many cells the first row has: R leaves out the header of a first column of row names
    /// @throws TableException if a column is missing without which nothing can be read
    ExportColumns(List<String> names, int rowCells) {
        this.names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        shift = rowCells == names.size() + 1 ? 1 : 0;
        classification = find("classification_id");
        userName = find("user_name");
        userId = find("user_id");
        workflow = find("workflow_id");
        version = find("workflow_version");
        createdAt = find("created_at");
        goldStandard = find("gold_standard");
        expert = find("expert");
        metadata = find("metadata");
        annotations = find("annotations");
        subjectData = find("subject_data");
        subjects = find("subject_ids");
        requireAll();
    }

    private void requireAll() {
        var missing = new ArrayList<String>();
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
                            + String.join(", ", missing)
                            + (names.size() == 1 && names.getFirst().contains(";")
                                    ? "; its columns are separated by semicolons: commas or tabs are expected"
                                    : "")));
        }
    }

    private int find(String name) {
        int found = names.indexOf(name);
        if (found >= 0 && names.lastIndexOf(name) != found) {
            throw new TableException(Finding.ofLine(1, "there are two columns " + Excerpt.of(name)));
        }
        return found < 0 ? -1 : found + shift;
    }

    /// How many cells a row has.
    int cells() {
        return names.size() + shift;
    }

    /// The name of a column, for messages.
    String name(int column) {
        return column < shift ? "" : names.get(column - shift);
    }
}

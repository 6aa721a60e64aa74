package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voorwerp.consensus.panoptes.Anonymous;

/// One row of an extract table, with the columns of panoptes_aggregation. Cells are as the export has them; empty where
/// it has none.
///
/// @param classification its id; -1 where none is known
/// @param data what the extractor made
public record ExtractRow(
        long classification,
        String userName,
        String userId,
        String workflow,
        String task,
        String createdAt,
        String subject,
        String extractor,
        ObjectNode data) {

    /// The columns before those of the data.
    public static final List<String> COLUMNS = List.of(
            "classification_id",
            "user_name",
            "user_id",
            "workflow_id",
            "task",
            "created_at",
            "subject_id",
            "extractor");

    /// Who made it: the name, which volunteers without an account have as well, else the id; nobody else's where there
    /// is neither.
    public String volunteer() {
        if (!userName.isEmpty()) {
            return "name:" + userName;
        }
        return userId.isEmpty() ? "row:" + classification : "user:" + userId;
    }

    /// The same without the name that volunteers without an account are given: by it several may go.
    public ExtractRow alone() {
        return userId.isEmpty() && Anonymous.isNamed(userName)
                ? new ExtractRow(classification, "", "", workflow, task, createdAt, subject, extractor, data)
                : this;
    }

    /// The cells of [#COLUMNS].
    List<String> cells() {
        return List.of(
                classification < 0 ? "" : Long.toString(classification),
                userName,
                userId,
                workflow,
                task,
                createdAt,
                subject,
                extractor);
    }
}

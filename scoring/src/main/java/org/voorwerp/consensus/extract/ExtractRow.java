package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One row of an extract table, with the columns of panoptes_aggregation. Cells are as the export has them; empty where
/// it has none.
///
/// @param classification its id; -1 where none is known
/// @param volunteer who made it, as [org.voorwerp.consensus.panoptes.Anonymous#volunteer] tells volunteers apart
/// @param data what the extractor made
public record ExtractRow(
        long classification,
        String volunteer,
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

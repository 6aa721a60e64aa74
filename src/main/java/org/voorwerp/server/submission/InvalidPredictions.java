package org.voorwerp.server.submission;

import java.util.List;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.table.Finding;

/// The file is not a valid set of predictions. It cost no quota, and nothing of it was kept.
final class InvalidPredictions extends Refusal {

    private static final long serialVersionUID = 1L;

    /// @param findings the first problems in the order of the file
    /// @param count how many there are in all
    InvalidPredictions(List<Finding> findings, long count) {
        super(422, "invalid-predictions", "Invalid predictions", summary(findings, count));
        with("errors", findings);
        with("errorCount", count);
    }

    private static String summary(List<Finding> findings, long count) {
        var first = "The file was not accepted and costs no quota: " + findings.getFirst();
        return count == 1 ? first + "." : first + "; and " + (count - 1) + " more, see errors.";
    }
}

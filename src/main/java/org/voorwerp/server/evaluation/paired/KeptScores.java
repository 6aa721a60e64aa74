package org.voorwerp.server.evaluation.paired;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Keeps how each subject moves a submission's primary score.
@ApplicationScoped
public class KeptScores {

    /// Of larger test sets nothing is kept: their boards round, and comparisons at the end can read the files again.
    private static final int MOST_SUBJECTS = 200_000;

    private static final Logger LOG = Logger.getLogger(KeptScores.class);

    private final Blobs blobs;
    private final DataSource database;

    KeptScores(Blobs blobs, DataSource database) {
        this.blobs = blobs;
        this.database = database;
    }

    /// How each subject moves a metric's score; null if the metric does not say.
    public static @Nullable SubjectScores of(
            TaskKind kind, Truth truth, Predictions predictions, ConfiguredMetric<?> metric) {
        var parts = new EnumMap<Part, Estimate>(Part.class);
        for (var part : List.of(Part.PUBLIC, Part.PRIVATE)) {
            var rows = truth.rows(part);
            var estimate = rows.length == 0 ? null : metric.estimate(kind, truth, predictions, rows, null);
            if (estimate != null) {
                parts.put(part, estimate);
            }
        }
        return parts.isEmpty() ? null : new SubjectScores(parts);
    }

    /// Keeps what can be kept of a submission.
    ///
    /// @param metric the primary one
    /// @return the blob; null if there is none
    public @Nullable String keep(TaskKind kind, Truth truth, Predictions predictions, ConfiguredMetric<?> metric)
            throws IOException {
        var scores = ofSmall(kind, truth, predictions, metric);
        if (scores == null) {
            return null;
        }
        try (var incoming = blobs.incoming(Area.SUBJECT_SCORES)) {
            scores.write(incoming);
            return incoming.keep().digest();
        }
    }

    private static @Nullable SubjectScores ofSmall(
            TaskKind kind, Truth truth, Predictions predictions, ConfiguredMetric<?> metric) {
        if (truth.parts().length > MOST_SUBJECTS) {
            return null;
        }
        try {
            return of(kind, truth, predictions, metric);
        } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError | AssertionError e) {
            // A metric may fail in any way; there is a score all the same.
            LOG.warnf(e, "%s has a score but does not say how subjects move it", metric.key());
            return null;
        }
    }

    /// What was kept; empty if it cannot be read any more.
    public Optional<SubjectScores> read(String blob) {
        try (var in = blobs.open(Area.SUBJECT_SCORES, blob)) {
            return Optional.of(SubjectScores.read(in));
        } catch (IOException e) {
            LOG.errorf(e, "the scores of single subjects cannot be read: %s", blob);
            return Optional.empty();
        }
    }

    /// The blobs of some submissions, as far as something was kept of them. What is in them is large: read one at a
    /// time, and let it go.
    public Map<UUID, String> blobs(List<UUID> submissions, int version) {
        var found = new HashMap<UUID, String>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select submission_id, subject_scores from result"
                        + " where scoring_version = ? and submission_id = any(?) and subject_scores is not null")) {
            statement.setInt(1, version);
            statement.setArray(2, connection.createArrayOf("uuid", submissions.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("scores of single subjects could not be found", e);
        }
        return found;
    }
}

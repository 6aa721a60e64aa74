package org.voorwerp.server.leaderboard.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.evaluation.paired.KeptScores;

/// Works out how far the public scores of a team's submissions may differ by chance, and keeps it beside the results.
/// What is kept follows from what is stored of both submissions, so it does not matter who works it out, or when.
@ApplicationScoped
public class KeptErrors {

    /// The Ladder asks about the next submission and the one that is shown, so that each is read about once.
    private static final int READ = 2;

    private static final Logger LOG = Logger.getLogger(KeptErrors.class);

    private final KeptScores scores;
    private final DataSource database;

    KeptErrors(KeptScores scores, DataSource database) {
        this.scores = scores;
        this.database = database;
    }

    /// Those of one scoring version, for as long as something is read.
    public Reading of(int version) {
        return new Reading(version);
    }

    /// Errors as they are asked for.
    public final class Reading implements PairedErrors {

        private final int version;
        private final Map<UUID, PairedError> workedOut = new HashMap<>();
        private final Map<String, Optional<Estimate>> read = new LinkedHashMap<>(4, 0.75f, true);

        private Reading(int version) {
            this.version = version;
        }

        @Override
        public OptionalDouble of(Entry submission, Entry other) {
            var known = submission.compared();
            if (known != null && known.other().equals(other.id())) {
                return OptionalDouble.of(known.error());
            }
            if (submission.subjectScores() == null || other.subjectScores() == null) {
                return OptionalDouble.empty();
            }
            var first = estimate(submission.subjectScores());
            var second = estimate(other.subjectScores());
            if (first.isEmpty() || second.isEmpty()) {
                return OptionalDouble.empty();
            }
            double error = first.get().minus(second.get()).standardError();
            workedOut.put(submission.id(), new PairedError(other.id(), error));
            return OptionalDouble.of(error);
        }

        /// How subjects move a public score; empty if what was kept cannot be read any more.
        private Optional<Estimate> estimate(String blob) {
            var estimate = read.computeIfAbsent(blob, b -> scores.read(b).flatMap(kept -> kept.of(Part.PUBLIC)));
            if (read.size() > READ) {
                read.remove(read.keySet().iterator().next());
            }
            return estimate;
        }

        /// Keeps what had to be worked out. Not to be called while a connection is held.
        public void keep() {
            if (workedOut.isEmpty()) {
                return;
            }
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement("update result set compared_with = ?, paired_error = ?"
                            + " where submission_id = ? and scoring_version = ?")) {
                for (var entry : workedOut.entrySet()) {
                    statement.setObject(1, entry.getValue().other());
                    statement.setDouble(2, entry.getValue().error());
                    statement.setObject(3, entry.getKey());
                    statement.setInt(4, version);
                    statement.addBatch();
                }
                statement.executeBatch();
            } catch (SQLException e) {
                // It will be worked out again.
                LOG.warn("differences between submissions could not be kept", e);
            }
        }
    }
}

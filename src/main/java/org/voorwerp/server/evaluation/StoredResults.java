package org.voorwerp.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import org.voorwerp.server.evaluation.Scorer.Scored;
import org.voorwerp.server.evaluation.StoredFiles.Result;

/// Writes results: one a submission and scoring version, whoever writes first.
@ApplicationScoped
public class StoredResults {

    private final EntityManager database;

    StoredResults(EntityManager database) {
        this.database = database;
    }

    /// The scoring version that the boards show, which stays so until the caller's transaction ends.
    @Transactional(TxType.MANDATORY)
    public int shownVersion(UUID challenge) {
        // Lets acceptances through, which count in the same row, but not the turn to another version.
        return (Integer) database.createNativeQuery(
                        "select scoring_version from challenge where id = ?1 for key share", Integer.class)
                .setParameter(1, challenge)
                .getSingleResult();
    }

    /// Stores a result, in the caller's transaction; changes nothing if there is one.
    @Transactional(TxType.MANDATORY)
    public void add(UUID submission, int version, int attempt, Instant at, Result result) {
        int added = database.createNativeQuery("insert into result"
                        + " (submission_id, scoring_version, attempt, scored_at, subject_scores, detail)"
                        + " values (?1, ?2, ?3, ?4, cast(?5 as text), cast(?6 as text)) on conflict do nothing")
                .setParameter(1, submission)
                .setParameter(2, version)
                .setParameter(3, attempt)
                .setParameter(4, at)
                .setParameter(5, result.subjectScores())
                .setParameter(6, result.detail())
                .executeUpdate();
        if (added == 1) {
            result.scores().forEach(scored -> row(submission, version, scored).persist());
        }
    }

    private static ScoreRow row(UUID submission, int version, Scored scored) {
        var row = new ScoreRow();
        row.submissionId = submission;
        row.scoringVersion = version;
        row.part = scored.part().word();
        row.metric = scored.metric();
        row.value = scored.score().value();
        var interval = scored.score().interval();
        if (interval != null) {
            row.low = interval.low();
            row.high = interval.high();
            row.method = interval.method();
        }
        return row;
    }
}

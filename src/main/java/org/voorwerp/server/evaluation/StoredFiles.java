package org.voorwerp.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.evaluation.Scorer.Scored;
import org.voorwerp.server.evaluation.paired.KeptScores;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.server.submission.CheckedPredictions;
import org.voorwerp.server.truth.Truths;

/// Scores the files that submissions are, by the truth and the metrics of a scoring version.
@ApplicationScoped
public class StoredFiles {

    private static final Logger LOG = Logger.getLogger(StoredFiles.class);

    private final Challenges challenges;
    private final Truths truths;
    private final Blobs blobs;
    private final CheckedPredictions checked;
    private final KeptScores subjectScores;

    StoredFiles(
            Challenges challenges, Truths truths, Blobs blobs, CheckedPredictions checked, KeptScores subjectScores) {
        this.challenges = challenges;
        this.truths = truths;
        this.blobs = blobs;
        this.checked = checked;
        this.subjectScores = subjectScores;
    }

    /// What scoring gave.
    ///
    /// @param scores none if there is none in this version
    /// @param subjectScores the blob of [KeptScores]; null if there is none
    /// @param detail for organisers: what programs said, or why there is no score; null if there is nothing to say
    public record Result(
            List<Scored> scores,
            @Nullable String subjectScores,
            @Nullable String detail) {}

    /// What was read of the file when it was accepted, if this server still has it; otherwise the stored file, checked
    /// again, as the disk may have changed its mind.
    public Predictions read(Challenge challenge, String blob) throws IOException {
        var definition = challenge.definition;
        var kind = definition.taskKind();
        // All versions have the same test subjects, in the same order.
        var subjects = truths.read(challenge.id, challenge.scoringVersion, kind).subjects();
        var known = checked.take(challenge.id, blob, kind, subjects);
        if (known.isPresent()) {
            return known.get();
        }
        try (var in = blobs.open(Area.SUBMISSIONS, blob)) {
            return switch (PredictionFile.read(in, kind, subjects, definition.idColumn())) {
                case PredictionFile.Accepted(var predictions) -> predictions;
                case PredictionFile.Rejected(var findings, var _) ->
                    throw new IllegalStateException("the stored file is not valid any more: " + findings.getFirst());
            };
        }
    }

    /// All scores of a version.
    ///
    /// @throws org.voorwerp.scoring.ParticipantVisibleException if a metric has something to say to the participant
    public Result score(Challenge challenge, int version, Predictions predictions) throws IOException {
        var kind = challenge.definition.taskKind();
        var truth = truths.read(challenge.id, version, kind);
        return score(kind, truth, predictions, challenges.metrics(challenge, version));
    }

    /// All scores of a version; none if it has no score for these predictions, which then stand on none of its boards.
    public Result scoreIfPossible(Challenge challenge, int version, Predictions predictions) throws IOException {
        var kind = challenge.definition.taskKind();
        var truth = truths.read(challenge.id, version, kind);
        var metrics = challenges.metrics(challenge, version);
        try {
            return score(kind, truth, predictions, metrics);
        } catch (IOException e) {
            throw e;
        } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError | AssertionError e) {
            // A metric may fail in any way; one submission must not hold up the others.
            LOG.warnf(e, "challenge %s: a submission has no score in version %d", challenge.slug, version);
            return new Result(List.of(), null, Detail.of(e));
        }
    }

    private Result score(TaskKind kind, Truth truth, Predictions predictions, List<ConfiguredMetric<?>> metrics)
            throws IOException {
        var outcome = Scorer.score(kind, truth, predictions, metrics);
        var kept = subjectScores.keep(kind, truth, predictions, metrics.getFirst());
        return new Result(outcome.scores(), kept, outcome.detail());
    }
}

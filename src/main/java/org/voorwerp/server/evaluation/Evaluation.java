package org.voorwerp.server.evaluation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.PredictionFile;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.Incident;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.server.submission.CheckedPredictions;
import org.voorwerp.server.submission.Lifecycle;
import org.voorwerp.server.submission.Lifecycle.Attempt;
import org.voorwerp.server.submission.Submission;
import org.voorwerp.server.truth.Truths;

/// Scores submissions. It may be told to score the same one twice, or by two workers at once: the attempt's number
/// sees to it that one result is stored.
@ApplicationScoped
class Evaluation {

    private static final Logger LOG = Logger.getLogger(Evaluation.class);

    /// As much of an exception's text as an organiser needs.
    private static final int LONGEST_DETAIL = 4000;

    private final Lifecycle lifecycle;
    private final Challenges challenges;
    private final Truths truths;
    private final Blobs blobs;
    private final CheckedPredictions read;
    private final EvaluationConfig config;
    private final Clock clock;
    private final Timer timer;

    Evaluation(
            Lifecycle lifecycle,
            Challenges challenges,
            Truths truths,
            Blobs blobs,
            CheckedPredictions read,
            EvaluationConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.lifecycle = lifecycle;
        this.challenges = challenges;
        this.truths = truths;
        this.blobs = blobs;
        this.read = read;
        this.config = config;
        this.clock = clock;
        this.timer = metrics.timer("voorwerp.scoring");
    }

    /// What came of trying.
    enum Outcome {
        /// Nothing is left to do: a result is stored, or a failure, or somebody else took over.
        DONE,
        /// An error of ours that may pass.
        TRY_AGAIN
    }

    private record Work(Submission submission, Challenge challenge) {}

    /// Scores a submission.
    ///
    /// @param mayTryAgain asked after an error of ours: whether there will be another attempt
    Outcome score(UUID submission, BooleanSupplier mayTryAgain) {
        var attempt = lifecycle.begin(submission);
        if (attempt.isEmpty()) {
            return Outcome.DONE;
        }
        try {
            timer.recordCallable(() -> {
                score(attempt.get());
                return null;
            });
            return Outcome.DONE;
        } catch (ParticipantVisibleException e) {
            lifecycle.failedVisibly(attempt.get(), Objects.requireNonNullElse(e.getMessage(), "no reason was given"));
            return Outcome.DONE;
        } catch (Exception | OutOfMemoryError | StackOverflowError | LinkageError | AssertionError e) {
            // A metric may fail in any way; the worker must not.
            return fault(attempt.get(), mayTryAgain, e);
        }
    }

    private void score(Attempt attempt) throws IOException {
        var work = QuarkusTransaction.requiringNew().call(() -> {
            Submission submission = Submission.findById(attempt.submission());
            return new Work(submission, Challenge.findById(submission.challengeId));
        });
        var challenge = work.challenge();
        var kind = challenge.definition.taskKind();
        var truth = truths.read(challenge.id, challenge.scoringVersion, kind);
        var predictions = predictions(work, truth.subjects());
        var scores = Scorer.score(kind, truth, predictions, challenges.metrics(challenge));
        store(attempt, challenge.scoringVersion, scores);
    }

    /// What was read of the file when it was accepted; otherwise the stored file, checked again, as the disk may have
    /// changed its mind.
    private Predictions predictions(Work work, SubjectIndex subjects) throws IOException {
        var definition = work.challenge().definition;
        var known = read.take(work.challenge().id, work.submission().blob, definition.taskKind(), subjects);
        if (known.isPresent()) {
            return known.get();
        }
        try (var in = blobs.open(Area.SUBMISSIONS, work.submission().blob)) {
            return switch (PredictionFile.read(in, definition.taskKind(), subjects, definition.idColumn())) {
                case PredictionFile.Accepted(var predictions) -> predictions;
                case PredictionFile.Rejected(var findings, var _) ->
                    throw new IllegalStateException("the stored file is not valid any more: " + findings.getFirst());
            };
        }
    }

    private void store(Attempt attempt, int scoringVersion, List<Scorer.Scored> scores) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!lifecycle.scored(attempt)) {
                LOG.infof("submission %s: attempt %d came late", attempt.submission(), attempt.number());
                return;
            }
            var result = new Result();
            result.submissionId = attempt.submission();
            result.scoringVersion = scoringVersion;
            result.attempt = attempt.number();
            result.scoredAt = clock.instant();
            result.persist();
            scores.forEach(scored -> row(attempt, scoringVersion, scored).persist());
        });
    }

    private static ScoreRow row(Attempt attempt, int scoringVersion, Scorer.Scored scored) {
        var row = new ScoreRow();
        row.submissionId = attempt.submission();
        row.scoringVersion = scoringVersion;
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

    private Outcome fault(Attempt attempt, BooleanSupplier mayTryAgain, Throwable e) {
        if (mayTryAgain.getAsBoolean() && attempt.number() < config.starts()) {
            LOG.warnf(e, "submission %s: attempt %d failed", attempt.submission(), attempt.number());
            return Outcome.TRY_AGAIN;
        }
        var incident = Incident.next();
        LOG.errorf(e, "incident %s: submission %s cannot be scored", incident, attempt.submission());
        lifecycle.failedByUs(attempt, incident, detail(e));
        return Outcome.DONE;
    }

    private static String detail(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        var detail = text.toString().replace("\0", "");
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }
}

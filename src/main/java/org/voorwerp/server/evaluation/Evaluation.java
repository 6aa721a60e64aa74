package org.voorwerp.server.evaluation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.board.Fingerprint;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.ScoringVersion;
import org.voorwerp.server.evaluation.StoredFiles.Result;
import org.voorwerp.server.evaluation.suspicion.Fingerprints;
import org.voorwerp.server.http.Incident;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.submission.Lifecycle;
import org.voorwerp.server.submission.Lifecycle.Attempt;
import org.voorwerp.server.submission.Submission;

/// Scores submissions. It may be told to score the same one twice, or by two workers at once: the attempt's number
/// sees to it that one result is stored.
@ApplicationScoped
class Evaluation {

    private static final Logger LOG = Logger.getLogger(Evaluation.class);

    private final Lifecycle lifecycle;
    private final StoredFiles files;
    private final StoredResults stored;
    private final Fingerprints fingerprints;
    private final EvaluationConfig config;
    private final Clock clock;
    private final Timer timer;

    Evaluation(
            Lifecycle lifecycle,
            StoredFiles files,
            StoredResults stored,
            Fingerprints fingerprints,
            EvaluationConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.lifecycle = lifecycle;
        this.files = files;
        this.stored = stored;
        this.fingerprints = fingerprints;
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

    private record Work(Submission submission, Challenge challenge, Optional<Integer> coming) {}

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
            return new Work(
                    submission,
                    Challenge.findById(submission.challengeId),
                    ScoringVersion.coming(submission.challengeId).map(coming -> coming.version));
        });
        var challenge = work.challenge();
        var predictions = files.read(challenge, work.submission().blob);
        var results = new TreeMap<Integer, Result>();
        results.put(challenge.scoringVersion, files.score(challenge, challenge.scoringVersion, predictions));
        // While everything is scored anew, what arrives is scored both ways.
        if (work.coming().isPresent()) {
            int version = work.coming().get();
            results.put(version, files.scoreIfPossible(challenge, version, predictions));
        }
        store(attempt, challenge.id, results, Fingerprints.of(predictions));
    }

    private void store(
            Attempt attempt, UUID challenge, SortedMap<Integer, Result> results, @Nullable Fingerprint fingerprint) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!lifecycle.scored(attempt)) {
                LOG.infof("submission %s: attempt %d came late", attempt.submission(), attempt.number());
                return;
            }
            if (!results.containsKey(stored.shownVersion(challenge))) {
                throw new IllegalStateException("the boards have turned to another scoring version meanwhile");
            }
            results.forEach((version, result) ->
                    stored.add(attempt.submission(), version, attempt.number(), clock.instant(), result));
            if (fingerprint != null) {
                fingerprints.add(attempt.submission(), fingerprint);
            }
        });
    }

    private Outcome fault(Attempt attempt, BooleanSupplier mayTryAgain, Throwable e) {
        boolean inVain = e instanceof MetricFault;
        if (!inVain && mayTryAgain.getAsBoolean() && attempt.number() < config.starts()) {
            LOG.warnf(e, "submission %s: attempt %d failed", attempt.submission(), attempt.number());
            return Outcome.TRY_AGAIN;
        }
        var incident = Incident.next();
        LOG.errorf(e, "incident %s: submission %s cannot be scored", incident, attempt.submission());
        lifecycle.failedByUs(attempt, incident, Detail.of(e));
        return Outcome.DONE;
    }
}

package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.http.NotFound;

/// All changes of a submission's state, as [SubmissionState] draws them. A worker writes only as long as the attempt
/// it began is the latest; whoever comes late changes nothing.
@ApplicationScoped
public class Lifecycle {

    private static final String OURS =
            "Something went wrong on our side while scoring; your quota was given back. Quote incident %s to ask.";

    private final EntityManager database;
    private final Quotas quotas;
    private final Event<SubmissionFinished> finished;
    private final Clock clock;

    Lifecycle(EntityManager database, Quotas quotas, Event<SubmissionFinished> finished, Clock clock) {
        this.database = database;
        this.quotas = quotas;
        this.finished = finished;
        this.clock = clock;
    }

    /// The right to score a submission, held by one worker.
    ///
    /// @param submission what is scored
    /// @param number raised each time scoring begins
    public record Attempt(UUID submission, int number) {}

    /// Begins to score; empty if there is nothing to do any more.
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Attempt> begin(UUID submission) {
        return database
                .createNativeQuery(
                        "update submission set state = 'scoring', attempt = attempt + 1"
                                + " where id = ?1 and state in ('accepted', 'scoring') returning attempt",
                        Integer.class)
                .setParameter(1, submission)
                .getResultList()
                .stream()
                .findFirst()
                .map(number -> new Attempt(submission, (Integer) number));
    }

    /// Marks as scored, in the transaction that stores the result.
    ///
    /// @return false if another worker has taken over or the team has withdrawn: then nothing must be stored
    @Transactional(TxType.MANDATORY)
    public boolean scored(Attempt attempt) {
        return finish(attempt, SubmissionState.SCORED, null, null, null);
    }

    /// Marks as failed for a reason that the participant is told, and gives the quota back.
    @Transactional(TxType.REQUIRES_NEW)
    public boolean failedVisibly(Attempt attempt, String message) {
        return failed(attempt, message, null, null);
    }

    /// Marks as failed through a fault of ours, and gives the quota back.
    ///
    /// @param detail for organisers
    @Transactional(TxType.REQUIRES_NEW)
    public boolean failedByUs(Attempt attempt, String incident, String detail) {
        return failed(attempt, OURS.formatted(incident), incident, detail);
    }

    /// Takes a submission back, while nobody knows yet what it is worth in the end: a team that took back what did
    /// worse than it hoped would come to stand by the best of all that it ever sent.
    ///
    /// @throws WrongState if it failed, which withdraws it from everything already, or if a private board is open
    ///     on which it may stand
    @Transactional
    public Submission withdraw(UUID id) {
        var submission = locked(id);
        switch (submission.state()) {
            case ACCEPTED, SCORING -> {
                requireUntold(submission);
                quotas.refund(submission);
                submission.finishedAt = clock.instant();
                withdrawn(submission);
            }
            case SCORED -> {
                requireUntold(submission);
                withdrawn(submission);
            }
            case WITHDRAWN -> {}
            case DISQUALIFIED -> throw new WrongState("The submission is disqualified: it is on no board.");
            case FAILED -> throw new WrongState("The submission failed: it is on no board and used no quota.");
        }
        return submission;
    }

    /// Late ones have no rank, nor do they take one from others of their team.
    private void requireUntold(Submission submission) {
        List<Phase> phases = Phase.list("challengeId = ?1 order by position", submission.challengeId);
        Phase phase = Phase.findById(submission.phaseId);
        if (!submission.late && phase.isPrivatelyToldAt(clock.instant(), phases)) {
            throw new WrongState(
                    "The board of the private part is open: from then on a team stands there by what it had"
                            + " sent and chosen. An organiser can take a submission off the boards.");
        }
    }

    /// Puts a withdrawn submission back on the boards, while its phase is open: what its scores are worth beside
    /// others must not be known yet.
    ///
    /// @throws WrongState if it was not scored before, is not withdrawn, or its phase is over
    @Transactional
    public void restoreWithdrawn(UUID id) {
        var submission = locked(id);
        if (submission.state() != SubmissionState.WITHDRAWN || !isScored(id)) {
            throw new WrongState("Only a submission that was scored and withdrawn can be restored.");
        }
        Phase phase = Phase.findById(submission.phaseId);
        if (phase.isOverAt(clock.instant())) {
            throw new WrongState("Phase \"" + phase.name + "\" is over; what was withdrawn stays withdrawn.");
        }
        submission.state = SubmissionState.SCORED.word();
    }

    /// Takes a scored submission off the boards.
    ///
    /// @param reason told to everybody
    /// @throws WrongState if it is not scored
    @Transactional(TxType.MANDATORY)
    public Submission disqualify(UUID id, String reason) {
        var submission = locked(id);
        if (submission.state() != SubmissionState.SCORED) {
            throw new WrongState("Only a scored submission can be disqualified; this one is " + submission.state + ".");
        }
        submission.state = SubmissionState.DISQUALIFIED.word();
        submission.disqualifiedReason = reason;
        return submission;
    }

    /// Puts a disqualified submission back.
    ///
    /// @throws WrongState if it is not disqualified
    @Transactional(TxType.MANDATORY)
    public Submission reinstate(UUID id) {
        var submission = locked(id);
        if (submission.state() != SubmissionState.DISQUALIFIED) {
            throw new WrongState("The submission is not disqualified; it is " + submission.state + ".");
        }
        submission.state = SubmissionState.SCORED.word();
        submission.disqualifiedReason = null;
        return submission;
    }

    private boolean isScored(UUID id) {
        return !database.createNativeQuery("select 1 from result where submission_id = ?1 limit 1")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    private static Submission locked(UUID id) {
        Submission submission = Submission.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (submission == null) {
            throw new NotFound("There is no submission " + id + ".");
        }
        return submission;
    }

    private void withdrawn(Submission submission) {
        submission.state = SubmissionState.WITHDRAWN.word();
        finished.fire(new SubmissionFinished(submission.id, submission.challengeId, SubmissionState.WITHDRAWN));
    }

    private boolean failed(Attempt attempt, String message, @Nullable String incident, @Nullable String detail) {
        boolean ours = finish(attempt, SubmissionState.FAILED, message, incident, detail);
        if (ours) {
            quotas.refund(Submission.findById(attempt.submission()));
        }
        return ours;
    }

    private boolean finish(
            Attempt attempt,
            SubmissionState state,
            @Nullable String message,
            @Nullable String incident,
            @Nullable String detail) {
        var challenges = database.createNativeQuery(
                        "update submission set state = ?3, finished_at = ?4, message = ?5, incident = ?6, detail = ?7"
                                + " where id = ?1 and attempt = ?2 and state = 'scoring' returning challenge_id",
                        UUID.class)
                .setParameter(1, attempt.submission())
                .setParameter(2, attempt.number())
                .setParameter(3, state.word())
                .setParameter(4, clock.instant())
                .setParameter(5, message)
                .setParameter(6, incident)
                .setParameter(7, detail)
                .getResultList();
        for (Object challenge : challenges) {
            finished.fire(new SubmissionFinished(attempt.submission(), (UUID) challenge, state));
        }
        return !challenges.isEmpty();
    }
}

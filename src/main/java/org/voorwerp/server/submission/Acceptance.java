package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Presence;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.entry.Entry;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.server.queue.Queue;
import org.voorwerp.server.team.Teams;

/// Makes a received file a submission, in one transaction: team, quota, place in the order, file, row, idempotency
/// key, job.
///
/// The transaction begins by locking the challenge's row, which also counts the acceptances. So at any time one
/// submission is being accepted in a challenge, whichever server does it: the order of acceptance is the order of
/// commits, and neither quota, key nor team can be had twice.
@ApplicationScoped
class Acceptance {

    private final EntityManager database;
    private final Entry entry;
    private final Teams teams;
    private final Quotas quotas;
    private final Attempts attempts;
    private final IdempotencyKeys keys;
    private final Queue queue;
    private final Presence presence;
    private final Clock clock;

    Acceptance(
            EntityManager database,
            Entry entry,
            Teams teams,
            Quotas quotas,
            Attempts attempts,
            IdempotencyKeys keys,
            Queue queue,
            Presence presence,
            Clock clock) {
        this.database = database;
        this.entry = entry;
        this.teams = teams;
        this.quotas = quotas;
        this.attempts = attempts;
        this.keys = keys;
        this.queue = queue;
        this.presence = presence;
        this.clock = clock;
    }

    /// Spares the client a long upload that cannot be accepted, and counts the attempt; the decision falls in
    /// [#accept]. A request that was accepted before is neither refused nor counted.
    ///
    /// @param phaseName null where none is named
    /// @throws Refusal if the caller may not take part (yet)
    /// @throws PhaseClosed if no phase is open
    /// @throws QuotaSpent if nothing is left
    /// @throws AttemptsSpent if too many files were sent today
    @Transactional
    void requireOpen(
            Challenge challenge, Caller caller, @Nullable String phaseName, IdempotencyKeys.@Nullable Key key) {
        var now = clock.instant();
        if (key == null || !keys.isKnown(key)) {
            entry.require(challenge, caller);
            var phase = PhaseChoice.of(challenge, phaseName, clock).phase();
            quotas.requireLeft(teams.of(challenge.id, caller.account()).map(team -> team.id), phase, now);
            attempts.count(caller.account(), phase, now);
        }
    }

    /// @throws Refusal if the caller may not take part (yet), or is gone
    /// @throws PhaseClosed if no phase is open
    /// @throws QuotaSpent if nothing is left
    /// @throws KeyConflict if the key was used for another file
    @Transactional
    Receipt accept(
            Challenge challenge,
            Caller caller,
            @Nullable String phaseName,
            Received file,
            IdempotencyKeys.@Nullable Key key) {
        presence.hold(caller);
        long order = nextPlace(challenge);
        var now = clock.instant();
        var earlier = key == null
                ? Optional.<UUID>empty()
                : keys.earlier(key, file.blob().digest(), now);
        if (earlier.isPresent()) {
            // Nothing was added, so nothing is counted.
            giveUpPlace(challenge);
            return new Receipt(Submission.findById(earlier.get()), true);
        }
        entry.require(challenge, caller);
        var choice = PhaseChoice.of(challenge, phaseName, clock);
        var team = teams.join(challenge, caller, now);
        quotas.spend(team.id, choice.phase(), now);
        var submission = create(challenge, choice, team, caller.account(), file, order, now);
        if (key != null) {
            keys.remember(key, submission);
        }
        return new Receipt(submission, false);
    }

    @Transactional
    Receipt acceptBaseline(Challenge challenge, String name, Received file) {
        long order = nextPlace(challenge);
        var now = clock.instant();
        var team = teams.baseline(challenge, name, now);
        Optional<Submission> same = Submission.find(
                        "teamId = ?1 and blob = ?2", team.id, file.blob().digest())
                .firstResultOptional();
        if (same.isPresent()) {
            giveUpPlace(challenge);
            return new Receipt(same.get(), true);
        }
        // On the boards of all phases, whichever it belongs to.
        var choice = new PhaseChoice(challenge.phases().getFirst(), false);
        return new Receipt(create(challenge, choice, team, null, file, order, now), false);
    }

    private Submission create(
            Challenge challenge,
            PhaseChoice choice,
            Team team,
            @Nullable UUID account,
            Received file,
            long order,
            Instant now) {
        // On disk for good before there is a row that says so; and not before all else is granted.
        file.keep();
        var submission = new Submission();
        submission.id = UUID.randomUUID();
        submission.challengeId = challenge.id;
        submission.phaseId = choice.phase().id;
        submission.late = choice.late();
        submission.teamId = team.id;
        submission.accountId = account;
        submission.acceptedOrder = order;
        submission.acceptedAt = now;
        submission.quotaDay = Quotas.day(now);
        submission.blob = file.blob().digest();
        submission.bytes = file.blob().bytes();
        submission.fileName = file.fileName();
        submission.note = file.note();
        submission.state = SubmissionState.ACCEPTED.word();
        submission.persistAndFlush();
        queue.add(ScoreJob.KIND, submission.id.toString(), new ScoreJob(submission.id));
        return submission;
    }

    private long nextPlace(Challenge challenge) {
        return count(challenge, 1);
    }

    private void giveUpPlace(Challenge challenge) {
        count(challenge, -1);
    }

    private long count(Challenge challenge, int difference) {
        return ((Number) database.createNativeQuery(
                                "update challenge set accepted = accepted + ?2 where id = ?1 returning accepted",
                                Long.class)
                        .setParameter(1, challenge.id)
                        .setParameter(2, difference)
                        .getSingleResult())
                .longValue();
    }
}

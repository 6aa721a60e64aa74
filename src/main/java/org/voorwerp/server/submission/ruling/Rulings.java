package org.voorwerp.server.submission.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.submission.Lifecycle;
import org.voorwerp.server.submission.Submission;
import org.voorwerp.server.submission.SubmissionState;

/// Organisers take submissions off the boards, for a reason that everybody reads, and put them back.
@ApplicationScoped
public class Rulings {

    private static final int LONGEST_REASON = 500;

    private final Lifecycle lifecycle;
    private final OrganiserLog log;

    Rulings(Lifecycle lifecycle, OrganiserLog log) {
        this.lifecycle = lifecycle;
        this.log = log;
    }

    /// Takes a scored submission off the boards.
    ///
    /// @throws NotFound if there is none that the caller may see
    /// @throws Forbidden unless the caller organises its challenge
    /// @throws Invalid without a reason
    @Transactional
    public void disqualify(UUID id, @Nullable String reason, Caller caller) {
        var challenge = organised(id, caller);
        var said = said(reason);
        var submission = lifecycle.disqualify(id, said);
        log.add(challenge, Optional.of(caller), "submission disqualified", name(submission), said);
    }

    /// Takes all that a team has on the boards off them, for one reason. What it sends later is not concerned.
    ///
    /// @param challenge which the caller organises
    /// @return how many submissions that were
    /// @throws NotFound if the challenge has no such team
    /// @throws Invalid without a reason
    @Transactional
    public int disqualifyTeam(Challenge challenge, UUID team, @Nullable String reason, Caller caller) {
        var said = said(reason);
        var found = Team.<Team>findByIdOptional(team)
                .filter(one -> one.challengeId.equals(challenge.id))
                .orElseThrow(() -> new NotFound("The challenge has no team " + team + "."));
        List<Submission> scored = Submission.list(
                "teamId = ?1 and state = ?2 order by acceptedOrder", found.id, SubmissionState.SCORED.word());
        scored.forEach(submission -> lifecycle.disqualify(submission.id, said));
        log.add(
                challenge,
                Optional.of(caller),
                "team disqualified",
                found.id.toString(),
                scored.size() + " submissions: " + said);
        return scored.size();
    }

    private static String said(@Nullable String reason) {
        var said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Invalid("reason: everybody reads it; say it in 1 to " + LONGEST_REASON + " characters.");
        }
        return said;
    }

    /// Puts it back.
    ///
    /// @throws NotFound if there is none that the caller may see
    /// @throws Forbidden unless the caller organises its challenge
    @Transactional
    public void reinstate(UUID id, Caller caller) {
        var challenge = organised(id, caller);
        var submission = lifecycle.reinstate(id);
        log.add(challenge, Optional.of(caller), "submission reinstated", name(submission), "");
    }

    private static String name(Submission submission) {
        return submission.acceptedOrder + " (" + submission.id + ")";
    }

    private static Challenge organised(UUID id, Caller caller) {
        Submission submission = Submission.findById(id);
        Challenge challenge = submission == null ? null : Challenge.findById(submission.challengeId);
        // Whether there is such a submission is not for everybody to know.
        if (challenge == null || !challenge.isOrganisedBy(Optional.of(caller))) {
            throw new NotFound("You organise no challenge with a submission " + id + ".");
        }
        return challenge;
    }
}

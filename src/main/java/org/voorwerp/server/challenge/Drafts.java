package org.voorwerp.server.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.http.Forbidden;

/// What becomes of challenges that only their organisers see.
@ApplicationScoped
public class Drafts {

    private final Challenges challenges;
    private final PublicationChecks checks;
    private final Event<ChallengePublished> published;
    private final Event<DraftDeleted> deleted;
    private final Clock clock;

    Drafts(
            Challenges challenges,
            PublicationChecks checks,
            Event<ChallengePublished> published,
            Event<DraftDeleted> deleted,
            Clock clock) {
        this.challenges = challenges;
        this.checks = checks;
        this.published = published;
        this.deleted = deleted;
        this.clock = clock;
    }

    /// From now on everybody sees it. Publishing again changes nothing.
    ///
    /// @throws Forbidden unless the caller organises it
    /// @throws NotPublishable if it would give its truth away
    @Transactional
    public Challenge publish(String slug, Optional<Caller> caller) {
        var challenge = challenges.organised(slug, caller);
        if (!challenge.isPublished()) {
            checks.requirePassed(challenge);
            challenge.state = Challenge.PUBLISHED;
            challenge.publishedAt = clock.instant();
            published.fire(new ChallengePublished(challenge, caller));
        }
        return challenge;
    }

    /// Deletes a draft and all that belongs to it.
    ///
    /// @throws Forbidden unless the caller organises it
    /// @throws NotADraft if it is published, or somebody takes part in it already
    @Transactional
    public void delete(String slug, Optional<Caller> caller) {
        var challenge = challenges.organised(slug, caller);
        if (challenge.isPublished()) {
            throw new NotADraft("The challenge " + slug + " is published; only drafts can be deleted.");
        }
        deleted.fire(new DraftDeleted(challenge, caller));
        discard(challenge);
    }

    /// Deletes a draft, in the caller's transaction.
    ///
    /// @throws NotADraft if somebody takes part in it already
    public void discard(Challenge draft) {
        draft.lock();
        requireUnused(draft);
        awaitScoring(draft);
        draft.delete();
        Challenge.flush();
    }

    /// Waits until nobody scores a submission of `draft`, such as a baseline, and keeps others from beginning. Whoever
    /// scores holds the submission and then counts a change of the board, which needs the challenge; deleting the
    /// challenge first would have the two wait for each other.
    private static void awaitScoring(Challenge draft) {
        Challenge.getEntityManager()
                .createNativeQuery("select 1 from submission where challenge_id = ?1 order by id for update")
                .setParameter(1, draft.id)
                .getResultList();
    }

    /// @throws NotADraft if somebody takes part in it already
    public void requireUnused(Challenge draft) {
        if (Team.competing(draft.id) > 0) {
            throw new NotADraft("The draft " + draft.slug + " has submissions already, which would be lost.");
        }
    }
}

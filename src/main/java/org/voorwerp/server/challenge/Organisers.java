package org.voorwerp.server.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.AccountDeleted;
import org.voorwerp.server.account.Accounts;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// A challenge has several organisers, who may all do the same but one thing: its owner cannot be removed. Nobody
/// becomes
/// one without agreeing to it.
@ApplicationScoped
public class Organisers {

    private static final int MOST = 50;

    private final EntityManager database;
    private final Accounts accounts;
    private final Event<OrganisersChanged> changed;
    private final Clock clock;

    Organisers(EntityManager database, Accounts accounts, Event<OrganisersChanged> changed, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.changed = changed;
        this.clock = clock;
    }

    /// Somebody who organises a challenge, or was asked to.
    ///
    /// @param owner whether this person sent the pack
    /// @param since when he or she agreed; null for whoever was only asked
    public record OrganiserView(
            String handle, boolean owner, @Nullable Instant since) {}

    /// The owner first.
    @Transactional
    public List<OrganiserView> list(Challenge challenge) {
        List<?> rows =
                database.createNativeQuery("""
                        select a.handle, true as owner, c.created_at from challenge c join account a on a.id = c.owner_id
                        where c.id = ?1
                        union all
                        (select a.handle, false, o.accepted_at
                         from challenge_organiser o join account a on a.id = o.account_id
                         where o.challenge_id = ?1 order by o.invited_at, a.handle)
                        """).setParameter(1, challenge.id).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new OrganiserView((String) row[0], (Boolean) row[1], (Instant) row[2]))
                .toList();
    }

    /// Asks somebody to organise the challenge, too. Again changes nothing.
    ///
    /// @throws NotFound if there is nobody of that handle
    @Transactional
    public void invite(Challenge challenge, Caller organiser, String handle) {
        challenge.lock();
        var account = accounts.find(handle)
                .orElseThrow(() -> new NotFound("There is nobody of the handle \"" + handle + "\"."));
        var key = new ChallengeOrganiser.Key(challenge.id, account.id);
        if (account.id.equals(challenge.ownerId) || ChallengeOrganiser.findById(key) != null) {
            return;
        }
        if (ChallengeOrganiser.count("challengeId", challenge.id) >= MOST) {
            throw new Invalid("A challenge has at most " + MOST + " organisers.");
        }
        var asked = new ChallengeOrganiser();
        asked.challengeId = challenge.id;
        asked.accountId = account.id;
        asked.invitedBy = organiser.account();
        asked.invitedAt = clock.instant();
        asked.persist();
        changed.fire(new OrganisersChanged(challenge, organiser, "organiser asked", account.id));
    }

    /// A challenge that somebody was asked to organise.
    public record Asked(String slug, String title, String by) {}

    /// What the person was asked to organise and has not agreed to yet.
    @Transactional
    public List<Asked> asked(UUID account) {
        List<?> rows = database.createNativeQuery("""
                        select c.slug, c.title, a.handle
                        from challenge_organiser o join challenge c on c.id = o.challenge_id
                        join account a on a.id = o.invited_by
                        where o.account_id = ?1 and o.accepted_at is null order by o.invited_at
                        """).setParameter(1, account).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Asked((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /// Agrees to organise. Whoever was asked may not see the challenge yet, if it is a draft.
    ///
    /// @throws NotFound if the caller was not asked
    @Transactional
    public Challenge accept(String slug, Caller caller) {
        var challenge = Challenge.bySlug(slug);
        challenge.ifPresent(Challenge::lock);
        var asked = challenge.map(found -> (ChallengeOrganiser)
                ChallengeOrganiser.findById(new ChallengeOrganiser.Key(found.id, caller.account())));
        if (asked.isEmpty()) {
            throw new NotFound("Nobody asked you to organise a challenge " + slug + ".");
        }
        if (asked.get().acceptedAt == null) {
            asked.get().acceptedAt = clock.instant();
            changed.fire(new OrganisersChanged(challenge.get(), caller, "organiser agreed", caller.account()));
        }
        return challenge.orElseThrow();
    }

    void forget(@Observes AccountDeleted deleted) {
        ChallengeOrganiser.delete("accountId", deleted.account());
    }

    /// Removes an organiser, or takes back that somebody was asked. Everybody may remove oneself.
    ///
    /// @throws NotFound if nobody of that handle is one
    /// @throws Invalid for the owner
    @Transactional
    public void remove(Challenge challenge, Caller organiser, String handle) {
        challenge.lock();
        var account = accounts.find(handle).map(found -> found.id);
        if (account.isPresent() && account.get().equals(challenge.ownerId)) {
            throw new Invalid("The owner of a challenge cannot be removed.");
        }
        boolean removed = account.isPresent()
                && ChallengeOrganiser.deleteById(new ChallengeOrganiser.Key(challenge.id, account.get()));
        if (!removed) {
            throw new NotFound("Nobody of the handle \"" + handle + "\" organises " + challenge.slug + ".");
        }
        changed.fire(new OrganisersChanged(challenge, organiser, "organiser removed", account.get()));
    }
}

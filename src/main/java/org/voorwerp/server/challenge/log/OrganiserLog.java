package org.voorwerp.server.challenge.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.ChallengePublished;
import org.voorwerp.server.challenge.DraftDeleted;
import org.voorwerp.server.challenge.OrganisersChanged;
import org.voorwerp.server.challenge.PageChanged;
import org.voorwerp.server.http.Forbidden;

/// The log of organisers' actions. Rows are added in the transaction that does what they tell; the database
/// lets none be changed or removed.
@ApplicationScoped
public class OrganiserLog {

    private final EntityManager database;
    private final Clock clock;

    OrganiserLog(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Something that an organiser did.
    ///
    /// @param number counts the actions of all challenges
    /// @param by the handle; null where the account is gone, or the server acted
    /// @param action what was done, e.g. `phase changed`
    /// @param subject to what, e.g. the phase's name; where it was to somebody, the handle
    /// @param detail what else there is to say of it
    public record Action(long number, Instant at, @Nullable String by, String action, String subject, String detail) {}

    /// Adds to the log.
    ///
    /// @param subject of a person the account's id, which is told as the handle as long as there is one
    @Transactional(TxType.MANDATORY)
    public void add(Challenge challenge, Optional<Caller> by, String action, String subject, String detail) {
        add(challenge, by.map(Caller::account).orElse(null), action, subject, detail);
    }

    /// Adds to the log what somebody did who makes no request any more.
    ///
    /// @param subject as above
    @Transactional(TxType.MANDATORY)
    public void add(Challenge challenge, @Nullable UUID by, String action, String subject, String detail) {
        database.createNativeQuery("insert into organiser_action"
                        + " (challenge_id, account_id, at, action, subject, detail)"
                        + " values (?1, cast(?2 as uuid), ?3, ?4, ?5, ?6)")
                .setParameter(1, challenge.id)
                .setParameter(2, by == null ? null : by.toString())
                .setParameter(3, clock.instant())
                .setParameter(4, action)
                .setParameter(5, subject)
                .setParameter(6, detail)
                .executeUpdate();
    }

    void add(@Observes ChallengePublished published) {
        add(published.challenge(), published.by(), "published", published.challenge().slug, "");
    }

    void add(@Observes DraftDeleted deleted) {
        add(deleted.challenge(), deleted.by(), "draft deleted", deleted.challenge().slug, "");
    }

    void add(@Observes PageChanged changed) {
        var action = changed.removed() ? "page removed" : "page changed";
        add(changed.challenge(), Optional.of(changed.by()), action, changed.page(), "");
    }

    void add(@Observes OrganisersChanged changed) {
        // Of a person the id: see above.
        add(
                changed.challenge(),
                Optional.of(changed.by()),
                changed.what(),
                changed.account().toString(),
                "");
    }

    /// The log of a challenge, the latest first.
    ///
    /// @param before only actions of smaller numbers
    /// @param limit how many of them at most
    /// @throws Forbidden unless the caller organises it
    @Transactional
    public List<Action> read(Challenge challenge, Optional<Caller> caller, long before, int limit) {
        if (!challenge.isOrganisedBy(caller)) {
            throw new Forbidden("Only organisers of " + challenge.slug + " read its log.");
        }
        List<?> rows = database.createNativeQuery("select o.id, o.at, a.handle, o.action,"
                        + " coalesce(s.handle, o.subject), o.detail"
                        + " from organiser_action o left join account a on a.id = o.account_id"
                        + " left join account s on s.id::text = o.subject"
                        + " where o.challenge_id = ?1 and o.id < ?2 order by o.id desc limit ?3")
                .setParameter(1, challenge.id)
                .setParameter(2, before)
                .setParameter(3, limit)
                .getResultList();
        return rows.stream().map(row -> action((Object[]) row)).toList();
    }

    private static Action action(Object[] row) {
        return new Action(
                ((Number) row[0]).longValue(),
                (Instant) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5]);
    }
}

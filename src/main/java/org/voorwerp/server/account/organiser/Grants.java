package org.voorwerp.server.account.organiser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.voorwerp.server.account.Caller;

/// The history of who made whom an organiser. It is added to only.
@ApplicationScoped
class Grants {

    private static final Duration DAY = Duration.ofDays(1);

    private final EntityManager database;
    private final Clock clock;

    Grants(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What was done.
    enum Action {
        INVITED,
        GRANTED,
        WITHDRAWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Lets one at a time go on, on all servers, until the end of the transaction.
    void one() {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtext('organiser_grant'))", Object.class)
                .getSingleResult();
    }

    /// @throws TooManyInvitations if the organiser has invited or made that many within a day
    void require(Caller organiser, int most) {
        var done = (Number) database.createNativeQuery(
                        "select count(*) from organiser_grant where by_id = ?1 and at > ?2 and action <> 'withdrawn'",
                        Long.class)
                .setParameter(1, organiser.account())
                .setParameter(2, clock.instant().minus(DAY))
                .getSingleResult();
        if (done.longValue() >= most) {
            throw new TooManyInvitations(most);
        }
    }

    void note(Caller by, String subject, Action action) {
        database.createNativeQuery("insert into organiser_grant (by_id, subject, action, at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, by.account())
                .setParameter(2, subject)
                .setParameter(3, action.word())
                .setParameter(4, clock.instant())
                .executeUpdate();
    }
}

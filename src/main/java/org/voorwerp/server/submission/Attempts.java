package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.voorwerp.server.challenge.Phase;

/// How many files a person has sent on a day, whatever became of them. What is invalid costs no quota; this
/// keeps it from being free without end.
@ApplicationScoped
class Attempts {

    private final EntityManager database;

    Attempts(EntityManager database) {
        this.database = database;
    }

    /// Counts one, in the caller's transaction.
    ///
    /// @throws AttemptsSpent if there were as many today as the phase allows
    void count(UUID account, Phase phase, Instant now) {
        int counted = database.createNativeQuery("insert into attempt_use as a (account_id, phase_id, day, used)"
                        + " values (?1, ?2, ?3, 1) on conflict (account_id, phase_id, day)"
                        + " do update set used = a.used + 1 where a.used < ?4")
                .setParameter(1, account)
                .setParameter(2, phase.id)
                .setParameter(3, Quotas.day(now))
                .setParameter(4, phase.attempts)
                .executeUpdate();
        if (counted == 0) {
            throw new AttemptsSpent(phase, now);
        }
    }
}

package org.voorwerp.server.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Secret;

/// Sessions of Keycloak that somebody has ended here. The session lies in the browser's cookies, of which a copy may
/// have
/// been made: without this it would be good until its token expires.
@ApplicationScoped
public class EndedSessions {

    /// Longer than Keycloak lets a session be used.
    private static final Duration KEPT = Duration.ofDays(60);

    private final EntityManager database;
    private final Clock clock;

    EndedSessions(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public void end(KeycloakPerson person) {
        if (person.session() == null) {
            return;
        }
        database.createNativeQuery("delete from ended_session where ended_at < ?1")
                .setParameter(1, clock.instant().minus(KEPT))
                .executeUpdate();
        database.createNativeQuery(
                        "insert into ended_session (hash, ended_at) values (?1, ?2) on conflict (hash) do nothing")
                .setParameter(1, Secret.hash(person.session()))
                .setParameter(2, clock.instant())
                .executeUpdate();
    }

    @Transactional
    boolean contains(@Nullable String session) {
        return session != null
                && !database.createNativeQuery("select 1 from ended_session where hash = ?1")
                        .setParameter(1, Secret.hash(session))
                        .getResultList()
                        .isEmpty();
    }
}

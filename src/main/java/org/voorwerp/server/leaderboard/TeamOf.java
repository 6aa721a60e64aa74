package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Which team of a challenge somebody belongs to.
@ApplicationScoped
public class TeamOf {

    private final EntityManager database;

    TeamOf(EntityManager database) {
        this.database = database;
    }

    /// Empty for somebody who has none.
    @Transactional
    public Optional<UUID> of(UUID challenge, UUID account) {
        return database
                .createNativeQuery(
                        "select team_id from team_member where challenge_id = ?1 and account_id = ?2", UUID.class)
                .setParameter(1, challenge)
                .setParameter(2, account)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .findFirst();
    }
}

package org.voorwerp.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/// Whether a caller is still there. A request may be on its way for long, an upload for minutes, while its owner
/// deletes the account.
@ApplicationScoped
public class Presence {

    private final EntityManager database;

    Presence(EntityManager database) {
        this.database = database;
    }

    /// Keeps the caller's account from being deleted before the transaction ends, so that nothing personal is
    /// written of somebody who is gone. To be called before any challenge is locked: whoever deletes an account
    /// locks it first, too.
    ///
    /// @throws AccountGone if it was deleted since the request began
    @Transactional(TxType.MANDATORY)
    public void hold(Caller caller) {
        var there = database.createNativeQuery("select deleted_at is null from account where id = ?1 for share")
                .setParameter(1, caller.account())
                .getResultList();
        if (!there.contains(Boolean.TRUE)) {
            throw new AccountGone();
        }
    }
}

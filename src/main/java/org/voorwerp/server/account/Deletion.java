package org.voorwerp.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import org.voorwerp.server.http.Incident;
import org.voorwerp.server.http.Invalid;

/// Deletes accounts: what is personal goes, tokens and sessions end at once, scores stay under a pseudonym. The handle
/// is
/// not given to anybody else, who could pass for the person.
@ApplicationScoped
public class Deletion {

    static final String PSEUDONYM = "participant-";

    private final EntityManager database;
    private final Event<AccountDeleted> deleted;
    private final Clock clock;

    Deletion(EntityManager database, Event<AccountDeleted> deleted, Clock clock) {
        this.database = database;
        this.deleted = deleted;
        this.clock = clock;
    }

    /// Deletes the caller's account, for good.
    ///
    /// @param handle the caller's own, so that nobody does this by a slip
    /// @return the pseudonym under which scores stay
    /// @throws Invalid if it is another handle, or nobody would be left to run the server
    @Transactional
    public String delete(Caller caller, String handle) {
        Account account = Account.findById(caller.account(), LockModeType.PESSIMISTIC_WRITE);
        if (!account.handle.equals(handle)) {
            throw new Invalid("To delete your account, send your own handle; this cannot be undone.");
        }
        if (account.role() == Role.ADMIN && Account.count("role", Role.ADMIN.word()) == 1) {
            throw new Invalid("You are the last admin; somebody has to run this server.");
        }
        var pseudonym = PSEUDONYM + Incident.next().replace("-", "");
        var now = clock.instant();
        account.handle = pseudonym;
        account.role = Role.PARTICIPANT.word();
        account.deletedAt = now;
        Account.flush();
        database.createNativeQuery("insert into retired_handle (hash) values (?1) on conflict do nothing")
                .setParameter(1, Secret.hash(handle.toLowerCase(Locale.ROOT)))
                .executeUpdate();
        AccessToken.delete("account.id", account.id);
        deleted.fire(new AccountDeleted(account.id, handle, pseudonym, now));
        return pseudonym;
    }

    /// Whether a handle was somebody's who is gone, or is a pseudonym.
    boolean isRetired(String handle) {
        var lower = handle.toLowerCase(Locale.ROOT);
        return lower.startsWith(PSEUDONYM)
                || !database.createNativeQuery("select 1 from retired_handle where hash = ?1")
                        .setParameter(1, Secret.hash(lower))
                        .getResultList()
                        .isEmpty();
    }
}

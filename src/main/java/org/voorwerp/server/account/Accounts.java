package org.voorwerp.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// People.
@ApplicationScoped
public class Accounts {

    private final EntityManager database;
    private final Tokens tokens;
    private final Deletion deletion;
    private final Clock clock;

    Accounts(EntityManager database, Tokens tokens, Deletion deletion, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.deletion = deletion;
        this.clock = clock;
    }

    /// A new account and its first token, whose secret is never to be had again.
    ///
    /// @throws Invalid if the handle is not one
    /// @throws HandleTaken if somebody has it, or one that looks like it
    @Transactional
    public NewToken register(String handle, Role role) {
        return tokens.first(create(handle, role));
    }

    /// A new account without a token, of somebody who signs in elsewhere.
    ///
    /// @throws Invalid as [#register]
    /// @throws HandleTaken as [#register]
    @Transactional
    public Account create(String handle, Role role) {
        Handle.require(handle);
        if (looksTaken(handle) || deletion.isRetired(handle)) {
            throw new HandleTaken(handle);
        }
        var account = new Account();
        account.id = UUID.randomUUID();
        account.handle = handle;
        account.role = role.word();
        account.createdAt = clock.instant();
        try {
            account.persistAndFlush();
        } catch (ConstraintViolationException e) {
            // Somebody else was faster between the look and the insert.
            throw new HandleTaken(handle);
        }
        return account;
    }

    public Account get(UUID id) {
        Account account = Account.findById(id);
        if (account == null) {
            throw new NotFound("There is no account " + id + ".");
        }
        return account;
    }

    public Optional<Account> find(String handle) {
        return Account.byHandle(handle);
    }

    /// Whether a handle is somebody's, or is taken for somebody's. Two that look alike wait for each other here: no
    /// constraint holds this, since older accounts may look alike.
    private boolean looksTaken(String handle) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtext('handle ' || likeness(?1)))", Object.class)
                .setParameter(1, handle)
                .getSingleResult();
        return !database.createNativeQuery("select 1 from account where likeness(handle) = likeness(?1)")
                .setParameter(1, handle)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}

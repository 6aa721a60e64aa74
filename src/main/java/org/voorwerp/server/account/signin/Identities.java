package org.voorwerp.server.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.voorwerp.server.account.Account;
import org.voorwerp.server.account.AccountDeleted;
import org.voorwerp.server.account.Accounts;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Tokens;
import org.voorwerp.server.http.Invalid;

/// Which account somebody has who signs in through Keycloak. It is linked once: with a new handle, or with an account
/// that was here before, of which a token is the proof. From then on Keycloak says what the person may do.
@ApplicationScoped
public class Identities {

    private final Accounts accounts;
    private final Tokens tokens;
    private final KeycloakConfig config;
    private final Clock clock;

    Identities(Accounts accounts, Tokens tokens, KeycloakConfig config, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /// Who somebody at Keycloak is here; empty for who has no account yet. The role is that of the newest token seen,
    /// so
    /// that an older one brings back nothing that Keycloak has taken away since.
    @Transactional
    public Optional<Caller> caller(KeycloakPerson person) {
        var known = AccountIdentity.of(person);
        if (known.filter(identity -> isNews(identity, person)).isPresent()) {
            known = AccountIdentity.locked(person);
            known.filter(identity -> isNews(identity, person)).ifPresent(identity -> note(identity, person));
        }
        return known.map(identity -> identity.account)
                .map(account -> new Caller(account.id, account.handle, account.roleAt(clock.instant())));
    }

    /// A new account for somebody who has none yet.
    ///
    /// @throws Invalid if the handle is not one, as [Accounts#create]
    /// @throws AlreadyLinked if the person has an account
    @Transactional
    public Account register(KeycloakPerson person, String handle) {
        requireNone(person);
        return link(person, accounts.create(handle, Role.PARTICIPANT));
    }

    /// Makes an account that was here before the person's.
    ///
    /// @param secret a token of that account, with the scope `account`: who has it could do everything there anyway
    /// @throws Invalid if it is not such a token, or the account is that of who runs the server
    /// @throws AlreadyLinked if the person has an account, or the account is somebody's at Keycloak
    @Transactional
    public Account adopt(KeycloakPerson person, String secret) {
        requireNone(person);
        var account = tokens.proves(secret)
                .orElseThrow(
                        () -> new Invalid("This is not a valid token with the scope account. Paste it whole; it may"
                                + " also have expired or been revoked."));
        if (account.roleAt(clock.instant()) == Role.ADMIN) {
            throw new Invalid("The account of who runs this server stays apart from Keycloak, to be there without it.");
        }
        if (AccountIdentity.ofAccount(account.id).isPresent()) {
            throw new AlreadyLinked("The account " + account.handle + " is linked already.");
        }
        return link(person, account);
    }

    /// Takes note that a role was given or taken away just now, so that no token issued before says otherwise.
    @Transactional
    public void roleChanged(String subject, Role role) {
        AccountIdentity.ofSubject(subject).ifPresent(identity -> note(identity, role, clock.instant()));
    }

    /// The handle of somebody at Keycloak, if there is one.
    @Transactional
    public Optional<String> handleOf(String subject) {
        return AccountIdentity.ofSubject(subject).map(identity -> identity.account.handle);
    }

    /// Whether the caller is that person at Keycloak.
    @Transactional
    public boolean isOf(Caller caller, String subject) {
        return AccountIdentity.ofSubject(subject)
                .filter(identity -> identity.account.id.equals(caller.account()))
                .isPresent();
    }

    void forget(@Observes AccountDeleted deleted) {
        AccountIdentity.delete("account.id", deleted.account());
    }

    private Account link(KeycloakPerson person, Account account) {
        var identity = new AccountIdentity();
        identity.key = new AccountIdentity.Key(person.issuer(), person.subject());
        identity.account = account;
        identity.linkedAt = clock.instant();
        note(identity, person);
        try {
            identity.persistAndFlush();
        } catch (ConstraintViolationException e) {
            throw new AlreadyLinked("You, or somebody with this account, have linked it in this moment.");
        }
        return account;
    }

    private void note(AccountIdentity identity, KeycloakPerson person) {
        note(identity, person.role(), person.issuedAt());
    }

    private void note(AccountIdentity identity, Role role, Instant issuedAt) {
        identity.roleIssuedAt = issuedAt;
        identity.account.role = role.word();
        identity.account.roleUntil = issuedAt.plus(config.rolesHold());
    }

    private static boolean isNews(AccountIdentity identity, KeycloakPerson person) {
        return person.issuedAt().isAfter(identity.roleIssuedAt);
    }

    private static void requireNone(KeycloakPerson person) {
        AccountIdentity.of(person).ifPresent(identity -> {
            throw new AlreadyLinked("You have the account " + identity.account.handle + " already.");
        });
    }
}

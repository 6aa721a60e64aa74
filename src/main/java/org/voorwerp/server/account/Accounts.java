package org.voorwerp.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// People and what they sign in with.
@ApplicationScoped
public class Accounts {

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?");
    private static final Duration SESSION = Duration.ofDays(14);
    /// A token's last use is noted at most this often, so that reading does not mean writing.
    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Deletion deletion;
    private final Clock clock;

    Accounts(EntityManager database, Deletion deletion, Clock clock) {
        this.database = database;
        this.deletion = deletion;
        this.clock = clock;
    }

    /// A new account and its first token, whose secret is never to be had again.
    ///
    /// @throws Invalid if the handle is not one
    /// @throws HandleTaken if somebody has it
    @Transactional
    public NewToken register(String handle, Role role) {
        if (!HANDLE.matcher(handle).matches()) {
            throw new Invalid("A handle has 1 to 40 letters (a to z), digits, and . _ - inside; \"" + shortened(handle)
                    + "\" does not.");
        }
        if (Account.byHandle(handle).isPresent() || deletion.isRetired(handle)) {
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
        return issue(account, AccessToken.Kind.PERSONAL, "first token", null, null);
    }

    /// A further token for scripts.
    ///
    /// @throws Invalid if the name is empty or too long
    @Transactional
    public NewToken createToken(UUID account, String name) {
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("A token's name has 1 to 100 characters, none of them a control character.");
        }
        return issue(get(account), AccessToken.Kind.PERSONAL, name.strip(), null, null);
    }

    /// The person's tokens for scripts, those revoked left out.
    @Transactional
    public List<TokenView> tokens(UUID account) {
        return AccessToken.personalOf(account).stream().map(TokenView::of).toList();
    }

    /// From now on the token opens nothing, and the sessions that were opened with it have ended.
    ///
    /// @throws NotFound if the person has no such token
    @Transactional
    public void revoke(UUID account, UUID token) {
        AccessToken found = AccessToken.findById(token);
        if (found == null || !found.account.id.equals(account) || found.revokedAt != null) {
            throw new NotFound("You have no token " + token + ".");
        }
        found.revokedAt = clock.instant();
        AccessToken.revokeSessionsOf(token, clock.instant());
    }

    /// Exchanges a token for a session of a browser.
    ///
    /// @return the session's secret, or empty if the token is not valid
    @Transactional
    public Optional<String> openSession(String secret) {
        return valid(secret)
                .filter(token -> token.kind.equals(word(AccessToken.Kind.PERSONAL)))
                .map(token -> issue(
                                token.account,
                                AccessToken.Kind.SESSION,
                                "browser session",
                                clock.instant().plus(SESSION),
                                token.id)
                        .secret());
    }

    @Transactional
    public void closeSession(String secret) {
        valid(secret)
                .filter(token -> token.kind.equals(word(AccessToken.Kind.SESSION)))
                .ifPresent(token -> token.revokedAt = clock.instant());
    }

    /// Who a valid secret belongs to; notes that it was used.
    @Transactional
    public Optional<Caller> authenticate(String secret) {
        var token = valid(secret);
        token.ifPresent(this::noteUse);
        return token.map(t -> new Caller(t.account.id, t.account.handle, t.account.role()));
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

    private Optional<AccessToken> valid(String secret) {
        return AccessToken.bySecretHash(Secret.hash(secret)).filter(token -> token.isValidAt(clock.instant()));
    }

    private void noteUse(AccessToken token) {
        var now = clock.instant();
        if (token.lastUsedAt == null || token.lastUsedAt.isBefore(now.minus(USE_NOTED))) {
            // Not through the entity: two requests at once must not wait for, or fail over, each other's note.
            database.createNativeQuery(
                            "update access_token set last_used_at = ?1 where id = (select id from access_token"
                                    + " where id = ?2 for update skip locked)")
                    .setParameter(1, now)
                    .setParameter(2, token.id)
                    .executeUpdate();
        }
    }

    private NewToken issue(
            Account account,
            AccessToken.Kind kind,
            String name,
            @Nullable Instant expiresAt,
            @Nullable UUID openedWith) {
        var secret = Secret.create();
        var token = new AccessToken();
        token.id = UUID.randomUUID();
        token.account = account;
        token.kind = word(kind);
        token.name = name;
        token.secretHash = Secret.hash(secret);
        token.createdAt = clock.instant();
        token.expiresAt = expiresAt;
        token.openedWith = openedWith;
        token.persist();
        return new NewToken(account.handle, account.role, TokenView.of(token), secret);
    }

    private static String word(AccessToken.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= 50 ? text : text.substring(0, 50) + "…";
    }
}

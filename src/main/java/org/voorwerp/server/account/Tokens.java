package org.voorwerp.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// What people sign in with: tokens for scripts, and the sessions of browsers.
@ApplicationScoped
public class Tokens {

    private static final Duration SESSION = Duration.ofDays(14);
    /// A token's last use is noted at most this often, so that reading does not mean writing.
    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private static final int MOST = 100;

    private final EntityManager database;
    private final Presence presence;
    private final Clock clock;

    Tokens(EntityManager database, Presence presence, Clock clock) {
        this.database = database;
        this.presence = presence;
        this.clock = clock;
    }

    /// What is wanted of a token.
    ///
    /// @param scopes words of [Scope]; null for those that taking part needs
    /// @param expiresAt null for a token that does not expire
    public record Wanted(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Instant expiresAt) {}

    /// A further token for scripts.
    ///
    /// @param maker what made with a token cannot do more, or live longer, than that token
    /// @throws Invalid if name, scopes or time are not possible
    /// @throws Forbidden if the maker may do less than the token could
    @Transactional
    public NewToken create(Caller maker, Wanted wanted) {
        var name = wanted.name() == null ? "" : wanted.name();
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("A token's name has 1 to 100 characters, none of them a control character.");
        }
        if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(clock.instant())) {
            throw new Invalid("A token's expiry lies in the future; " + wanted.expiresAt() + " does not.");
        }
        var scopes = Scope.of(wanted.scopes());
        if (!maker.scopes().containsAll(scopes)) {
            throw new Forbidden("A token cannot make one that may do more: yours has "
                    + String.join(", ", Scope.words(maker.scopes())) + ".");
        }
        presence.hold(maker);
        if (AccessToken.personalOf(maker.account()).size() >= MOST) {
            throw new Invalid("You have " + MOST + " tokens; revoke those you no longer use.");
        }
        return issue(account(maker.account()), name.strip(), scopes, expiry(maker, wanted.expiresAt()));
    }

    /// When a token expires: when it is wanted, but no later than the one it is made with.
    private static @Nullable Instant expiry(Caller maker, @Nullable Instant wanted) {
        AccessToken used = maker.token() == null ? null : AccessToken.findById(maker.token());
        if (used == null || used.expiresAt == null) {
            return wanted;
        }
        if (wanted != null && wanted.isAfter(used.expiresAt)) {
            throw new Forbidden("A token cannot make one that lives longer: yours expires at " + used.expiresAt + ".");
        }
        return wanted == null ? used.expiresAt : wanted;
    }

    /// The person's tokens for scripts, those revoked left out.
    @Transactional
    public List<TokenView> list(UUID account) {
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

    /// Exchanges a token for a session of a browser, which may do what the token may, and ends no later.
    ///
    /// @return the session's secret, or empty if the token is not valid
    @Transactional
    public Optional<String> openSession(String secret) {
        return valid(secret).filter(AccessToken::isPersonal).map(token -> {
            var session = Secret.create();
            var ends = clock.instant().plus(SESSION);
            var expires = token.expiresAt != null && token.expiresAt.isBefore(ends) ? token.expiresAt : ends;
            save(
                    token.account,
                    AccessToken.Kind.SESSION,
                    "browser session",
                    session,
                    token.scopes(),
                    expires,
                    token.id);
            return session;
        });
    }

    @Transactional
    public void closeSession(String secret) {
        valid(secret).filter(token -> !token.isPersonal()).ifPresent(token -> token.revokedAt = clock.instant());
    }

    /// Who a valid secret belongs to; notes that it was used.
    @Transactional
    public Optional<Caller> authenticate(String secret) {
        var token = valid(secret);
        token.ifPresent(this::noteUse);
        return token.map(t -> new Caller(
                t.account.id,
                t.account.handle,
                t.account.roleAt(clock.instant()),
                t.scopes(),
                t.isPersonal() ? t.id : t.openedWith));
    }

    /// Whose account a personal token with [Scope#ACCOUNT] opens: the proof that somebody is that person.
    @Transactional
    public Optional<Account> proves(String secret) {
        return valid(secret)
                .filter(AccessToken::isPersonal)
                .filter(token -> token.scopes().contains(Scope.ACCOUNT))
                .map(token -> token.account);
    }

    /// The first token of an account, which may do everything.
    @Transactional
    public NewToken first(Account account) {
        return issue(account, "first token", Scope.ALL, null);
    }

    /// A token of an account that may do everything, for who runs the server.
    @Transactional
    NewToken ofTheConsole(Account account) {
        return issue(account(account.id), "of the console", Scope.ALL, null);
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

    private NewToken issue(Account account, String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
        var secret = Secret.create();
        var token = save(account, AccessToken.Kind.PERSONAL, name, secret, scopes, expiresAt, null);
        return new NewToken(account.handle, account.role, TokenView.of(token), secret);
    }

    private AccessToken save(
            Account account,
            AccessToken.Kind kind,
            String name,
            String secret,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            @Nullable UUID openedWith) {
        var token = new AccessToken();
        token.id = UUID.randomUUID();
        token.account = account;
        token.kind = kind.word();
        token.name = name;
        token.scopes = Scope.words(scopes);
        token.secretHash = Secret.hash(secret);
        token.createdAt = clock.instant();
        token.expiresAt = expiresAt;
        token.openedWith = openedWith;
        token.persist();
        return token;
    }

    private static Account account(UUID id) {
        Account account = Account.findById(id);
        return account;
    }
}

package org.voorwerp.server.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A token, of which only the hash of the secret is known.
@Entity
public class AccessToken extends PanacheEntityBase {

    /// `personal` for scripts, `session` for a browser.
    enum Kind {
        PERSONAL,
        SESSION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    public UUID id;

    @ManyToOne
    public Account account;

    public String kind;

    /// The token that a session was opened with; null for others.
    public @Nullable UUID openedWith;

    public String name;

    /// Words of [Scope].
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> scopes;

    public byte[] secretHash;
    public Instant createdAt;
    public @Nullable Instant expiresAt;
    public @Nullable Instant lastUsedAt;
    public @Nullable Instant revokedAt;

    Set<Scope> scopes() {
        return Scope.of(scopes);
    }

    boolean isPersonal() {
        return kind.equals(Kind.PERSONAL.word());
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    static Optional<AccessToken> bySecretHash(byte[] hash) {
        return find("from AccessToken t join fetch t.account where t.secretHash = ?1", (Object) hash)
                .firstResultOptional();
    }

    /// Ends the sessions that were opened with a token.
    static void revokeSessionsOf(UUID token, Instant now) {
        update("revokedAt = ?1 where openedWith = ?2 and revokedAt is null", now, token);
    }

    static List<AccessToken> personalOf(UUID account) {
        return list("account.id = ?1 and kind = 'personal' and revokedAt is null order by createdAt", account);
    }
}

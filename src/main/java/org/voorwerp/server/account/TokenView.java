package org.voorwerp.server.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as its owner sees it: everything but the secret.
///
/// @param scopes what it may be used for
/// @param expiresAt from when on it opens nothing; null if it does not expire
/// @param lastUsedAt to the minute; null if it never was
public record TokenView(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static TokenView of(AccessToken token) {
        return new TokenView(
                token.id, token.name, Scope.words(token.scopes()), token.createdAt, token.expiresAt, token.lastUsedAt);
    }
}

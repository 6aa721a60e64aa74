package org.voorwerp.server.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as its owner sees it: everything but the secret.
public record TokenView(
        UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {

    static TokenView of(AccessToken token) {
        return new TokenView(token.id, token.name, token.createdAt, token.lastUsedAt);
    }
}

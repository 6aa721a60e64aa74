package org.voorwerp.server.notice.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where somebody wants mail to, and about what.
@Entity
class MailAddress extends PanacheEntityBase {

    @Id
    UUID accountId;

    String address;
    String[] kinds;
    byte[] secretHash;
    Instant requestedAt;

    /// Null until whoever reads mail there has said so.
    @Nullable
    Instant confirmedAt;

    String stopKey;

    static Optional<MailAddress> bySecretHash(byte[] hash) {
        return find("secretHash = ?1", (Object) hash).firstResultOptional();
    }

    static Optional<MailAddress> byStopKey(String key) {
        return find("stopKey", key).firstResultOptional();
    }
}

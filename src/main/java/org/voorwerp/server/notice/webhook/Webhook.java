package org.voorwerp.server.notice.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Where a program wants to be told.
@Entity
class Webhook extends PanacheEntityBase {

    @Id
    UUID id;

    UUID challengeId;
    UUID accountId;
    String url;

    /// Signs what is sent: `whsec_` and 32 bytes in Base64.
    String secret;

    /// Whether it is told of everybody's submissions; only while its owner organises the challenge.
    boolean everybody;

    Instant createdAt;

    static List<Webhook> of(UUID challenge, UUID account) {
        return list("challengeId = ?1 and accountId = ?2 order by createdAt", challenge, account);
    }
}

package org.voorwerp.server.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail or a webhook's message, to be sent or sent.
@Entity
public class Delivery extends PanacheEntityBase {

    public static final String WAITING = "waiting";
    public static final String SENT = "sent";
    public static final String FAILED = "failed";

    @Id
    public UUID id;

    public String occasion;

    /// A [NoticeKind]'s word, or `ping`.
    public String kind;

    /// Whom a mail goes to; null for a webhook's message.
    public @Nullable UUID accountId;

    public @Nullable UUID webhookId;

    /// A mail's subject; a webhook's message has the kind here.
    public String subject;

    public String body;

    /// `waiting`, `sent` or `failed`.
    public String state;

    public int attempts;

    /// The HTTP status of the last attempt; null for mail, or where there was none.
    public @Nullable Integer lastStatus;

    public @Nullable String lastError;
    public Instant createdAt;
    public @Nullable Instant finishedAt;

    /// The latest of a webhook, the latest first.
    public static List<Delivery> latest(UUID webhook, int most) {
        return Delivery.<Delivery>find("webhookId = ?1 order by createdAt desc, id", webhook)
                .page(0, most)
                .list();
    }
}

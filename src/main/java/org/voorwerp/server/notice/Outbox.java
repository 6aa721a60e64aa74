package org.voorwerp.server.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.queue.Queue;

/// Puts messages on their way, in the caller's transaction; the same occasion to the same receiver once.
@ApplicationScoped
public class Outbox {

    private final EntityManager database;
    private final Queue queue;
    private final Clock clock;

    Outbox(EntityManager database, Queue queue, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    public void mail(String occasion, NoticeKind kind, UUID account, String subject, String body) {
        add(occasion, kind.word(), account, null, subject, body);
    }

    public void webhook(String occasion, String kind, UUID webhook, String body) {
        add(occasion, kind, null, webhook, kind, body);
    }

    private void add(
            String occasion, String kind, @Nullable UUID account, @Nullable UUID webhook, String subject, String body) {
        var id = UUID.randomUUID();
        int added = database.createNativeQuery("""
                        insert into delivery (id, occasion, kind, account_id, webhook_id, subject, body, state, created_at)
                        values (?1, ?2, ?3, cast(?4 as uuid), cast(?5 as uuid), ?6, ?7, 'waiting', ?8)
                        on conflict do nothing
                        """)
                .setParameter(1, id)
                .setParameter(2, occasion)
                .setParameter(3, kind)
                .setParameter(4, account == null ? null : account.toString())
                .setParameter(5, webhook == null ? null : webhook.toString())
                .setParameter(6, subject)
                .setParameter(7, body)
                .setParameter(8, clock.instant())
                .executeUpdate();
        if (added == 1) {
            queue.add(DeliveryJob.KIND, id.toString(), new DeliveryJob(id));
        }
    }
}

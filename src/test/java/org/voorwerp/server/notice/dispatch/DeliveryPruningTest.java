package org.voorwerp.server.notice.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.notice.Delivery;

@QuarkusTest
class DeliveryPruningTest {

    @Inject
    DeliveryPruning pruning;

    private static UUID delivery(UUID person, String state, @Nullable Duration finishedAgo) {
        var delivery = new Delivery();
        delivery.id = UUID.randomUUID();
        delivery.occasion = "scored " + delivery.id;
        delivery.kind = "scored";
        delivery.accountId = person;
        delivery.subject = "Scored";
        delivery.body = "It is.";
        delivery.state = state;
        delivery.createdAt = Instant.now().minus(Duration.ofDays(60));
        delivery.finishedAt = finishedAgo == null ? null : Instant.now().minus(finishedAgo);
        QuarkusTransaction.requiringNew().run(() -> delivery.persist());
        return delivery.id;
    }

    private static boolean isThere(UUID delivery) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.count("id", delivery) == 1);
    }

    @Test
    void whatWasSentAMonthAgoIsForgottenAndNothingElse() {
        var person = Api.participant().account;
        var old = delivery(person, Delivery.SENT, Duration.ofDays(31));
        var failed = delivery(person, Delivery.FAILED, Duration.ofDays(31));
        var recent = delivery(person, Delivery.SENT, Duration.ofDays(29));
        var waiting = delivery(person, "waiting", null);
        assertTrue(pruning.prune() >= 2);
        assertEquals(false, isThere(old));
        assertEquals(false, isThere(failed));
        assertTrue(isThere(recent));
        assertTrue(isThere(waiting), "however long it has waited");
        assertEquals(0, pruning.prune());
    }
}

package org.voorwerp.server.notice.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.notice.Delivery;
import org.voorwerp.server.notice.mail.MailSender;
import org.voorwerp.server.notice.webhook.WebhookSender;

/// Sends one message and writes down what came of it. No transaction is open while another's server is waited for.
@ApplicationScoped
class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final int LONGEST_ERROR = 500;

    private final MailSender mails;
    private final WebhookSender webhooks;
    private final Clock clock;

    Sending(MailSender mails, WebhookSender webhooks, Clock clock) {
        this.mails = mails;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /// What came of an attempt.
    ///
    /// @param status HTTP's; null where there was no answer, or for mail
    /// @param error null if it arrived
    public record Attempt(
            @Nullable Integer status, @Nullable String error) {}

    /// Sends a message.
    ///
    /// @param most how often it may be tried
    /// @return how many attempts have failed, if it is to be tried again; empty if there is nothing left to do
    OptionalInt send(UUID id, int most) {
        var delivery = QuarkusTransaction.requiringNew().call(() -> (Delivery) Delivery.findById(id));
        if (delivery == null || !delivery.state.equals(Delivery.WAITING)) {
            return OptionalInt.empty();
        }
        var attempt = attempt(delivery);
        boolean arrived = attempt.error() == null;
        boolean last = delivery.attempts + 1 >= most;
        QuarkusTransaction.requiringNew().run(() -> note(id, attempt, arrived, last));
        return arrived || last ? OptionalInt.empty() : OptionalInt.of(delivery.attempts + 1);
    }

    private Attempt attempt(Delivery delivery) {
        try {
            if (delivery.accountId != null) {
                mails.send(delivery.accountId, delivery.subject, delivery.body);
                return new Attempt(null, null);
            }
            int status = webhooks.send(
                    Objects.requireNonNull(delivery.webhookId), delivery.id, delivery.kind, delivery.body);
            return new Attempt(status, status / 100 == 2 ? null : "answered " + status);
        } catch (Exception e) {
            LOG.debugf(e, "delivery %s", delivery.id);
            return new Attempt(null, String.valueOf(e.getMessage()));
        }
    }

    private void note(UUID id, Attempt attempt, boolean arrived, boolean last) {
        // Locked, for its owner may just be removing it.
        Delivery delivery = Delivery.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null) {
            return;
        }
        delivery.attempts++;
        delivery.lastStatus = attempt.status();
        var error = attempt.error();
        delivery.lastError =
                error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        if (arrived || last) {
            delivery.state = arrived ? Delivery.SENT : Delivery.FAILED;
            delivery.finishedAt = clock.instant();
            if (delivery.accountId != null) {
                // Nobody looks a mail up again; what it said is the receiver's.
                delivery.body = "";
            }
        }
    }
}

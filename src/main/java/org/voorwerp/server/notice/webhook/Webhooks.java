package org.voorwerp.server.notice.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Presence;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.notice.Delivery;
import org.voorwerp.server.notice.Outbox;

/// A person's webhooks in a challenge.
@ApplicationScoped
public class Webhooks {

    private static final int MOST = 5;
    private static final int LISTED = 100;

    private final Outbox outbox;
    private final WebhookConfig config;
    private final Presence presence;
    private final Clock clock;

    Webhooks(Outbox outbox, WebhookConfig config, Presence presence, Clock clock) {
        this.outbox = outbox;
        this.config = config;
        this.presence = presence;
        this.clock = clock;
    }

    /// A webhook as its owner sees it.
    ///
    /// @param everybody whether it is told of everybody's submissions
    /// @param secret checks the signature; only in the answer that makes the webhook
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WebhookView(
            UUID id,
            String url,
            boolean everybody,
            Instant createdAt,
            @Nullable String secret) {}

    /// What became of a message.
    ///
    /// @param state `waiting`, `sent` or `failed`
    /// @param status that the receiver answered last
    /// @param body as it was, or will be, sent
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveryView(
            UUID id,
            String event,
            String state,
            int attempts,
            @Nullable Integer status,
            @Nullable String error,
            Instant createdAt,
            @Nullable Instant finishedAt,
            String body) {}

    @Transactional
    public List<WebhookView> list(Challenge challenge, Caller caller) {
        return Webhook.of(challenge.id, caller.account()).stream()
                .map(hook -> view(hook, null))
                .toList();
    }

    /// @param everybody whether it is to be told of everybody's submissions
    /// @throws Invalid if the address is none that messages may go to, or there are too many
    /// @throws Forbidden if only organisers may be told that much
    @Transactional
    public WebhookView make(Challenge challenge, Caller caller, String url, boolean everybody) {
        if (everybody && !challenge.isOrganisedBy(Optional.of(caller))) {
            throw new Forbidden("Only organisers of " + challenge.slug + " are told of everybody's submissions.");
        }
        presence.hold(caller);
        challenge.lock();
        if (Webhook.of(challenge.id, caller.account()).size() >= MOST) {
            throw new Invalid("You have " + MOST + " webhooks here already; remove one.");
        }
        Destination.of(url, config.allowPrivate());
        var hook = new Webhook();
        hook.id = UUID.randomUUID();
        hook.challengeId = challenge.id;
        hook.accountId = caller.account();
        hook.url = url;
        hook.secret = Signature.newSecret();
        hook.everybody = everybody;
        hook.createdAt = clock.instant();
        hook.persist();
        return view(hook, hook.secret);
    }

    /// @throws NotFound if the caller has no such webhook
    @Transactional
    public void remove(Challenge challenge, Caller caller, UUID id) {
        own(challenge, caller, id).delete();
    }

    /// Sends a message that says nothing, to try it out.
    ///
    /// @throws NotFound if the caller has no such webhook
    @Transactional
    public void ping(Challenge challenge, Caller caller, UUID id) {
        var hook = own(challenge, caller, id);
        var now = clock.instant();
        var body = "{\"type\":\"ping\",\"timestamp\":\"" + now + "\",\"challenge\":\"" + challenge.slug
                + "\",\"data\":{}}";
        outbox.webhook("ping " + now.getEpochSecond(), "ping", hook.id, body);
    }

    /// What was sent, the latest hundred.
    ///
    /// @throws NotFound if the caller has no such webhook
    @Transactional
    public List<DeliveryView> deliveries(Challenge challenge, Caller caller, UUID id) {
        return Delivery.latest(own(challenge, caller, id).id, LISTED).stream()
                .map(delivery -> new DeliveryView(
                        delivery.id,
                        delivery.kind,
                        delivery.state,
                        delivery.attempts,
                        delivery.lastStatus,
                        delivery.lastError,
                        delivery.createdAt,
                        delivery.finishedAt,
                        delivery.body))
                .toList();
    }

    private static Webhook own(Challenge challenge, Caller caller, UUID id) {
        Webhook hook = Webhook.findById(id);
        if (hook == null || !hook.challengeId.equals(challenge.id) || !hook.accountId.equals(caller.account())) {
            throw new NotFound("You have no webhook " + id + " in " + challenge.slug + ".");
        }
        return hook;
    }

    private static WebhookView view(Webhook hook, @Nullable String secret) {
        return new WebhookView(hook.id, hook.url, hook.everybody, hook.createdAt, secret);
    }
}

package org.voorwerp.server.notice.webhook;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.notice.webhook.Webhooks.DeliveryView;
import org.voorwerp.server.notice.webhook.Webhooks.WebhookView;

/// Addresses of one's own programs that are told what happens.
@Path("/api/challenges/{slug}/webhooks")
@Tag(name = "Notices")
@Authenticated
@RunOnVirtualThread
public class WebhookResource {

    /// @param everybody whether it is told of everybody's submissions; for organisers
    public record NewWebhook(@Nullable String url, @Nullable Boolean everybody) {}

    private final Challenges challenges;
    private final Webhooks webhooks;
    private final SecurityIdentity identity;

    WebhookResource(Challenges challenges, Webhooks webhooks, SecurityIdentity identity) {
        this.challenges = challenges;
        this.webhooks = webhooks;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "List my webhooks")
    public List<WebhookView> list(@PathParam("slug") String slug) {
        return webhooks.list(challenge(slug), caller());
    }

    @POST
    @Operation(
            summary = "Make a webhook",
            description = "Of one's team's submissions, phases, terms and announcements; organisers' ones also of"
                    + " everybody's submissions. Signed as the Standard Webhooks specification has it; the secret is"
                    + " shown this once.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookView.class)))
    public Response make(@PathParam("slug") String slug, @Nullable NewWebhook webhook) {
        var challenge = challenge(slug);
        if (webhook == null || webhook.url() == null) {
            throw new Invalid("Send the address, as in {\"url\": \"https://example.org/voorwerp\"}.");
        }
        var secretsAreNotCached = new CacheControl();
        secretsAreNotCached.setNoStore(true);
        return Response.status(201)
                .entity(webhooks.make(challenge, caller(), webhook.url(), Boolean.TRUE.equals(webhook.everybody())))
                .cacheControl(secretsAreNotCached)
                .build();
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(204)
    @Operation(summary = "Remove a webhook")
    public void remove(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        webhooks.remove(challenge(slug), caller(), id);
    }

    @POST
    @Path("{id}/ping")
    @ResponseStatus(202)
    @Operation(summary = "Try a webhook out", description = "A message of the type ping is sent.")
    public void ping(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        webhooks.ping(challenge(slug), caller(), id);
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(summary = "What a webhook was sent", description = "The latest hundred, with what became of each.")
    public List<DeliveryView> deliveries(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return webhooks.deliveries(challenge(slug), caller(), id);
    }

    private Challenge challenge(String slug) {
        return challenges.visible(slug, Caller.of(identity));
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}

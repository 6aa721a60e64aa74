package org.voorwerp.server.web.challenge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.notice.webhook.Webhooks;
import org.voorwerp.server.notice.webhook.Webhooks.DeliveryView;
import org.voorwerp.server.notice.webhook.Webhooks.WebhookView;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// One's own programs that are told what happens in a challenge.
@Path("/challenges/{slug}/webhooks")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Authenticated
@RunOnVirtualThread
public class WebhookPages {

    /// @param secret of a webhook just made; null otherwise
    /// @param fault why what was asked for was refused; null if nothing was
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeWebhooks(
            Frame frame,
            ChallengeHead challenge,
            List<Hook> hooks,
            @Nullable String secret,
            @Nullable Fault fault) implements TemplateInstance {}

    /// A webhook and what it was sent.
    record Hook(WebhookView view, List<DeliveryView> deliveries) {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Webhooks webhooks;
    private final Visit visit;

    WebhookPages(Challenges challenges, ChallengeViews views, Webhooks webhooks, Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.webhooks = webhooks;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@PathParam("slug") String slug) {
        return page(challenges.visible(slug, visit.caller()), null, null);
    }

    /// The secret is shown by the answer itself: it is not to be had again.
    @POST
    @Operation(hidden = true)
    public Response make(
            @PathParam("slug") String slug,
            @RestForm @DefaultValue("") String url,
            @RestForm @Nullable String everybody) {
        var challenge = challenges.visible(slug, visit.caller());
        return Forms.answered(
                () -> {
                    var made = webhooks.make(challenge, visit.signedIn(), url.strip(), everybody != null);
                    return Pages.answer(201, page(challenge, made.secret(), null));
                },
                fault -> page(challenge, null, fault));
    }

    @POST
    @Path("{id}/ping")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response ping(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        webhooks.ping(challenges.visible(slug, visit.caller()), visit.signedIn(), id);
        return back(slug);
    }

    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response remove(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        webhooks.remove(challenges.visible(slug, visit.caller()), visit.signedIn(), id);
        return back(slug);
    }

    private ChallengeWebhooks page(Challenge challenge, @Nullable String secret, @Nullable Fault fault) {
        var caller = visit.signedIn();
        var hooks = webhooks.list(challenge, caller).stream()
                .map(view -> new Hook(view, webhooks.deliveries(challenge, caller, view.id())))
                .toList();
        return new ChallengeWebhooks(
                visit.frame("Webhooks · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                hooks,
                secret,
                fault);
    }

    private static Response back(String slug) {
        return Forms.to("/challenges/" + slug + "/webhooks");
    }
}

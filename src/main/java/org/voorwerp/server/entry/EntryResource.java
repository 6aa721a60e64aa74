package org.voorwerp.server.entry;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.entry.Admission.EntrantView;
import org.voorwerp.server.entry.InvitationLinks.InvitationView;
import org.voorwerp.server.entry.InvitationLinks.NewInvitation;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.ListPage;

/// Coming into a challenge, and letting people in.
@Path("/api/challenges/{slug}/entry")
@Tag(name = "Entry")
@Authenticated
@RunOnVirtualThread
public class EntryResource {

    /// By a link, or with a message to the organisers.
    public record EntryRequest(
            @Nullable String invitation, @Nullable String message) {}

    /// Why somebody is not let in.
    public record RefusalOfEntry(@Nullable String reason) {}

    private final Challenges challenges;
    private final Entry entry;
    private final Admission admission;
    private final SecurityIdentity identity;

    EntryResource(Challenges challenges, Entry entry, Admission admission, SecurityIdentity identity) {
        this.challenges = challenges;
        this.entry = entry;
        this.admission = admission;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "May I take part", description = "What stands between the caller and a submission.")
    public EntryView get(@PathParam("slug") String slug) {
        return entry.view(visible(slug), caller());
    }

    @POST
    @Operation(
            summary = "Ask to take part, or come in by a link",
            description = "Where organisers approve, or give out links; an open challenge needs neither.")
    public EntryView request(@PathParam("slug") String slug, @Nullable EntryRequest request) {
        var challenge = visible(slug);
        if (request != null && request.invitation() != null) {
            entry.enter(challenge, caller(), request.invitation());
        } else {
            entry.request(challenge, caller(), request == null ? null : request.message());
        }
        return entry.view(challenge, caller());
    }

    @GET
    @Path("requests")
    @Needs(Scope.ORGANISE)
    @Operation(
            summary = "List who asked to take part",
            description =
                    "For organisers: those who wait first, then the latest, `limit` at a time. The header Link leads"
                            + " to those after them.")
    public RestResponse<List<EntrantView>> requests(
            @PathParam("slug") String slug,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        var challenge = organised(slug);
        return ListPage.of(
                admission.list(challenge, EntrantPlace.of(after), ListPage.size(limit) + 1),
                limit,
                last -> "/api/challenges/" + challenge.slug + "/entry/requests?after=" + EntrantPlace.of(last));
    }

    @POST
    @Path("requests/{handle}/admit")
    @Needs(Scope.ORGANISE)
    @ResponseStatus(204)
    @Operation(summary = "Let somebody in", description = "For organisers; also somebody who never asked.")
    public void admit(@PathParam("slug") String slug, @PathParam("handle") String handle) {
        admission.admit(organised(slug), caller(), handle);
    }

    @POST
    @Path("requests/{handle}/refuse")
    @Needs(Scope.ORGANISE)
    @ResponseStatus(204)
    @Operation(
            summary = "Do not let somebody in",
            description = "For organisers, with a reason that the person is told.")
    public void refuse(
            @PathParam("slug") String slug, @PathParam("handle") String handle, @Nullable RefusalOfEntry refusal) {
        var challenge = organised(slug);
        if (refusal == null || refusal.reason() == null) {
            throw new Invalid("Send the reason, as in {\"reason\": \"The course is full.\"}; the person is told.");
        }
        admission.refuse(challenge, caller(), handle, refusal.reason());
    }

    @GET
    @Path("invitations")
    @Needs(Scope.ORGANISE)
    @Operation(summary = "List the links to a challenge", description = "For organisers, without their secrets.")
    public List<InvitationView> invitations(@PathParam("slug") String slug) {
        return admission.invitations(organised(slug));
    }

    @POST
    @Path("invitations")
    @Needs(Scope.ORGANISE)
    @Operation(
            summary = "Make a link to a challenge",
            description = "For organisers. Its secret is shown this once; it is valid for thirty days.")
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewInvitation.class)))
    public Response invite(@PathParam("slug") String slug) {
        var secretsAreNotCached = new CacheControl();
        secretsAreNotCached.setNoStore(true);
        return Response.status(201)
                .entity(admission.invite(organised(slug), caller()))
                .cacheControl(secretsAreNotCached)
                .build();
    }

    @DELETE
    @Path("invitations/{id}")
    @Needs(Scope.ORGANISE)
    @ResponseStatus(204)
    @Operation(summary = "Revoke a link to a challenge", description = "For organisers. Who came in by it stays in.")
    public void revoke(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        admission.revoke(organised(slug), caller(), id);
    }

    private Challenge visible(String slug) {
        return challenges.visible(slug, Caller.of(identity));
    }

    private Challenge organised(String slug) {
        return challenges.organised(slug, Caller.of(identity));
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}

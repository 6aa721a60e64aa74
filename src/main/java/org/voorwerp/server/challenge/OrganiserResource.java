package org.voorwerp.server.challenge;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Organisers.OrganiserView;
import org.voorwerp.server.http.Invalid;

/// Who organises a challenge.
@Path("/api/challenges/{slug}/organisers")
@Tag(name = "Challenges")
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class OrganiserResource {

    /// Whoever is asked.
    public record NewOrganiser(@Nullable String handle) {}

    private final Challenges challenges;
    private final Organisers organisers;
    private final SecurityIdentity identity;

    OrganiserResource(Challenges challenges, Organisers organisers, SecurityIdentity identity) {
        this.challenges = challenges;
        this.organisers = organisers;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "List organisers", description = "For organisers; those who were only asked among them.")
    public List<OrganiserView> list(@PathParam("slug") String slug) {
        return organisers.list(organised(slug));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Ask somebody to organise, too", description = "For organisers. It takes effect on agreement.")
    public List<OrganiserView> invite(@PathParam("slug") String slug, @Nullable NewOrganiser organiser) {
        var challenge = organised(slug);
        if (organiser == null || organiser.handle() == null) {
            throw new Invalid("Send the handle, as in {\"handle\": \"bill\"}.");
        }
        organisers.invite(challenge, caller(), organiser.handle());
        return organisers.list(challenge);
    }

    @POST
    @Path("acceptance")
    @Operation(summary = "Agree to organise", description = "For whoever was asked.")
    public List<OrganiserView> accept(@PathParam("slug") String slug) {
        return organisers.list(organisers.accept(slug, caller()));
    }

    @DELETE
    @Path("{handle}")
    @ResponseStatus(204)
    @Operation(summary = "Remove an organiser", description = "For organisers: anybody but the owner, also oneself.")
    public void remove(@PathParam("slug") String slug, @PathParam("handle") String handle) {
        organisers.remove(organised(slug), caller(), handle);
    }

    private Challenge organised(String slug) {
        return challenges.organised(slug, Caller.of(identity));
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}

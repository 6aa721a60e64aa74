package org.voorwerp.server.challenge;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;

/// Challenges.
@Path("/api/challenges")
@Tag(name = "Challenges")
@RunOnVirtualThread
public class ChallengeResource {

    private final Challenges challenges;
    private final Drafts drafts;
    private final SecurityIdentity identity;
    private final Clock clock;

    ChallengeResource(Challenges challenges, Drafts drafts, SecurityIdentity identity, Clock clock) {
        this.challenges = challenges;
        this.drafts = drafts;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List challenges", description = "Published ones and the caller's drafts, the newest first.")
    public List<ChallengeEntry> list() {
        return challenges.visible(Caller.of(identity)).stream()
                .map(challenge -> ChallengeEntry.of(challenge, clock.instant()))
                .toList();
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "A challenge", description = "Its task, metrics, phases and pages.")
    public ChallengeView get(@PathParam("slug") String slug) {
        return view(challenges.visible(slug, Caller.of(identity)));
    }

    @POST
    @Path("{slug}/publish")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(summary = "Publish a draft", description = "From then on everybody sees it.")
    public ChallengeView publish(@PathParam("slug") String slug) {
        return view(drafts.publish(slug, Caller.of(identity)));
    }

    @DELETE
    @Path("{slug}")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @ResponseStatus(204)
    @Operation(summary = "Delete a draft", description = "Only while nobody takes part in it.")
    public void delete(@PathParam("slug") String slug) {
        drafts.delete(slug, Caller.of(identity));
    }

    @GET
    @Path("{slug}/report")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(
            summary = "What was built of the pack",
            description = "Votes, agreement, class balance and the sizes of the split, for the challenge's organisers.")
    public BuildReport report(@PathParam("slug") String slug) {
        return challenges.organised(slug, Caller.of(identity)).report;
    }

    private ChallengeView view(Challenge challenge) {
        return ChallengeView.of(challenge, challenges.metrics(challenge), clock.instant());
    }
}

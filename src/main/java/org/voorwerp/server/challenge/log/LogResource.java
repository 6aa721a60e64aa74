package org.voorwerp.server.challenge.log;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.ListPage;

/// The log of a challenge's organisers.
@Path("/api/challenges/{slug}/log")
@Tag(name = "Organising")
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class LogResource {

    private final Challenges challenges;
    private final OrganiserLog log;
    private final SecurityIdentity identity;

    LogResource(Challenges challenges, OrganiserLog log, SecurityIdentity identity) {
        this.challenges = challenges;
        this.log = log;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "What organisers did",
            description = "The latest first, for the challenge's organisers. Nothing in it can be changed or removed.")
    public RestResponse<List<OrganiserLog.Action>> list(
            @PathParam("slug") String slug,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var caller = Caller.of(identity);
        var challenge = challenges.visible(slug, caller);
        return ListPage.of(
                log.read(challenge, caller, before, ListPage.size(limit) + 1),
                limit,
                last -> "/api/challenges/" + challenge.slug + "/log?before=" + last.number());
    }
}

package org.voorwerp.server.challenge.calendar;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.PhaseView;
import org.voorwerp.server.http.Invalid;

/// A challenge's phases, for its organisers to change.
@Path("/api/challenges/{slug}/phases")
@Tag(name = "Organising")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PhaseResource {

    private final Challenges challenges;
    private final Phases phases;
    private final SecurityIdentity identity;
    private final Clock clock;

    PhaseResource(Challenges challenges, Phases phases, SecurityIdentity identity, Clock clock) {
        this.challenges = challenges;
        this.phases = phases;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List phases", description = "In their order, as everybody sees them.")
    public List<PhaseView> list(@PathParam("slug") String slug) {
        var now = clock.instant();
        return challenges.visible(slug, Caller.of(identity)).phases().stream()
                .map(phase -> PhaseView.of(phase, now))
                .toList();
    }

    @POST
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Add a phase", description = "After the others, also while the challenge runs. It is logged.")
    public PhaseView add(@PathParam("slug") String slug, @Nullable PhaseRequest request) {
        return phases.add(slug, given(request), Caller.of(identity));
    }

    @PUT
    @Path("{phase}")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a phase",
            description =
                    "To what is sent; what is left out gets its default. It is logged. A phase whose final board is open"
                            + " keeps its end.")
    public PhaseView change(
            @PathParam("slug") String slug, @PathParam("phase") String phase, @Nullable PhaseRequest request) {
        return phases.change(slug, phase, given(request), Caller.of(identity));
    }

    private static PhaseRequest given(@Nullable PhaseRequest request) {
        if (request == null) {
            throw new Invalid("The body is a phase as JSON.");
        }
        return request;
    }
}

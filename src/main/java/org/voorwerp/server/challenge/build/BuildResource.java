package org.voorwerp.server.challenge.build;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Scope;

/// Watching what becomes of packs.
@Path("/api/builds")
@Tag(name = "Organise")
@RolesAllowed(Role.ORGANISER_NAME)
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class BuildResource {

    private final PackBuilds builds;
    private final SecurityIdentity identity;

    BuildResource(PackBuilds builds, SecurityIdentity identity) {
        this.builds = builds;
        this.identity = identity;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far a build has come", description = "And in the end what was built, or what is wrong.")
    public BuildView get(@PathParam("id") UUID id) {
        return builds.view(id, Caller.of(identity).orElseThrow());
    }
}

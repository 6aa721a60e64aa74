package org.voorwerp.server.account.organiser;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.account.organiser.OrganiserRole.HostView;
import org.voorwerp.server.account.organiser.OrganiserRole.Invited;
import org.voorwerp.server.http.Invalid;

/// Who may organise on this server, where Keycloak says so.
@Path("/api/organisers")
@Tag(name = "Organisers")
@RolesAllowed(Role.ORGANISER_NAME)
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class OrganiserRoleResource {

    /// Whom to invite.
    public record NewHost(@Nullable String email) {}

    private final OrganiserRole role;
    private final SecurityIdentity identity;

    OrganiserRoleResource(OrganiserRole role, SecurityIdentity identity) {
        this.role = role;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "List who may organise",
            description = "For organisers, where people sign in through Keycloak.")
    public List<HostView> list() {
        return role.list();
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Make somebody an organiser",
            description = "For organisers. Whom Keycloak does not know yet is sent a mail by it.")
    public Invited invite(@Nullable NewHost host) {
        if (host == null || host.email() == null) {
            throw new Invalid("Send a mail address, as in {\"email\": \"bill@example.org\"}.");
        }
        return role.invite(caller(), host.email());
    }

    @DELETE
    @Path("{subject}")
    @ResponseStatus(204)
    @Operation(
            summary = "Take the role organiser",
            description = "From oneself; admins from everybody. Somebody must be left who has it.")
    public void withdraw(@PathParam("subject") String subject) {
        role.withdraw(caller(), subject);
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}

package org.voorwerp.server.account;

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
import org.voorwerp.server.http.Invalid;

/// Registering, and one's own tokens.
@Path("/api/accounts")
@Tag(name = "Accounts")
@RunOnVirtualThread
public class AccountResource {

    /// What is needed to register.
    public record Registration(@Nullable String handle) {}

    /// What is needed for a further token.
    public record TokenRequest(@Nullable String name) {}

    /// Oneself.
    public record AccountView(String handle, String role) {}

    private final Accounts accounts;
    private final SecurityIdentity identity;

    AccountResource(Accounts accounts, SecurityIdentity identity) {
        this.accounts = accounts;
        this.identity = identity;
    }

    @POST
    @Operation(summary = "Register a handle", description = "The answer holds a token, shown this once.")
    @APIResponse(
            responseCode = "201",
            description = "The token",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewToken.class)))
    public Response register(@Nullable Registration registration) {
        if (registration == null || registration.handle() == null) {
            throw new Invalid("Send the handle you want, as in {\"handle\": \"hanny\"}.");
        }
        return created(accounts.register(registration.handle(), Role.PARTICIPANT));
    }

    @GET
    @Path("/me")
    @Authenticated
    @Operation(summary = "Who am I")
    public AccountView me() {
        return new AccountView(caller().handle(), caller().role().word());
    }

    @GET
    @Path("/me/tokens")
    @Authenticated
    @Operation(summary = "List my tokens")
    public List<TokenView> tokens() {
        return accounts.tokens(caller().account());
    }

    @POST
    @Path("/me/tokens")
    @Authenticated
    @Operation(summary = "Make a further token")
    @APIResponse(
            responseCode = "201",
            description = "The token",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewToken.class)))
    public Response createToken(@Nullable TokenRequest request) {
        if (request == null || request.name() == null) {
            throw new Invalid("Send a name for the token, as in {\"name\": \"notebook\"}.");
        }
        return created(accounts.createToken(caller().account(), request.name()));
    }

    @DELETE
    @Path("/me/tokens/{id}")
    @Authenticated
    @ResponseStatus(204)
    @Operation(summary = "Revoke a token")
    public void revoke(@PathParam("id") UUID id) {
        accounts.revoke(caller().account(), id);
    }

    private static Response created(NewToken token) {
        var secretsAreNotCached = new CacheControl();
        secretsAreNotCached.setNoStore(true);
        return Response.status(201)
                .entity(token)
                .cacheControl(secretsAreNotCached)
                .build();
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}

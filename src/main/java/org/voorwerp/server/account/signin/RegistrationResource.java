package org.voorwerp.server.account.signin;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.NewToken;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.http.Invalid;

/// Getting a handle.
@Path("/api/accounts")
@Tag(name = "Accounts")
@RunOnVirtualThread
public class RegistrationResource {

    /// What is needed to register.
    public record Wish(@Nullable String handle) {}

    private final Registration registration;

    RegistrationResource(Registration registration) {
        this.registration = registration;
    }

    @POST
    @Needs(Scope.READ)
    @Operation(
            summary = "Register a handle",
            description = "The answer holds a token, shown this once. Where people sign in through Keycloak, send an"
                    + " access token of it along.")
    @APIResponse(
            responseCode = "201",
            description = "The token",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewToken.class)))
    public Response register(@Nullable Wish wish) {
        if (wish == null || wish.handle() == null) {
            throw new Invalid("Send the handle you want, as in {\"handle\": \"hanny\"}.");
        }
        var secretsAreNotCached = new CacheControl();
        secretsAreNotCached.setNoStore(true);
        return Response.status(201)
                .entity(registration.register(wish.handle()))
                .cacheControl(secretsAreNotCached)
                .build();
    }
}

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

/// Oneself, and one's own tokens.
@Path("/api/accounts")
@Tag(name = "Accounts")
@RunOnVirtualThread
public class AccountResource {

    /// Oneself.
    ///
    /// @param scopes what the token at hand may be used for
    public record AccountView(String handle, String role, List<String> scopes) {}

    private final Tokens tokens;
    private final SecurityIdentity identity;

    AccountResource(Tokens tokens, SecurityIdentity identity) {
        this.tokens = tokens;
        this.identity = identity;
    }

    @GET
    @Path("/me")
    @Authenticated
    @Operation(summary = "Who am I")
    public AccountView me() {
        var caller = caller();
        return new AccountView(caller.handle(), caller.role().word(), Scope.words(caller.scopes()));
    }

    @GET
    @Path("/me/tokens")
    @Authenticated
    @Operation(summary = "List my tokens")
    public List<TokenView> tokens() {
        return tokens.list(caller().account());
    }

    @POST
    @Path("/me/tokens")
    @Authenticated
    @Needs(Scope.ACCOUNT)
    @Operation(
            summary = "Make a further token",
            description = "Scopes are read, submit, organise and account; without any the token may read and submit."
                    + " It cannot do more, or live longer, than the token it is made with.")
    @APIResponse(
            responseCode = "201",
            description = "The token",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewToken.class)))
    public Response createToken(Tokens.@Nullable Wanted wanted) {
        if (wanted == null || wanted.name() == null) {
            throw new Invalid("Send a name for the token, as in {\"name\": \"notebook\"}.");
        }
        return created(tokens.create(caller(), wanted));
    }

    @DELETE
    @Path("/me/tokens/{id}")
    @Authenticated
    @Needs(Scope.ACCOUNT)
    @ResponseStatus(204)
    @Operation(summary = "Revoke a token")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revoke(caller().account(), id);
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

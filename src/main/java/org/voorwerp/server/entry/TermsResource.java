package org.voorwerp.server.entry;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenges;

/// What participants agree to.
@Path("/api/challenges/{slug}/terms")
@Tag(name = "Entry")
@RunOnVirtualThread
public class TermsResource {

    /// The version that the caller has read.
    public record TermsAcceptance(@Nullable String version) {}

    private final Challenges challenges;
    private final Terms terms;
    private final SecurityIdentity identity;

    TermsResource(Challenges challenges, Terms terms, SecurityIdentity identity) {
        this.challenges = challenges;
        this.terms = terms;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "The terms of a challenge",
            description = "With their version, and when the caller accepted it.")
    public TermsView get(@PathParam("slug") String slug) {
        var caller = Caller.of(identity);
        return terms.view(challenges.visible(slug, caller), caller);
    }

    @POST
    @Path("acceptance")
    @Authenticated
    @Operation(
            summary = "Accept the terms",
            description =
                    "Once, before the first submission, and again when they change. Give the version that you have"
                            + " read; without one whatever the terms are now is accepted.")
    public TermsView accept(@PathParam("slug") String slug, @Nullable TermsAcceptance acceptance) {
        var caller = Caller.of(identity);
        var challenge = challenges.visible(slug, caller);
        return terms.accept(challenge, caller.orElseThrow(), acceptance == null ? null : acceptance.version());
    }
}

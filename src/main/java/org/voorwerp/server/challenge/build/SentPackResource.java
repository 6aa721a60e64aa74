package org.voorwerp.server.challenge.build;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;

/// The pack of a challenge, to host it elsewhere.
@Path("/api/challenges/{slug}/pack")
@Tag(name = "Organising")
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class SentPackResource {

    private final Challenges challenges;
    private final PackIntake intake;
    private final SecurityIdentity identity;

    SentPackResource(Challenges challenges, PackIntake intake, SecurityIdentity identity) {
        this.challenges = challenges;
        this.intake = intake;
        this.identity = identity;
    }

    @GET
    @Produces("application/zip")
    @Operation(
            summary = "Take a challenge elsewhere",
            description = "For organisers: the pack that the challenge was made of, or last put right by as a whole, as"
                    + " it was sent. Another server makes the same challenge of it, with other ids. What was put right"
                    + " since without a pack is not in it.")
    public Response get(@PathParam("slug") String slug) throws IOException {
        var archive = intake.sent(challenges.organised(slug, Caller.of(identity)));
        return Response.ok(Files.newInputStream(archive))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + slug + "-pack.zip\"")
                .header(HttpHeaders.CONTENT_LENGTH, Files.size(archive))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

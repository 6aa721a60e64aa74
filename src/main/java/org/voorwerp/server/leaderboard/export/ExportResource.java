package org.voorwerp.server.leaderboard.export;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;

/// All boards and scores of a challenge.
@Path("/api/challenges/{slug}/export")
@Tag(name = "Organising")
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class ExportResource {

    private final Challenges challenges;
    private final Export export;
    private final SecurityIdentity identity;

    ExportResource(Challenges challenges, Export export, SecurityIdentity identity) {
        this.challenges = challenges;
        this.export = export;
        this.identity = identity;
    }

    @GET
    @Produces("application/zip")
    @Operation(
            summary = "Export all boards and scores",
            description =
                    "For organisers: a zip archive of tables, each as CSV and as JSON, as of one moment: phases, teams, submissions, choices,"
                            + " metrics, the scores of all parts and scoring versions with their intervals, the log, and"
                            + " the boards that follow from them.")
    public Response get(@PathParam("slug") String slug) {
        var caller = Caller.of(identity);
        var challenge = challenges.visible(slug, caller);
        export.requireOrganiser(challenge, caller);
        var phases = challenge.phases();
        StreamingOutput archive = out -> export.write(challenge, phases, out);
        return Response.ok(archive)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + slug + "-boards.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

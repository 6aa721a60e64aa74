package org.voorwerp.server.evaluation.rescoring;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.build.BuildView;
import org.voorwerp.server.http.Flag;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.ListPage;

/// The scoring versions of a challenge: by which truth and which metrics its boards were made.
@Path("/api/challenges/{slug}/scoring-versions")
@Tag(name = "Organising")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ScoringVersionResource {

    private final Challenges challenges;
    private final ScoringVersions versions;
    private final SecurityIdentity identity;

    ScoringVersionResource(Challenges challenges, ScoringVersions versions, SecurityIdentity identity) {
        this.challenges = challenges;
        this.versions = versions;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "List scoring versions",
            description =
                    "Those that the boards show or showed, the first first, `limit` at a time; for organisers also the"
                            + " one that is being scored. The header Link leads to those after them.")
    public RestResponse<List<ScoringVersions.Version>> list(
            @PathParam("slug") String slug,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        var caller = Caller.of(identity);
        var challenge = challenges.visible(slug, caller);
        return ListPage.of(
                versions.list(challenge, caller).stream()
                        .filter(version -> version.version() > after)
                        .toList(),
                limit,
                last -> "/api/challenges/" + challenge.slug + "/scoring-versions?after=" + last.version());
    }

    @POST
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Consumes("text/csv")
    @ResponseStatus(202)
    @Operation(
            summary = "Correct the truth",
            description =
                    "For organisers. The body is a table of the subjects whose answers were wrong: `id` (published) or"
                            + " `subject` (your own), and `label` or the columns of values. With `whole` it is"
                            + " the pack's own table put right, with all subjects; those to test must all be there. All submissions are scored"
                            + " again; when all are, the boards turn to the new scores at once. It is logged.")
    public ScoringVersions.Version correct(
            @PathParam("slug") String slug,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("whole") @Nullable Flag whole,
            InputStream body)
            throws IOException {
        return versions.correctTruth(slug, reason, body, Flag.isSet(whole), Caller.of(identity));
    }

    /// @param program its folder, as the metrics name it
    @POST
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Consumes("application/zip")
    @ResponseStatus(202)
    @Operation(hidden = true)
    public ScoringVersions.Version correctProgram(
            @PathParam("slug") String slug,
            @QueryParam("program") @Nullable String program,
            @QueryParam("reason") @Nullable String reason,
            InputStream body)
            throws IOException {
        return versions.correctProgram(slug, program, reason, body, Caller.of(identity));
    }

    @POST
    @Path("/pack")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Consumes("application/zip")
    @Operation(
            summary = "Correct the pack",
            description =
                    "For organisers. The body is the whole pack put right, as a zip. It is checked at once and built as"
                            + " a job: the answer's Location tells how far it has come. Truth, metrics, rank-by and"
                            + " programs may be others; if anything else differs (subjects, split, attributes, images,"
                            + " the rest of challenge.yaml) it is refused, and the refusal names what. Then all"
                            + " submissions are scored again.")
    @APIResponse(
            responseCode = "202",
            description = "It will be built",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BuildView.class)))
    public Response correctPack(
            @PathParam("slug") String slug, @QueryParam("reason") @Nullable String reason, InputStream body) {
        var build = versions.correctPack(slug, reason, body, Caller.of(identity));
        return Response.accepted(build)
                .location(URI.create("/api/builds/" + build.id()))
                .build();
    }

    @POST
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(hidden = true)
    public ScoringVersions.Version change(@PathParam("slug") String slug, @Nullable NewMetrics metrics)
            throws IOException {
        if (metrics == null) {
            throw new Invalid("The body says the metrics as JSON.");
        }
        return versions.changeMetrics(slug, metrics, Caller.of(identity));
    }
}

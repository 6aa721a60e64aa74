package org.voorwerp.server.submission;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.Flag;
import org.voorwerp.server.submission.upload.Upload;

/// Sending predictions to a challenge, and what one has sent.
@Path("/api/challenges/{slug}/submissions")
@Tag(name = "Submissions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class ChallengeSubmissionsResource {

    private final Challenges challenges;
    private final Intake intake;
    private final Submissions submissions;
    private final Waiting waiting;
    private final SubmissionConfig config;
    private final SecurityIdentity identity;
    private final Clock clock;

    ChallengeSubmissionsResource(
            Challenges challenges,
            Intake intake,
            Submissions submissions,
            Waiting waiting,
            SubmissionConfig config,
            SecurityIdentity identity,
            Clock clock) {
        this.challenges = challenges;
        this.intake = intake;
        this.submissions = submissions;
        this.waiting = waiting;
        this.config = config;
        this.identity = identity;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Submit predictions",
            description =
                    "The file is the body (Content-Encoding gzip and zstd are read), or the field `file` of a form."
                            + " With `Prefer: wait=10` the answer waits up to ten seconds for the score. Where several phases are"
                            + " open, `phase` names the one that it is for.")
    // The form is left to words: generators make one type of both, and what they make does not compile.
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted: it survives whatever happens now, and will be scored",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Accepted, and scored while the client waited",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Response submit(
            @PathParam("slug") String slug,
            @QueryParam("note") @Nullable String note,
            @QueryParam("phase") @Nullable String phase,
            HttpHeaders headers,
            InputStream body) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        var receipt = intake.take(challenge, caller(), phase, Upload.of(headers, body, note));
        var wait = Prefer.wait(headers.getRequestHeader("Prefer"), config.maxWait());
        return answer(receipt, wait);
    }

    @GET
    @Operation(
            summary = "List my submissions",
            description = "The latest first. Organisers see everybody's with `all=true`.")
    public SubmissionList list(
            @PathParam("slug") String slug,
            @QueryParam("all") @Nullable Flag all,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return submissions.list(challenge, caller(), Flag.isSet(all), before, limit);
    }

    private Response answer(Receipt receipt, Optional<Duration> wait) {
        var id = receipt.submission().id;
        boolean isFinal = wait.map(time ->
                        waiting.await(receipt.submission(), time).state().isFinal())
                .orElse(false);
        var view = submissions.view(id, caller());
        var response = Response.status(isFinal ? 201 : 202)
                .location(URI.create("/api/submissions/" + id))
                .entity(view);
        wait.ifPresent(time -> response.header("Preference-Applied", "wait=" + time.toSeconds()));
        if (receipt.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return RateLimit.describe(response, view.quota(), clock.instant()).build();
    }

    private Caller caller() {
        return Caller.of(identity).orElseThrow();
    }
}

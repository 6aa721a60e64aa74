package org.voorwerp.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.submission.Submissions;
import org.voorwerp.server.web.Frame.Section;

/// A submission to watch while it is being scored, and to look at afterwards.
@Path("/submissions/{id}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@RunOnVirtualThread
public class SubmissionPages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SubmissionPage(Frame frame, ChallengeHead challenge, SubmissionLine submission)
            implements TemplateInstance {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Submissions submissions;
    private final Visit visit;

    SubmissionPages(Challenges challenges, ChallengeViews views, Submissions submissions, Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.submissions = submissions;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance submission(@PathParam("id") UUID id) {
        var view = submissions.view(id, visit.signedIn());
        var challenge = challenges.visible(view.challenge(), visit.caller());
        var line = SubmissionLine.of(view, challenges.metrics(challenge));
        return new SubmissionPage(
                visit.frame("Submission " + view.order() + " · " + challenge.title, Section.CHALLENGES)
                        .live(line.live()),
                views.head(challenge, visit.caller()),
                line);
    }

    @POST
    @Path("restore")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response restore(@PathParam("id") UUID id) {
        submissions.restore(id, visit.signedIn());
        return Response.seeOther(URI.create("/submissions/" + id)).build();
    }

    @POST
    @Path("withdraw")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response withdraw(@PathParam("id") UUID id) {
        submissions.withdraw(id, visit.signedIn());
        return Response.seeOther(URI.create("/submissions/" + id)).build();
    }
}

package org.voorwerp.server.web.organise;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;

/// What was built of a pack, for those who organise the challenge.
@Path("/challenges/{slug}/report")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class ReportPages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeReport(Frame frame, ChallengeHead challenge, ReportView report) implements TemplateInstance {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Visit visit;

    ReportPages(Challenges challenges, ChallengeViews views, Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance report(@PathParam("slug") String slug) {
        var challenge = challenges.organised(slug, visit.caller());
        return new ChallengeReport(
                visit.frame("Build report · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                ReportView.of(challenge.report));
    }
}

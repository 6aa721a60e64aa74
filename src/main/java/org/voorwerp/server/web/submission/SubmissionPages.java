package org.voorwerp.server.web.submission;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.evaluation.Diagnostics;
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.submission.Submissions;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.data.ColumnLine;

/// A submission to watch while it is being scored, and to look at afterwards.
@Path("/submissions/{id}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@RunOnVirtualThread
public class SubmissionPages {

    private static final int COMPARED = 20;
    private static final int DRAWN = 40;

    /// @param own whether it is of the reader's team; where not, the reader organises the challenge
    /// @param predicted what the file predicts, column by column; empty while it is being scored
    /// @param more how many columns it has besides
    /// @param diagnostics where it went wrong, as far as the challenge tells; null where it tells nothing
    /// @param earlier the team's other submissions; null where there are none to compare with
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SubmissionPage(
            Frame frame,
            ChallengeHead challenge,
            SubmissionLine submission,
            boolean own,
            List<ColumnLine> predicted,
            int more,
            @Nullable DiagnosticView diagnostics,
            @Nullable Earlier earlier)
            implements TemplateInstance {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Submissions submissions;
    private final Diagnostics diagnostics;
    private final Visit visit;

    SubmissionPages(
            Challenges challenges,
            ChallengeViews views,
            Submissions submissions,
            Diagnostics diagnostics,
            Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.submissions = submissions;
        this.diagnostics = diagnostics;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance submission(@PathParam("id") UUID id) {
        var view = submissions.view(id, visit.signedIn());
        var challenge = challenges.visible(view.challenge(), visit.caller());
        var metrics = challenges.metrics(challenge);
        var line = SubmissionLine.of(view, metrics);
        var predicted = line.live() ? List.<ColumnLine>of() : predicted(challenge, view);
        var wrong = DiagnosticView.of(diagnostics.of(challenge, view, visit.caller()));
        return new SubmissionPage(
                visit.frame("Submission " + view.order() + " · " + challenge.title, Section.CHALLENGES)
                        .live(line.live()),
                views.head(challenge, visit.caller()),
                line,
                views.team(challenge, visit.caller())
                        .filter(view.team()::equals)
                        .isPresent(),
                predicted.stream().limit(DRAWN).toList(),
                Math.max(0, predicted.size() - DRAWN),
                wrong.isEmpty() ? null : wrong,
                line.live() ? null : earlier(challenge, view, metrics.getFirst()));
    }

    private List<ColumnLine> predicted(Challenge challenge, SubmissionView view) {
        return submissions
                .profile(view.id(), visit.signedIn())
                .map(profile -> profile.columns().stream()
                        .filter(column -> !column.name().equals(challenge.definition.idColumn()))
                        .map(column -> ColumnLine.of(column, profile.rows()))
                        .toList())
                .orElse(List.of());
    }

    /// An organiser who looks at somebody else's submission is not shown it beside his or her own.
    private @Nullable Earlier earlier(Challenge challenge, SubmissionView view, ConfiguredMetric<?> metric) {
        var own = submissions
                .list(challenge, visit.signedIn(), false, view.order() + 1, COMPARED)
                .submissions();
        return Earlier.of(view.id(), own, metric);
    }

    @POST
    @Path("restore")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response restore(@PathParam("id") UUID id) {
        submissions.restore(id, visit.signedIn());
        return Forms.to("/submissions/" + id);
    }

    @POST
    @Path("withdraw")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response withdraw(@PathParam("id") UUID id) {
        submissions.withdraw(id, visit.signedIn());
        return Forms.to("/submissions/" + id);
    }
}

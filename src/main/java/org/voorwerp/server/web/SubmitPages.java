package org.voorwerp.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Page;
import org.voorwerp.server.entry.Entry;
import org.voorwerp.server.entry.EntryView;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.server.submission.Intake;
import org.voorwerp.server.submission.QuotaView;
import org.voorwerp.server.submission.Submissions;
import org.voorwerp.server.submission.Upload;
import org.voorwerp.server.web.Frame.Section;

/// Sending predictions to a challenge, and what one has sent.
@Path("/challenges/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SubmitPages {

    private static final int LISTED = 50;

    /// @param quota null where no phase is open, or nobody is signed in
    /// @param entry what stands between the reader and a submission; null if nobody is signed in
    /// @param terms to be accepted first; null where there are none, or not any more
    /// @param fault why the file just sent was refused; null before one was sent
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeSubmit(
            Frame frame,
            ChallengeHead challenge,
            @Nullable QuotaView quota,
            @Nullable EntryView entry,
            @Nullable RawString terms,
            String api,
            List<Snippet> ways,
            @Nullable Fault fault)
            implements TemplateInstance {}

    /// @param next where the list goes on; null at its end
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeSubmissions(
            Frame frame,
            ChallengeHead challenge,
            @Nullable QuotaView quota,
            String metric,
            List<SubmissionLine> submissions,
            @Nullable Long next)
            implements TemplateInstance {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Entry entry;
    private final Submissions submissions;
    private final Intake intake;
    private final Visit visit;

    SubmitPages(
            Challenges challenges,
            ChallengeViews views,
            Entry entry,
            Submissions submissions,
            Intake intake,
            Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.entry = entry;
        this.submissions = submissions;
        this.intake = intake;
        this.visit = visit;
    }

    @GET
    @Path("submit")
    @Operation(hidden = true)
    public TemplateInstance form(@PathParam("slug") String slug) {
        return form(challenges.visible(slug, visit.caller()), null);
    }

    /// Without scripts a browser sends its form here and is led to the submission; with them, the API is asked.
    @POST
    @Path("submit")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Authenticated
    @Operation(hidden = true)
    public Response submit(@PathParam("slug") String slug, HttpHeaders headers, InputStream body) {
        var challenge = challenges.visible(slug, visit.caller());
        try {
            var receipt = intake.take(challenge, visit.signedIn(), Upload.of(headers, body, null));
            return Response.seeOther(URI.create("/submissions/" + receipt.submission().id))
                    .build();
        } catch (Refusal refusal) {
            return Response.status(refusal.status())
                    .entity(form(challenge, Fault.of(refusal)))
                    .type(MediaType.TEXT_HTML_TYPE)
                    .build();
        }
    }

    @GET
    @Path("submissions")
    @Authenticated
    @Operation(hidden = true)
    public TemplateInstance list(
            @PathParam("slug") String slug, @QueryParam("before") @DefaultValue("9223372036854775807") long before) {
        var challenge = challenges.visible(slug, visit.caller());
        var list = submissions.list(challenge, visit.signedIn(), false, before, LISTED);
        var metrics = challenges.metrics(challenge);
        return new ChallengeSubmissions(
                visit.frame("My submissions · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                list.quota(),
                metrics.getFirst().title(),
                list.submissions().stream()
                        .map(view -> SubmissionLine.of(view, metrics))
                        .toList(),
                list.next() == null ? null : list.submissions().getLast().order());
    }

    private ChallengeSubmit form(Challenge challenge, @Nullable Fault fault) {
        var asked = visit.caller().map(caller -> entry.view(challenge, caller));
        boolean hasTerms = asked.filter(view -> view.terms() != null).isPresent();
        return new ChallengeSubmit(
                visit.frame("Submit · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                visit.caller()
                        .map(caller -> submissions.quota(challenge, caller))
                        .orElse(null),
                asked.orElse(null),
                hasTerms ? views.text(challenge, Page.TERMS) : null,
                Links.submissions(challenge.slug),
                Snippet.submit(
                        visit.origin(),
                        challenge.slug,
                        Page.find(challenge, Page.TERMS).isPresent()),
                fault);
    }
}

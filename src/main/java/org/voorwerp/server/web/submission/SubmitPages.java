package org.voorwerp.server.web.submission;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Page;
import org.voorwerp.server.entry.Entry;
import org.voorwerp.server.entry.EntryView;
import org.voorwerp.server.leaderboard.BoardLinks;
import org.voorwerp.server.leaderboard.finals.Finals;
import org.voorwerp.server.submission.Intake;
import org.voorwerp.server.submission.QuotaView;
import org.voorwerp.server.submission.SubmissionState;
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.submission.Submissions;
import org.voorwerp.server.submission.upload.Upload;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.data.Snippet;
import org.voorwerp.server.web.text.Links;

/// Sending predictions to a challenge, and what one has sent.
@Path("/challenges/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SubmitPages {

    private static final int LISTED = 50;

    /// A phase to send to instead.
    record PhaseLink(String name, String query) {}

    /// @param quota of the phase that the form sends to; null where no phase is open, or nobody is signed in
    /// @param phases the others that are open
    /// @param query names the phase in addresses, where several are open
    /// @param entry what stands between the reader and a submission; null if nobody is signed in
    /// @param terms to be accepted first; null where there are none, or not any more
    /// @param fault why the file just sent was refused; null before one was sent
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeSubmit(
            Frame frame,
            ChallengeHead challenge,
            @Nullable QuotaView quota,
            List<PhaseLink> phases,
            String query,
            @Nullable EntryView entry,
            @Nullable RawString terms,
            List<Snippet> ways,
            @Nullable Fault fault)
            implements TemplateInstance {}

    /// @param next where the list goes on; null at its end
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeSubmissions(
            Frame frame,
            ChallengeHead challenge,
            List<QuotaView> quotas,
            String metric,
            List<SubmissionLine> submissions,
            List<FinalChoice> finals,
            @Nullable Long next)
            implements TemplateInstance {}

    /// What a team has chosen, or may choose, for a phase's final board.
    ///
    /// @param open whether it may still be changed
    /// @param none whether nothing is chosen
    /// @param candidates its submissions, the latest first
    record FinalChoice(
            String phase, int limit, @Nullable Instant until, boolean open, boolean none, List<Candidate> candidates) {}

    /// @param chosen whether it is among the chosen
    record Candidate(UUID id, long order, @Nullable String fileName, boolean chosen) {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Entry entry;
    private final Submissions submissions;
    private final Intake intake;
    private final Finals finals;
    private final Visit visit;
    private final Clock clock;

    SubmitPages(
            Challenges challenges,
            ChallengeViews views,
            Entry entry,
            Submissions submissions,
            Intake intake,
            Finals finals,
            Visit visit,
            Clock clock) {
        this.challenges = challenges;
        this.views = views;
        this.entry = entry;
        this.submissions = submissions;
        this.intake = intake;
        this.finals = finals;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Path("submit")
    @Operation(hidden = true)
    public TemplateInstance form(@PathParam("slug") String slug, @QueryParam("phase") @Nullable String phase) {
        return form(challenges.visible(slug, visit.caller()), phase, null);
    }

    /// Without scripts a browser sends its form here and is led to the submission; with them, the API is asked.
    @POST
    @Path("submit")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Authenticated
    @Operation(hidden = true)
    public Response submit(
            @PathParam("slug") String slug,
            @QueryParam("phase") @Nullable String phase,
            HttpHeaders headers,
            InputStream body) {
        var challenge = challenges.visible(slug, visit.caller());
        return Forms.answered(
                () -> {
                    var receipt = intake.take(challenge, visit.signedIn(), phase, Upload.of(headers, body, null));
                    return Forms.to("/submissions/" + receipt.submission().id);
                },
                fault -> form(challenge, phase, fault));
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
                list.quotas(),
                metrics.getFirst().title(),
                list.submissions().stream()
                        .map(view -> SubmissionLine.of(view, metrics))
                        .toList(),
                finals(challenge, list.submissions()),
                list.next() == null ? null : list.submissions().getLast().order());
    }

    @POST
    @Path("finals")
    @Authenticated
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response choose(
            @PathParam("slug") String slug,
            @QueryParam("phase") String phase,
            @RestForm("submission") @Nullable List<UUID> chosen) {
        var challenge = challenges.visible(slug, visit.caller());
        finals.choose(challenge, phase, chosen == null ? List.of() : chosen, visit.signedIn());
        return Forms.to("/challenges/" + slug + "/submissions");
    }

    private List<FinalChoice> finals(Challenge challenge, List<SubmissionView> sent) {
        var now = clock.instant();
        return challenge.phases().stream()
                .filter(phase -> phase.privateBoard || phase.part() == Part.PRIVATE)
                .map(phase -> {
                    var choice = finals.of(challenge, phase.name, visit.signedIn());
                    var candidates = sent.stream()
                            .filter(view -> !view.late() && view.state().equals(SubmissionState.SCORED.word()))
                            .filter(view -> phase.carryOver || view.phase().equals(phase.name))
                            .map(view -> new Candidate(
                                    view.id(),
                                    view.order(),
                                    view.fileName(),
                                    choice.chosen().contains(view.id())))
                            .toList();
                    return new FinalChoice(
                            phase.name,
                            choice.limit(),
                            choice.until(),
                            !phase.isOverAt(now),
                            choice.chosen().isEmpty(),
                            candidates);
                })
                .filter(choice -> !choice.candidates().isEmpty())
                .toList();
    }

    private static String query(QuotaView quota) {
        return BoardLinks.query(quota.phase(), null, null, null, null, null);
    }

    private ChallengeSubmit form(Challenge challenge, @Nullable String phase, @Nullable Fault fault) {
        var quotas = visit.caller()
                .map(caller -> submissions.quotas(challenge, caller))
                .orElse(List.of());
        var quota = quotas.stream()
                .filter(q -> phase == null || q.phase().equals(phase))
                .findFirst()
                .orElse(null);
        var query = quota == null || quotas.size() == 1 ? "" : query(quota);
        var asked = visit.caller().map(caller -> entry.view(challenge, caller));
        boolean hasTerms = asked.filter(view -> view.terms() != null).isPresent();
        return new ChallengeSubmit(
                visit.frame("Submit · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                quota,
                quotas.stream()
                        .filter(q -> q != quota)
                        .map(q -> new PhaseLink(q.phase(), query(q)))
                        .toList(),
                query,
                asked.orElse(null),
                hasTerms ? views.text(challenge, Page.TERMS) : null,
                Snippet.submit(
                        visit.origin(),
                        Links.submissions(challenge.slug) + query,
                        Page.find(challenge, Page.TERMS).isPresent() ? Links.terms(challenge.slug) : null),
                fault);
    }
}

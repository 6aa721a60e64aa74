package org.voorwerp.server.web.organise;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.PhaseView;
import org.voorwerp.server.challenge.calendar.Phases;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.evaluation.rescoring.ScoringVersions;
import org.voorwerp.server.evaluation.suspicion.Suspicions;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.leaderboard.Disclosed;
import org.voorwerp.server.leaderboard.Leaderboards;
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.submission.Submissions;
import org.voorwerp.server.submission.Workload;
import org.voorwerp.server.submission.ruling.Rulings;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.board.BoardWords;
import org.voorwerp.server.web.text.Format;
import org.voorwerp.server.web.text.TimeLeft;

/// For a challenge's organisers while it runs: phases, rulings, scoring anew, and the log of it all.
@Path("/challenges/{slug}/manage")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class ManagePages {

    private static final int LOGGED = 100;
    private static final int LATEST = 100;

    /// @param figures of what was built; empty where the challenge is older than reports
    /// @param live whether anything of that is changing; the page itself is not loaded again, for somebody may be
    ///     writing into its forms
    /// @param told what is told of public scores, and how often that happened
    /// @param rule the same rule in a sentence
    /// @param suspected submissions that look copied, or made to read the truth
    /// @param rescoring the scoring version that is being made; null where none is
    /// @param sent whether the challenge was made of a pack that was sent here
    /// @param programs folders of the programs that score, as the metrics name them
    /// @param fault why what was just asked for was refused; null where nothing was
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeManage(
            Frame frame,
            ChallengeHead challenge,
            List<ReportView.Figure> figures,
            Workload.Queue queue,
            List<Workload.Use> used,
            Disclosed told,
            String rule,
            Suspected suspected,
            @Nullable Progress rescoring,
            boolean live,
            List<PhaseView> phases,
            List<SubmissionView> submissions,
            List<ScoringVersions.Version> versions,
            boolean sent,
            List<String> programs,
            List<OrganiserLog.Action> log,
            @Nullable Fault fault)
            implements TemplateInstance {}

    /// Something long on its way.
    ///
    /// @param share done, from 0 to 1
    /// @param left how long it will still take, in words; null where too little is known
    record Progress(String says, double share, @Nullable String left) {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Phases phases;
    private final Rulings rulings;
    private final ScoringVersions versions;
    private final Submissions submissions;
    private final Workload workload;
    private final Leaderboards leaderboards;
    private final Suspicions suspicions;
    private final OrganiserLog log;
    private final Visit visit;
    private final Clock clock;

    ManagePages(
            Challenges challenges,
            ChallengeViews views,
            Phases phases,
            Rulings rulings,
            ScoringVersions versions,
            Submissions submissions,
            Workload workload,
            Leaderboards leaderboards,
            Suspicions suspicions,
            OrganiserLog log,
            Visit visit,
            Clock clock) {
        this.challenges = challenges;
        this.views = views;
        this.phases = phases;
        this.rulings = rulings;
        this.versions = versions;
        this.submissions = submissions;
        this.workload = workload;
        this.leaderboards = leaderboards;
        this.suspicions = suspicions;
        this.log = log;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page(@PathParam("slug") String slug) {
        return page(slug, null);
    }

    private interface Change {

        void make() throws IOException;
    }

    @POST
    @Path("phases")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response addPhase(@PathParam("slug") String slug, @BeanParam PhaseForm form) throws IOException {
        return changed(slug, () -> phases.add(slug, form.request(), visit.caller()));
    }

    @POST
    @Path("phase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response changePhase(
            @PathParam("slug") String slug, @QueryParam("phase") String phase, @BeanParam PhaseForm form)
            throws IOException {
        return changed(slug, () -> phases.change(slug, phase, form.request(), visit.caller()));
    }

    @POST
    @Path("submissions/{id}/disqualify")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response disqualify(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @RestForm @Nullable String reason)
            throws IOException {
        return changed(slug, () -> rulings.disqualify(id, reason, visit.signedIn()));
    }

    @POST
    @Path("submissions/{id}/reinstate")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response reinstate(@PathParam("slug") String slug, @PathParam("id") UUID id) throws IOException {
        return changed(slug, () -> rulings.reinstate(id, visit.signedIn()));
    }

    @POST
    @Path("scoring-versions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response correct(
            @PathParam("slug") String slug,
            @RestForm @Nullable String reason,
            @RestForm("corrections") @Nullable FileUpload corrections)
            throws IOException {
        return changed(slug, () -> {
            try (var csv = Forms.sent(corrections, "Choose a table of corrections.")) {
                versions.correctTruth(slug, reason, csv, false, visit.caller());
            }
        });
    }

    @POST
    @Path("programs")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response correctProgram(
            @PathParam("slug") String slug,
            @RestForm @Nullable String program,
            @RestForm @Nullable String reason,
            @RestForm("archive") @Nullable FileUpload archive)
            throws IOException {
        return changed(slug, () -> {
            try (var zip = Forms.sent(archive, "Choose the program: a zip archive with metadata.yaml at its top.")) {
                versions.correctProgram(slug, program, reason, zip, visit.caller());
            }
        });
    }

    /// How far its build has come is seen where that of a new pack is.
    @POST
    @Path("pack")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response correctPack(
            @PathParam("slug") String slug,
            @RestForm @Nullable String reason,
            @RestForm("pack") @Nullable FileUpload pack)
            throws IOException {
        return answered(slug, () -> {
            try (var zip = Forms.sent(pack, "Choose the pack: a zip archive with challenge.yaml in it.")) {
                var build = versions.correctPack(slug, reason, zip, visit.caller());
                return Forms.to("/organise/builds/" + build.id());
            }
        });
    }

    private Response changed(String slug, Change change) throws IOException {
        return answered(slug, () -> {
            change.make();
            return Forms.to("/challenges/" + slug + "/manage");
        });
    }

    private Response answered(String slug, Forms.Wish<IOException> wish) throws IOException {
        return Forms.answered(wish, fault -> page(slug, fault));
    }

    private ChallengeManage page(String slug, @Nullable Fault fault) {
        var challenge = challenges.visible(slug, visit.caller());
        if (!challenge.isOrganisedBy(visit.caller())) {
            throw new Forbidden("Only organisers of " + slug + " manage it.");
        }
        var all = versions.list(challenge, visit.caller());
        var rescoring = rescoring(all);
        var queue = workload.queue(challenge, visit.caller());
        var told = leaderboards.disclosed(challenge, visit.caller());
        return new ChallengeManage(
                visit.frame("Manage · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                ReportView.figures(challenge.report),
                queue,
                workload.use(challenge, visit.caller()),
                told,
                BoardWords.rule(told, challenges.metrics(challenge).getFirst().key()),
                Suspected.of(suspicions.of(challenge)),
                rescoring,
                rescoring != null || queue.waiting() + queue.scoring() > 0,
                challenge.phases().stream()
                        .map(phase -> PhaseView.of(phase, clock.instant()))
                        .toList(),
                submissions
                        .list(challenge, visit.signedIn(), true, Long.MAX_VALUE, LATEST)
                        .submissions(),
                all,
                challenge.ownerId != null,
                challenges.definition(challenge, challenge.scoringVersion).programs(),
                log.read(challenge, visit.caller(), Long.MAX_VALUE, LOGGED),
                fault);
    }

    private @Nullable Progress rescoring(List<ScoringVersions.Version> versions) {
        var last = versions.getLast();
        if (last.scored() == null || last.toScore() == null) {
            return null;
        }
        double share = last.toScore() == 0 ? 0 : (double) last.scored() / last.toScore();
        return new Progress(
                "Version " + last.version() + ": " + Format.count(last.scored()) + " of "
                        + Format.count(last.toScore(), "submission", "submissions") + " scored",
                share,
                TimeLeft.of(last.startedAt(), clock.instant(), share));
    }
}

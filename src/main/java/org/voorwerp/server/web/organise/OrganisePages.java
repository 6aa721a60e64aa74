package org.voorwerp.server.web.organise;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Drafts;
import org.voorwerp.server.challenge.build.BuildState;
import org.voorwerp.server.challenge.build.BuildView;
import org.voorwerp.server.challenge.build.PackBuilds;
import org.voorwerp.server.challenge.build.PackIntake;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Mistakes;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.text.TimeLeft;

/// For organisers: sending a pack, watching it being built, publishing what came of it.
@Path("/organise")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ORGANISER_NAME)
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class OrganisePages {

    /// @param hosted the reader's challenges, drafts first
    /// @param fault why the pack just sent was refused; null before one was sent
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OrganisePage(
            Frame frame,
            List<ChallengeHead> hosted,
            @Nullable Fault fault) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BuildPage(
            Frame frame,
            BuildView build,
            String says,
            @Nullable String left,
            boolean live,
            @Nullable Mistakes mistakes) implements TemplateInstance {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Drafts drafts;
    private final PackIntake intake;
    private final PackBuilds builds;
    private final Visit visit;
    private final Clock clock;

    OrganisePages(
            Challenges challenges,
            ChallengeViews views,
            Drafts drafts,
            PackIntake intake,
            PackBuilds builds,
            Visit visit,
            Clock clock) {
        this.challenges = challenges;
        this.views = views;
        this.drafts = drafts;
        this.intake = intake;
        this.builds = builds;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance desk() {
        return desk(null);
    }

    @POST
    @Path("packs")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(@RestForm("pack") @Nullable FileUpload pack) throws IOException {
        return Forms.answered(
                () -> {
                    try (var archive = Forms.sent(pack, "Choose a pack: a zip archive with challenge.yaml in it.")) {
                        var build = intake.take(visit.signedIn(), archive);
                        return Forms.to("/organise/builds/" + build.id());
                    }
                },
                this::desk);
    }

    @GET
    @Path("builds/{id}")
    @Operation(hidden = true)
    public TemplateInstance build(@PathParam("id") UUID id) {
        var build = builds.view(id, visit.signedIn());
        boolean live = build.finishedAt() == null;
        var errors = build.errors();
        return new BuildPage(
                visit.frame("Build of " + build.slug(), Section.ORGANISE).live(live),
                build,
                says(build),
                live ? TimeLeft.of(build.createdAt(), clock.instant(), build.progress()) : null,
                live,
                errors == null || build.errorCount() == null ? null : Mistakes.of(errors, build.errorCount()));
    }

    @POST
    @Path("challenges/{slug}/publish")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response publish(@PathParam("slug") String slug) {
        drafts.publish(slug, visit.caller());
        return Forms.to("/challenges/" + slug);
    }

    @POST
    @Path("challenges/{slug}/delete")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response delete(@PathParam("slug") String slug) {
        drafts.delete(slug, visit.caller());
        return Forms.to("/organise");
    }

    private OrganisePage desk(@Nullable Fault fault) {
        var hosted = challenges.visible(visit.caller()).stream()
                .filter(challenge -> challenge.isOrganisedBy(visit.caller()))
                .map(challenge -> views.head(challenge, visit.caller()))
                .sorted((a, b) -> Boolean.compare(b.draft(), a.draft()))
                .toList();
        return new OrganisePage(visit.frame("Organise", Section.ORGANISE), hosted, fault);
    }

    private static String says(BuildView build) {
        return switch (BuildState.of(build.state())) {
            case WAITING -> "Waiting to be built";
            case RUNNING -> "Being built: " + build.step();
            case BUILT -> "Built";
            case REFUSED -> "The pack cannot be built";
            case FAILED -> "Something went wrong on our side";
        };
    }
}

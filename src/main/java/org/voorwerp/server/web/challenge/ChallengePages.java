package org.voorwerp.server.web.challenge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Definition.TeamRules;
import org.voorwerp.server.challenge.citation.SchemaOrg;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.TaskWords;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.text.Format;

/// A challenge to read: overview, data, rules, leaderboard.
@Path("/challenges/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ChallengePages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeOverview(
            Frame frame, ChallengeHead challenge, @Nullable RawString text, List<Fact> facts, RawString described)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeRules(
            Frame frame,
            ChallengeHead challenge,
            @Nullable RawString text,
            @Nullable RawString terms,
            List<ChallengeViews.PhaseView> phases,
            TeamRules teams,
            List<MetricView> metrics)
            implements TemplateInstance {}

    /// Something worth knowing at a glance.
    record Fact(String name, String value) {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Visit visit;

    ChallengePages(Challenges challenges, ChallengeViews views, Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance overview(@PathParam("slug") String slug) {
        var challenge = challenges.visible(slug, visit.caller());
        return new ChallengeOverview(
                frame(challenge, null),
                head(challenge),
                views.text(challenge, "overview"),
                facts(challenge),
                new RawString(SchemaOrg.ofPage(challenge, visit.origin())));
    }

    @GET
    @Path("rules")
    @Operation(hidden = true)
    public TemplateInstance rules(@PathParam("slug") String slug) {
        var challenge = challenges.visible(slug, visit.caller());
        return new ChallengeRules(
                frame(challenge, "Rules"),
                head(challenge),
                views.text(challenge, "rules"),
                views.text(challenge, "terms"),
                views.phases(challenge),
                challenge.definition.teamRules(),
                challenges.metrics(challenge).stream().map(MetricView::of).toList());
    }

    private ChallengeHead head(Challenge challenge) {
        return views.head(challenge, visit.caller());
    }

    private Frame frame(Challenge challenge, @Nullable String page) {
        var title = page == null ? challenge.title : page + " · " + challenge.title;
        return visit.frame(title, Section.CHALLENGES).describedBy(challenge.summary);
    }

    private List<Fact> facts(Challenge challenge) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("What to predict", TaskWords.sentence(challenge.definition.taskKind())));
        challenges.metrics(challenge).stream()
                .findFirst()
                .ifPresent(metric -> facts.add(new Fact(
                        "Ranked by",
                        metric.title() + ", " + Format.better(metric.metric().direction()))));
        subjects(challenge, DatasetFile.TRAIN, "To learn from").ifPresent(facts::add);
        subjects(challenge, DatasetFile.TEST, "To predict").ifPresent(facts::add);
        noise(challenge).ifPresent(facts::add);
        facts.add(new Fact("Organised by", String.join(", ", challenge.definition.organisers())));
        Optional.ofNullable(challenge.definition.licence())
                .ifPresent(licence -> facts.add(new Fact("Licence of the data", licence)));
        Optional.ofNullable(challenge.definition.citation())
                .ifPresent(citation -> facts.add(new Fact("To cite", citation.strip())));
        return facts;
    }

    /// Which differences by the primary metric are noise, by the size of the parts alone.
    private Optional<Fact> noise(Challenge challenge) {
        var power = challenge.report.power();
        var primary = challenges.metrics(challenge).getFirst();
        var said = power == null
                ? ""
                : power.stream()
                        .filter(line -> line.metric().equals(primary.key()))
                        .map(line -> "under " + Format.score(line.noise()) + " on the " + line.part() + " part")
                        .collect(Collectors.joining(", "));
        return said.isEmpty() ? Optional.empty() : Optional.of(new Fact("Differences that are noise", said));
    }

    private Optional<Fact> subjects(Challenge challenge, String file, String name) {
        return Optional.ofNullable(views.rows(challenge, file))
                .map(rows -> new Fact(name, Format.count(rows, "subject", "subjects")));
    }
}

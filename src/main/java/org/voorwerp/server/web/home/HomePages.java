package org.voorwerp.server.web.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Position;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.text.Markdown;
import org.voorwerp.server.web.text.Text;

/// The list of challenges, and the pages that belong to none.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HomePage(Frame frame, List<Group> groups, Stretch stretch) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AboutPage(Frame frame, RawString text) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProblemsPage(Frame frame, String heading, RawString text) implements TemplateInstance {}

    /// How many challenges a page lists.
    private static final int ROWS = 20;

    /// Challenges that stand alike.
    ///
    /// @param size how many of them there are in all
    /// @param entries those on this page
    record Group(Kind kind, int size, List<HomeEntry> entries) {}

    /// How a challenge stands for the reader, in the order of the list.
    enum Kind {
        DRAFT("Your drafts"),
        RUNNING("Running"),
        COMING("Coming"),
        PAST("Past");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which part of the list a page is.
    ///
    /// @param from the first challenge on it, from 1
    /// @param previous where the page before begins; null on the first
    /// @param next where the page after begins; null on the last
    record Stretch(
            int from,
            int to,
            int all,
            @Nullable Integer previous,
            @Nullable Integer next) {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final HomeEntries entries;
    private final Visit visit;

    HomePages(Challenges challenges, ChallengeViews views, HomeEntries entries, Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.entries = entries;
        this.visit = visit;
    }

    /// @param from the first challenge that is listed, from 1
    @GET
    @Operation(hidden = true)
    public TemplateInstance home(@RestQuery @DefaultValue("1") String from) {
        var kinds = new EnumMap<Kind, List<Challenge>>(Kind.class);
        for (var challenge : challenges.visible(visit.caller())) {
            kinds.computeIfAbsent(kind(challenge), kind -> new ArrayList<>()).add(challenge);
        }
        int all = kinds.values().stream().mapToInt(List::size).sum();
        var stretch = stretch(Position.of(from), all);
        var groups = new ArrayList<Group>();
        int before = 0;
        for (var kind : kinds.entrySet()) {
            int size = kind.getValue().size();
            int first = Math.clamp(stretch.from() - 1L - before, 0, size);
            int last = Math.clamp(stretch.to() - (long) before, 0, size);
            if (first < last) {
                groups.add(new Group(
                        kind.getKey(),
                        size,
                        kind.getValue().subList(first, last).stream()
                                .map(challenge -> entries.of(challenge, visit.caller()))
                                .toList()));
            }
            before += size;
        }
        return new HomePage(visit.frame("Challenges", Section.CHALLENGES), groups, stretch);
    }

    private Kind kind(Challenge challenge) {
        if (!challenge.isPublished()) {
            return Kind.DRAFT;
        }
        return switch (views.standing(challenge).state()) {
            case RUNNING -> Kind.RUNNING;
            case COMING -> Kind.COMING;
            case PAST -> Kind.PAST;
        };
    }

    private static Stretch stretch(long from, int all) {
        int first = (int) Math.clamp(from, 1, Math.max(1, all));
        int last = Math.min(all, first + ROWS - 1);
        return new Stretch(
                first, last, all, first == 1 ? null : Math.max(1, first - ROWS), last == all ? null : last + 1);
    }

    @GET
    @Path("about")
    @Operation(hidden = true)
    public TemplateInstance about() {
        return new AboutPage(visit.frame("About", Section.ABOUT), Markdown.toHtml(Text.ABOUT.whole()));
    }

    @GET
    @Path("problems")
    @Operation(hidden = true)
    public TemplateInstance problems() {
        var heading = "Error messages";
        return new ProblemsPage(visit.frame(heading, Section.NONE), heading, Markdown.toHtml(Text.PROBLEMS.whole()));
    }

    @GET
    @Path("problems/{type}")
    @Operation(hidden = true)
    public TemplateInstance problem(@PathParam("type") String type) {
        var text = Text.PROBLEMS
                .section(type)
                .orElseThrow(() -> new NotFound("There is no kind of problem " + type + "; /problems lists them."));
        return new ProblemsPage(visit.frame(type, Section.NONE), type, Markdown.toHtml(text));
    }
}

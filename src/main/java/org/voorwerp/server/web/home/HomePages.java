package org.voorwerp.server.web.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Markdown;
import org.voorwerp.server.web.Standing;
import org.voorwerp.server.web.Text;
import org.voorwerp.server.web.Visit;

/// The list of challenges, and the pages that belong to none.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HomePage(Frame frame, List<Group> groups) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AboutPage(Frame frame, RawString text) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProblemsPage(Frame frame, String heading, RawString text) implements TemplateInstance {}

    /// Challenges that stand alike in time.
    record Group(String word, String title, List<HomeEntry> entries) {}

    private final Challenges challenges;
    private final HomeEntries entries;
    private final Visit visit;

    HomePages(Challenges challenges, HomeEntries entries, Visit visit) {
        this.challenges = challenges;
        this.entries = entries;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance home() {
        var all = challenges.visible(visit.caller()).stream()
                .map(challenge -> entries.of(challenge, visit.caller()))
                .toList();
        var groups = Stream.of(
                        group("running", "Running", all, Standing.State.RUNNING),
                        group("coming", "Coming", all, Standing.State.COMING),
                        group("past", "Past", all, Standing.State.PAST),
                        drafts(all))
                .filter(group -> !group.entries().isEmpty())
                .toList();
        return new HomePage(visit.frame("Challenges", Section.CHALLENGES), groups);
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

    private static Group group(String word, String title, List<HomeEntry> entries, Standing.State state) {
        return new Group(
                word,
                title,
                entries.stream()
                        .filter(entry -> !entry.challenge().draft()
                                && entry.challenge().standing().state() == state)
                        .toList());
    }

    private static Group drafts(List<HomeEntry> entries) {
        return new Group(
                "drafts",
                "Your drafts",
                entries.stream().filter(entry -> entry.challenge().draft()).toList());
    }
}

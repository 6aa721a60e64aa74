package org.voorwerp.server.web.challenge;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Page;
import org.voorwerp.server.challenge.Pages;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.news.Announcements;
import org.voorwerp.server.news.NewsFeed;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.text.Markdown;

/// Announcements, the feed, and the questions that are asked often.
@Path("/challenges/{slug}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class NewsPages {

    /// @param fault why what was sent was refused; null if nothing was
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeNews(
            Frame frame,
            ChallengeHead challenge,
            List<Announced> announcements,
            String title,
            String markdown,
            @Nullable Fault fault)
            implements TemplateInstance {}

    /// @param markdown for organisers to edit; null for others
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeQuestions(
            Frame frame,
            ChallengeHead challenge,
            @Nullable RawString text,
            @Nullable String markdown,
            @Nullable Fault fault)
            implements TemplateInstance {}

    /// An announcement, rendered.
    record Announced(UUID id, String title, RawString text, Instant postedAt) {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final Announcements announcements;
    private final NewsFeed feed;
    private final Pages pages;
    private final Visit visit;

    NewsPages(
            Challenges challenges,
            ChallengeViews views,
            Announcements announcements,
            NewsFeed feed,
            Pages pages,
            Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.announcements = announcements;
        this.feed = feed;
        this.pages = pages;
        this.visit = visit;
    }

    @GET
    @Path("feed.atom")
    @Produces("application/atom+xml;charset=UTF-8")
    @Operation(hidden = true)
    public String feed(@PathParam("slug") String slug) {
        var challenge = challenges.visible(slug, visit.caller());
        var page = "/challenges/" + challenge.slug;
        return new AtomFeed(
                        challenge.id,
                        challenge.title,
                        visit.origin(),
                        page + "/feed.atom",
                        page,
                        Optional.ofNullable(challenge.publishedAt).orElse(challenge.createdAt),
                        feed.latest(challenge))
                .xml();
    }

    @GET
    @Path("news")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance news(@PathParam("slug") String slug) {
        return news(challenges.visible(slug, visit.caller()), "", "", null);
    }

    @POST
    @Path("news")
    @Needs(Scope.ORGANISE)
    @Produces(MediaType.TEXT_HTML)
    @Authenticated
    @Operation(hidden = true)
    public Response post(
            @PathParam("slug") String slug,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String markdown) {
        var challenge = challenges.organised(slug, visit.caller());
        return Forms.answered(
                () -> {
                    announcements.post(challenge, visit.signedIn(), title, markdown);
                    return Forms.to(newsOf(slug));
                },
                fault -> news(challenge, title, markdown, fault));
    }

    @POST
    @Path("news/{id}/remove")
    @Needs(Scope.ORGANISE)
    @Consumes(MediaType.WILDCARD)
    @Authenticated
    @Operation(hidden = true)
    public Response remove(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        announcements.remove(challenges.organised(slug, visit.caller()), visit.signedIn(), id);
        return Forms.to(newsOf(slug));
    }

    @GET
    @Path("questions")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance questions(@PathParam("slug") String slug) {
        var challenge = challenges.visible(slug, visit.caller());
        var markdown = Page.find(challenge, Page.QUESTIONS).map(page -> page.markdown);
        boolean organised = challenge.isOrganisedBy(visit.caller());
        if (markdown.isEmpty() && !organised) {
            throw new NotFound("The challenge " + slug + " has no frequent questions yet.");
        }
        return questions(challenge, organised ? markdown.orElse("") : null, null);
    }

    @POST
    @Path("questions")
    @Needs(Scope.ORGANISE)
    @Produces(MediaType.TEXT_HTML)
    @Authenticated
    @Operation(hidden = true)
    public Response write(@PathParam("slug") String slug, @RestForm @DefaultValue("") String markdown) {
        var challenge = challenges.organised(slug, visit.caller());
        return Forms.answered(
                () -> {
                    pages.put(challenge, visit.signedIn(), Page.QUESTIONS, markdown);
                    return Forms.to("/challenges/" + slug + "/questions");
                },
                fault -> questions(challenge, markdown, fault));
    }

    private ChallengeNews news(Challenge challenge, String title, String markdown, @Nullable Fault fault) {
        var announced = announcements.list(challenge).stream()
                .map(each -> new Announced(each.id(), each.title(), Markdown.toHtml(each.markdown()), each.postedAt()))
                .toList();
        return new ChallengeNews(
                visit.frame("News · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                announced,
                title,
                markdown,
                fault);
    }

    private ChallengeQuestions questions(Challenge challenge, @Nullable String markdown, @Nullable Fault fault) {
        return new ChallengeQuestions(
                visit.frame("Questions · " + challenge.title, Section.CHALLENGES),
                views.head(challenge, visit.caller()),
                views.text(challenge, Page.QUESTIONS),
                markdown,
                fault);
    }

    private static String newsOf(String slug) {
        return "/challenges/" + slug + "/news";
    }
}

package org.voorwerp.server.news;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.ListPage;
import org.voorwerp.server.news.Announcements.AnnouncementView;

/// What organisers tell everybody.
@Path("/api/challenges/{slug}/announcements")
@Tag(name = "News")
@RunOnVirtualThread
public class AnnouncementResource {

    /// One line, and Markdown.
    public record NewAnnouncement(
            @Nullable String title, @Nullable String markdown) {}

    private final Challenges challenges;
    private final Announcements announcements;
    private final SecurityIdentity identity;

    AnnouncementResource(Challenges challenges, Announcements announcements, SecurityIdentity identity) {
        this.challenges = challenges;
        this.announcements = announcements;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "List announcements",
            description =
                    "The latest first, `limit` at a time; the header Link leads to those before them. The Atom feed"
                            + " /challenges/{slug}/feed.atom has the latest, too, with phases.")
    public RestResponse<List<AnnouncementView>> list(
            @PathParam("slug") String slug,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        return ListPage.of(
                announcements.list(challenge, after, ListPage.size(limit) + 1),
                limit,
                last -> "/api/challenges/" + challenge.slug + "/announcements?after=" + last.id());
    }

    @POST
    @Needs(Scope.ORGANISE)
    @Authenticated
    @ResponseStatus(201)
    @Operation(summary = "Announce something", description = "For organisers.")
    public AnnouncementView post(@PathParam("slug") String slug, @Nullable NewAnnouncement announcement) {
        var caller = Caller.of(identity);
        var challenge = challenges.organised(slug, caller);
        if (announcement == null || announcement.title() == null || announcement.markdown() == null) {
            throw new Invalid("Send a title and a text, as in {\"title\": \"Data\", \"markdown\": \"Mended.\"}.");
        }
        return announcements.post(challenge, caller.orElseThrow(), announcement.title(), announcement.markdown());
    }

    @DELETE
    @Path("{id}")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @ResponseStatus(204)
    @Operation(summary = "Take an announcement back", description = "For organisers.")
    public void remove(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        var caller = Caller.of(identity);
        announcements.remove(challenges.organised(slug, caller), caller.orElseThrow(), id);
    }
}

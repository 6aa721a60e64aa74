package org.voorwerp.server.challenge;

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
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.ListPage;

/// Challenges.
@Path("/api/challenges")
@Tag(name = "Challenges")
@RunOnVirtualThread
public class ChallengeResource {

    private static final int LONGEST_LIST = 1000;

    private final Challenges challenges;
    private final Drafts drafts;
    private final SecurityIdentity identity;
    private final Clock clock;

    ChallengeResource(Challenges challenges, Drafts drafts, SecurityIdentity identity, Clock clock) {
        this.challenges = challenges;
        this.drafts = drafts;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "List challenges",
            description =
                    "Published ones and the caller's drafts, the newest first, `limit` at a time. The header Link leads to"
                            + " those after them.")
    public RestResponse<List<ChallengeEntry>> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @DefaultValue("1000") int limit) {
        var all = challenges.visible(Caller.of(identity));
        int begin = after == null ? 0 : 1 + place(all, after);
        int end = Math.min(all.size(), begin + Math.clamp(limit, 1, LONGEST_LIST));
        var page = all.subList(begin, end).stream()
                .map(challenge -> ChallengeEntry.of(challenge, clock.instant()))
                .toList();
        return ListPage.of(
                page, end == all.size() ? null : "/api/challenges?after=" + all.get(end - 1).slug + "&limit=" + limit);
    }

    private static int place(List<Challenge> all, String slug) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).slug.equals(slug)) {
                return i;
            }
        }
        throw new Invalid("There is no challenge " + slug + " to go on after; begin the list anew.");
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "A challenge", description = "Its task, metrics, phases and pages.")
    public ChallengeView get(@PathParam("slug") String slug) {
        return view(challenges.visible(slug, Caller.of(identity)));
    }

    @POST
    @Path("{slug}/publish")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(summary = "Publish a draft", description = "From then on everybody sees it.")
    public ChallengeView publish(@PathParam("slug") String slug) {
        return view(drafts.publish(slug, Caller.of(identity)));
    }

    @DELETE
    @Path("{slug}")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @ResponseStatus(204)
    @Operation(summary = "Delete a draft", description = "Only while nobody takes part in it.")
    public void delete(@PathParam("slug") String slug) {
        drafts.delete(slug, Caller.of(identity));
    }

    @GET
    @Path("{slug}/report")
    @Needs(Scope.ORGANISE)
    @Authenticated
    @Operation(
            summary = "What was built of the pack",
            description = "Votes, agreement, class balance and the sizes of the split, for the challenge's organisers.")
    public BuildReport report(@PathParam("slug") String slug) {
        return challenges.organised(slug, Caller.of(identity)).report;
    }

    private ChallengeView view(Challenge challenge) {
        return ChallengeView.of(challenge, challenges.metrics(challenge), clock.instant());
    }
}

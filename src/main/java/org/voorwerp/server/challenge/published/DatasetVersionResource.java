package org.voorwerp.server.challenge.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.dataset.DatasetVersion;
import org.voorwerp.server.http.ListPage;

/// The versions of a challenge's dataset.
@Path("/api/challenges/{slug}/dataset-versions")
@Tag(name = "Data")
@RunOnVirtualThread
public class DatasetVersionResource {

    /// A version of a dataset.
    ///
    /// @param note what is new in it; absent for the first
    /// @param files where its files are listed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DatasetVersionView(
            int version, Instant createdAt, @Nullable String note, String files) {}

    private final Challenges challenges;
    private final SecurityIdentity identity;

    DatasetVersionResource(Challenges challenges, SecurityIdentity identity) {
        this.challenges = challenges;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "List the versions of a dataset",
            description =
                    "The latest first, `limit` at a time; the header Link leads to those before them. A version never"
                            + " changes; a file that is corrected makes another one.")
    public RestResponse<List<DatasetVersionView>> list(
            @PathParam("slug") String slug,
            @QueryParam("before") @DefaultValue("2147483647") int before,
            @QueryParam("limit") @DefaultValue("1000") int limit) {
        var challenge = challenges.visible(slug, Caller.of(identity));
        var following = DatasetVersion.of(challenge.id).stream()
                .filter(version -> version.version < before)
                .limit(ListPage.size(limit) + 1L)
                .map(version -> new DatasetVersionView(
                        version.version,
                        version.createdAt,
                        version.note,
                        "/api/challenges/" + challenge.slug + "/files?version=" + version.version))
                .toList();
        return ListPage.of(
                following,
                limit,
                last -> "/api/challenges/" + challenge.slug + "/dataset-versions?before=" + last.version());
    }
}

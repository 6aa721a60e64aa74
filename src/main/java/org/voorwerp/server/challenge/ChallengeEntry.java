package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A challenge in a list.
///
/// @param kind `labels`, `probabilities` or `values`
/// @param open whether a phase takes submissions now
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChallengeEntry(
        String slug,
        String title,
        String summary,
        String state,
        List<String> organisers,
        String kind,
        boolean open,
        @Nullable Instant publishedAt,
        ChallengeView.Links links) {

    static ChallengeEntry of(Challenge challenge, Instant now) {
        return new ChallengeEntry(
                challenge.slug,
                challenge.title,
                challenge.summary,
                challenge.state,
                challenge.definition.organisers(),
                challenge.definition.task().kind(),
                challenge.phases().stream().anyMatch(phase -> phase.isOpenAt(now)),
                challenge.publishedAt,
                ChallengeView.Links.of(challenge.slug));
    }
}

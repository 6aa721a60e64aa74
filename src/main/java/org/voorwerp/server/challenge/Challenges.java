package org.voorwerp.server.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.NotFound;

/// Finds challenges, each caller those that he or she may see.
@ApplicationScoped
public class Challenges {

    private final Metrics catalogue = Metrics.load(Challenges.class.getClassLoader());

    /// @throws NotFound if there is none of that slug, or only a draft of somebody else's
    public Challenge visible(String slug, Optional<Caller> caller) {
        return Challenge.bySlug(slug)
                .filter(challenge -> challenge.isPublished() || challenge.isOrganisedBy(caller))
                .orElseThrow(() -> new NotFound("There is no challenge " + slug + "; GET /api/challenges lists them."));
    }

    /// A challenge that the caller organises.
    ///
    /// @throws NotFound as [#visible]
    /// @throws Forbidden if somebody else organises it
    public Challenge organised(String slug, Optional<Caller> caller) {
        var challenge = visible(slug, caller);
        if (!challenge.isOrganisedBy(caller)) {
            throw new Forbidden("Only organisers of " + slug + " may do this.");
        }
        return challenge;
    }

    /// Published ones, and the caller's own drafts; the newest first.
    public List<Challenge> visible(Optional<Caller> caller) {
        List<Challenge> all = Challenge.list("order by createdAt desc, slug");
        return all.stream()
                .filter(challenge -> challenge.isPublished() || challenge.isOrganisedBy(caller))
                .toList();
    }

    /// The challenge's metrics, the primary one first.
    public List<ConfiguredMetric<?>> metrics(Challenge challenge) {
        return challenge.definition.configuredMetrics(catalogue);
    }

    /// The metrics at hand.
    public Metrics catalogue() {
        return catalogue;
    }
}

package org.voorwerp.server.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.metric.catalogue.Catalogue;
import org.voorwerp.server.metric.program.ProgramStore;

/// Finds challenges, each caller those that he or she may see.
@ApplicationScoped
public class Challenges {

    private final Catalogue catalogue;
    private final ProgramStore programs;

    Challenges(Catalogue catalogue, ProgramStore programs) {
        this.catalogue = catalogue;
        this.programs = programs;
    }

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
        return challenge.definition.configuredMetrics(catalogue, folder -> programs.source(challenge.id, folder));
    }
}

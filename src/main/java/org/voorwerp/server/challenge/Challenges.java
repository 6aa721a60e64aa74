package org.voorwerp.server.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Definition.MetricDefinition;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.metric.catalogue.Catalogue;
import org.voorwerp.server.metric.program.ProgramSource;
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

    /// The metrics of the scoring version that the boards show, the primary one first.
    public List<ConfiguredMetric<?>> metrics(Challenge challenge) {
        return metrics(challenge, challenge.scoringVersion);
    }

    /// The metrics of a scoring version, the primary one first.
    public List<ConfiguredMetric<?>> metrics(Challenge challenge, int version) {
        return configured(challenge, version, definition(challenge, version));
    }

    /// The metrics of a scoring version as they would be with another program in one of its folders.
    ///
    /// @param folder as the metrics name it
    public List<ConfiguredMetric<?>> metrics(Challenge challenge, int version, String folder, ProgramSource program) {
        return definition(challenge, version)
                .configuredMetrics(
                        catalogue,
                        named -> named.equals(folder) ? program : programs.source(challenge.id, version, named));
    }

    /// The challenge's definition with the metrics of a scoring version.
    @Transactional
    public Definition definition(Challenge challenge, int version) {
        if (version == 1) {
            return challenge.definition;
        }
        return ScoringVersion.of(challenge.id).stream()
                .filter(v -> v.version <= version && v.metrics != null)
                .reduce((earlier, later) -> later)
                .map(v -> challenge.definition.with(Objects.requireNonNull(v.metrics), v.rankBy))
                .orElse(challenge.definition);
    }

    /// A challenge with other metrics.
    ///
    /// @throws IllegalArgumentException if it cannot be scored by these
    public Ranking ranking(Challenge challenge, List<MetricDefinition> others, @Nullable String rankBy) {
        var definition = challenge.definition.with(others, rankBy);
        return new Ranking(definition, configured(challenge, challenge.scoringVersion, definition));
    }

    /// Metrics that decide.
    ///
    /// @param metrics those of the definition, the primary one first
    public record Ranking(Definition definition, List<ConfiguredMetric<?>> metrics) {}

    private List<ConfiguredMetric<?>> configured(Challenge challenge, int version, Definition definition) {
        return definition.configuredMetrics(catalogue, folder -> programs.source(challenge.id, version, folder));
    }
}

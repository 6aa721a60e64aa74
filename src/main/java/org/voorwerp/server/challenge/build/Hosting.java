package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.ChallengeBuilt;
import org.voorwerp.server.challenge.Definition.PhaseDefinition;
import org.voorwerp.server.challenge.Drafts;
import org.voorwerp.server.challenge.NotADraft;
import org.voorwerp.server.challenge.NotPublishable;
import org.voorwerp.server.challenge.Page;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.challenge.PublicationChecks;
import org.voorwerp.server.challenge.build.source.IdKey;
import org.voorwerp.server.challenge.calendar.PhaseRules;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.DatasetVersion;
import org.voorwerp.server.metric.program.ProgramStore;
import org.voorwerp.server.truth.CommittedTruth;
import org.voorwerp.server.truth.Truths;

/// Makes what was built a challenge, all of it in one transaction.
@ApplicationScoped
class Hosting {

    private final Truths truths;
    private final CommittedTruth committed;
    private final Drafts drafts;
    private final PublicationChecks checks;
    private final ProgramStore programs;
    private final PackBuilds builds;
    private final Event<ChallengeBuilt> built;
    private final Clock clock;

    Hosting(
            Truths truths,
            CommittedTruth committed,
            Drafts drafts,
            PublicationChecks checks,
            ProgramStore programs,
            PackBuilds builds,
            Event<ChallengeBuilt> built,
            Clock clock) {
        this.truths = truths;
        this.committed = committed;
        this.drafts = drafts;
        this.checks = checks;
        this.programs = programs;
        this.builds = builds;
        this.built = built;
        this.clock = clock;
    }

    @Transactional
    public boolean isHosted(String slug) {
        return find(slug).isPresent();
    }

    /// A slug is free if no challenge has it, or a draft of the same owner's that nobody takes part in.
    ///
    /// @throws SlugTaken saying why it is not
    @Transactional
    public void requireFree(String slug, UUID owner) {
        find(slug).ifPresent(challenge -> requireReplaceable(challenge, owner));
    }

    /// The key that makes the published ids: that of the draft to be replaced, so that ids stay, or a new one.
    @Transactional
    public IdKey idKey(String slug) {
        return find(slug).map(challenge -> new IdKey(challenge.idKey, false)).orElseGet(IdKey::drawn);
    }

    /// Hosts a pack that was sent, as a draft.
    ///
    /// @throws SlugTaken if its slug is no longer free
    @Transactional(rollbackOn = Exception.class)
    public void hostDraft(Built pack, UUID owner, UUID build) {
        if (!builds.finish(build)) {
            // Another worker, taken for dead or taking this one for dead, was faster.
            return;
        }
        find(pack.definition().slug()).ifPresent(old -> {
            requireReplaceable(old, owner);
            drafts.discard(old);
        });
        builds.made(host(pack, owner, false).id, build);
    }

    /// Hosts a shipped pack, published at once.
    ///
    /// @throws NotPublishable if it would give its truth away; then it is not hosted
    @Transactional(rollbackOn = Exception.class)
    public void hostPublished(Built pack) {
        host(pack, null, true);
    }

    private Challenge host(Built pack, @Nullable UUID owner, boolean published) {
        var challenge = challenge(pack, owner, published);
        try {
            challenge.persistAndFlush();
        } catch (ConstraintViolationException e) {
            throw new SlugTaken("Somebody else just hosted a challenge " + challenge.slug + "; choose another slug.");
        }
        addPhases(pack, challenge);
        addPages(pack, challenge);
        addFiles(pack, challenge);
        pack.programs()
                .forEach((folder, blob) -> programs.record(challenge.id, challenge.scoringVersion, folder, blob));
        if (published) {
            checks.requirePassed(challenge);
        }
        try {
            truths.keep(challenge.id, challenge.scoringVersion, pack.truth());
            truths.keepGroups(challenge.id, pack.groups());
            committed.commit(challenge.id, pack.truth(), challenge.createdAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Challenge.flush();
        built.fire(new ChallengeBuilt(challenge, pack.baselines()));
        return challenge;
    }

    private Challenge challenge(Built pack, @Nullable UUID owner, boolean published) {
        var definition = pack.definition();
        var challenge = new Challenge();
        challenge.id = UUID.randomUUID();
        challenge.slug = definition.slug();
        challenge.title = definition.title();
        challenge.summary = definition.summary();
        challenge.state = published ? Challenge.PUBLISHED : Challenge.DRAFT;
        challenge.ownerId = owner;
        challenge.definition = definition;
        challenge.report = pack.report();
        challenge.idKey = pack.idKey().bytes();
        challenge.scoringVersion = 1;
        challenge.createdAt = clock.instant();
        challenge.publishedAt = published ? challenge.createdAt : null;
        return challenge;
    }

    private static void addPhases(Built pack, Challenge challenge) {
        var phases = pack.definition().phases();
        boolean hasPrivatePart = pack.truth().rows(Part.PRIVATE).length > 0;
        int position = 0;
        for (var definition : phases) {
            var phase = new Phase();
            phase.id = UUID.randomUUID();
            phase.challengeId = challenge.id;
            phase.position = position++;
            boolean isLast = PhaseRules.isLast(definition.ends(), phases, PhaseDefinition::ends);
            PhaseRules.write(definition, phase, isLast, hasPrivatePart);
            phase.persist();
        }
    }

    private static void addPages(Built pack, Challenge challenge) {
        pack.pages().forEach((name, markdown) -> {
            var page = new Page();
            page.challengeId = challenge.id;
            page.name = name;
            page.markdown = markdown;
            page.persist();
        });
    }

    private static void addFiles(Built pack, Challenge challenge) {
        var version = new DatasetVersion();
        version.challengeId = challenge.id;
        version.version = DatasetVersion.FIRST;
        version.createdAt = challenge.createdAt;
        version.persistAndFlush();
        int position = 0;
        for (var published : pack.files()) {
            var file = new DatasetFile();
            file.challengeId = challenge.id;
            file.version = version.version;
            file.name = published.name();
            file.position = position++;
            file.mediaType = published.mediaType();
            file.blob = published.blob().digest();
            file.bytes = published.blob().bytes();
            file.rows = published.rows();
            file.columns = published.columns();
            file.description = published.description();
            file.sameAs = published.sameAs();
            file.persist();
        }
    }

    private void requireReplaceable(Challenge challenge, UUID owner) {
        if (challenge.isPublished() || !owner.equals(challenge.ownerId)) {
            throw new SlugTaken(
                    "There is a challenge " + challenge.slug + " already; choose another slug in challenge.yaml.");
        }
        try {
            drafts.requireUnused(challenge);
        } catch (NotADraft e) {
            throw new SlugTaken(e.getMessage() + " Choose another slug in challenge.yaml.");
        }
    }

    private static Optional<Challenge> find(String slug) {
        return Challenge.find("slug", slug).firstResultOptional();
    }
}

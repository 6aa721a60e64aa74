package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.BuildReport;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.queue.Queue;
import org.voorwerp.server.storage.Blob;

/// The states of packs on their way. A build that is finished stays as it is: whoever comes late changes nothing.
@ApplicationScoped
public class PackBuilds {

    private final EntityManager database;
    private final Queue queue;
    private final Clock clock;

    PackBuilds(EntityManager database, Queue queue, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    /// A new build, and the job that does it.
    @Transactional
    PackBuild begin(UUID account, String slug, Blob archive) {
        return begin(account, slug, archive, null, null);
    }

    /// The same where a challenge is to be put right.
    ///
    /// @param reason what was wrong
    @Transactional
    PackBuild begin(UUID account, String slug, Blob archive, @Nullable UUID corrects, @Nullable String reason) {
        var build = new PackBuild();
        build.id = UUID.randomUUID();
        build.accountId = account;
        build.blob = archive.digest();
        build.state = BuildState.WAITING.word();
        build.step = "waiting";
        build.slug = slug;
        build.corrects = corrects;
        build.reason = reason;
        build.createdAt = clock.instant();
        build.persist();
        queue.add(BuildJob.KIND, build.id.toString(), new BuildJob(build.id));
        return build;
    }

    /// The build if there is still something to do.
    @Transactional
    Optional<PackBuild> takeUp(UUID id) {
        return PackBuild.<PackBuild>findByIdOptional(id)
                .filter(build -> !build.isFinished())
                .map(build -> {
                    build.state = BuildState.RUNNING.word();
                    return build;
                });
    }

    @Transactional
    public void note(UUID id, String step, double progress) {
        database.createQuery("update PackBuild set step = ?2, progress = ?3 where id = ?1 and finishedAt is null")
                .setParameter(1, id)
                .setParameter(2, step)
                .setParameter(3, progress)
                .executeUpdate();
    }

    /// Marks a build as built, in the transaction that hosts the challenge.
    ///
    /// @return whether it was unfinished until now; if not, another worker was faster
    boolean finish(UUID id) {
        return database.createQuery("update PackBuild set state = 'built', step = 'built', progress = 1,"
                                + " finishedAt = ?2 where id = ?1 and finishedAt is null")
                        .setParameter(1, id)
                        .setParameter(2, clock.instant())
                        .executeUpdate()
                == 1;
    }

    /// From now on the pack of a build is the one that the challenge was made of. In the transaction that hosts it, or
    /// puts
    /// it right.
    void made(UUID challenge, UUID build) {
        database.createNativeQuery("update challenge set pack_build = ?2 where id = ?1")
                .setParameter(1, challenge)
                .setParameter(2, build)
                .executeUpdate();
    }

    /// The digest of the pack that a challenge was made of, or last put right by; empty if that was never sent.
    @Transactional
    Optional<String> packOf(UUID challenge) {
        return database
                .createNativeQuery(
                        "select b.blob from challenge c join pack_build b on b.id = c.pack_build where c.id = ?1",
                        String.class)
                .setParameter(1, challenge)
                .getResultList()
                .stream()
                .map(String.class::cast)
                .findFirst();
    }

    @Transactional
    public void refuse(UUID id, List<PackFinding> findings, long count) {
        unfinished(id).ifPresent(build -> {
            build.state = BuildState.REFUSED.word();
            build.findings = findings;
            build.findingCount = count;
            build.finishedAt = clock.instant();
        });
    }

    @Transactional
    public void fail(UUID id, String incident) {
        unfinished(id).ifPresent(build -> {
            build.state = BuildState.FAILED.word();
            build.incident = incident;
            build.finishedAt = clock.instant();
        });
    }

    /// How far a build has come, for whoever sent the pack.
    @Transactional
    public BuildView view(UUID id, Caller caller) {
        var build = PackBuild.<PackBuild>findByIdOptional(id)
                .filter(found -> caller.isAdmin() || caller.account().equals(found.accountId))
                .orElseThrow(() -> new NotFound("You have no build " + id + "."));
        boolean built = build.corrects == null && build.state.equals(BuildState.BUILT.word());
        return BuildView.of(build, built ? report(build) : null);
    }

    private static @Nullable BuildReport report(PackBuild build) {
        return Challenge.<Challenge>find("slug", build.slug)
                .firstResultOptional()
                .map(challenge -> challenge.report)
                .orElse(null);
    }

    private static Optional<PackBuild> unfinished(UUID id) {
        return PackBuild.<PackBuild>find("id = ?1", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(build -> !build.isFinished());
    }
}

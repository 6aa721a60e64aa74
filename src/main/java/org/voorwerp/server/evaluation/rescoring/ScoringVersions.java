package org.voorwerp.server.evaluation.rescoring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Truth;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Definition.MetricDefinition;
import org.voorwerp.server.challenge.Definition.SolutionSource;
import org.voorwerp.server.challenge.ScoringVersion;
import org.voorwerp.server.challenge.build.BuildView;
import org.voorwerp.server.challenge.build.PackIntake;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.challenge.disclosure.OracleCheck;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.metric.program.ProgramStore;
import org.voorwerp.server.queue.Queue;
import org.voorwerp.server.truth.Truths;
import org.voorwerp.table.TableException;

/// Begins scoring versions, and tells of them.
@ApplicationScoped
public class ScoringVersions {

    private static final int LONGEST_REASON = 1000;

    private final EntityManager database;
    private final Challenges challenges;
    private final Truths truths;
    private final CorrectedProgram corrected;
    private final ProgramTrial trial;
    private final ProgramStore programs;
    private final PackIntake packs;
    private final Queue queue;
    private final OrganiserLog log;
    private final Clock clock;

    ScoringVersions(
            EntityManager database,
            Challenges challenges,
            Truths truths,
            CorrectedProgram corrected,
            ProgramTrial trial,
            ProgramStore programs,
            PackIntake packs,
            Queue queue,
            OrganiserLog log,
            Clock clock) {
        this.database = database;
        this.challenges = challenges;
        this.truths = truths;
        this.corrected = corrected;
        this.trial = trial;
        this.programs = programs;
        this.packs = packs;
        this.queue = queue;
        this.log = log;
        this.clock = clock;
    }

    /// A scoring version.
    ///
    /// @param reason what was corrected; null for the first, the challenge as it was hosted
    /// @param startedAt when scoring began
    /// @param shownAt since when the boards show it, or showed it; null while submissions are being scored
    /// @param scored how many submissions have their result in it; null once it is shown
    /// @param toScore how many need one
    public record Version(
            int version,
            @Nullable String reason,
            Instant startedAt,
            @Nullable Instant shownAt,
            @Nullable Long scored,
            @Nullable Long toScore) {}

    /// The versions that were ever shown, and for organisers the coming one, the first first.
    @Transactional
    public List<Version> list(Challenge challenge, Optional<Caller> caller) {
        var versions = new ArrayList<Version>();
        versions.add(new Version(1, null, challenge.createdAt, challenge.publishedAt, null, null));
        for (var version : ScoringVersion.of(challenge.id)) {
            if (version.shownAt != null) {
                versions.add(
                        new Version(version.version, version.reason, version.startedAt, version.shownAt, null, null));
            } else if (challenge.isOrganisedBy(caller)) {
                versions.add(inProgress(version));
            }
        }
        return versions;
    }

    private Version inProgress(ScoringVersion version) {
        var counts = (Object[]) database.createNativeQuery("select count(n.submission_id), count(*) from submission s"
                        + " join result r on r.submission_id = s.id and r.scoring_version = ?2 - 1"
                        + " left join result n on n.submission_id = s.id and n.scoring_version = ?2"
                        + " where s.challenge_id = ?1")
                .setParameter(1, version.challengeId)
                .setParameter(2, version.version)
                .getSingleResult();
        return new Version(
                version.version,
                version.reason,
                version.startedAt,
                null,
                ((Number) counts[0]).longValue(),
                ((Number) counts[1]).longValue());
    }

    /// Begins to score everything by a truth with some answers put right.
    ///
    /// @param corrections a table, see [CorrectedTruth]
    /// @param whole whether it is that of all subjects, not of those only that were wrong
    /// @throws Forbidden unless the caller organises the challenge
    /// @throws Invalid if the table is wrong, or corrects nothing
    /// @throws UnderWay if another version is being scored
    @Transactional(rollbackOn = Exception.class)
    public Version correctTruth(
            String slug, @Nullable String reason, InputStream corrections, boolean whole, Optional<Caller> caller)
            throws IOException {
        var challenge = organised(slug, caller);
        var said = said(reason);
        var kind = challenge.definition.taskKind();
        var before = truths.read(challenge.id, challenge.scoringVersion, kind);
        try {
            var table = whole
                    ? CorrectedTruth.byAll(before, challenge.idKey, source(challenge))
                    : CorrectedTruth.bySome(before, challenge.idKey);
            var correction = table.read(corrections);
            if (correction.changed() == 0) {
                throw new Invalid("The table has the answers that the truth has already: nothing would change.");
            }
            var detail = correction.changed() + " subjects corrected: " + said;
            return begin(challenge, said, detail, null, null, correction.truth(), account(caller));
        } catch (TableException e) {
            throw new Invalid("The corrections cannot be read: " + e.finding() + ".");
        }
    }

    /// Begins to score everything by a scoring program that was put right; versions before keep theirs. The program is
    /// tried first, which takes as long as it needs, so no transaction is open meanwhile.
    ///
    /// @param folder which of the challenge's programs it is, as the metrics name it
    /// @param zip of its folder, see [CorrectedProgram]
    /// @throws Forbidden unless the caller organises the challenge
    /// @throws Invalid if no metric is of that program, or it cannot be used
    /// @throws UnderWay if another version is being scored
    public Version correctProgram(
            String slug, @Nullable String folder, @Nullable String reason, InputStream zip, Optional<Caller> caller)
            throws IOException {
        var challenge = QuarkusTransaction.requiringNew().call(() -> organised(slug, caller));
        var said = said(reason);
        var present = challenges.definition(challenge, challenge.scoringVersion).programs();
        if (folder == null || !present.contains(folder)) {
            throw new Invalid(
                    present.isEmpty()
                            ? "The challenge is scored by no program."
                            : "program: say which one it is; there are " + String.join(", ", present) + ".");
        }
        var truth = truths.read(challenge.id, challenge.scoringVersion, challenge.definition.taskKind());
        var blob = corrected.keep(zip, program -> trial.run(challenge, truth, folder, program));
        return QuarkusTransaction.requiringNew().call(() -> beginWithProgram(slug, folder, said, blob, caller));
    }

    private Version beginWithProgram(String slug, String folder, String said, String blob, Optional<Caller> caller)
            throws IOException {
        var challenge = organised(slug, caller);
        // Read again: other answers may have been put right while the program was tried.
        var truth = truths.read(challenge.id, challenge.scoringVersion, challenge.definition.taskKind());
        var version = begin(challenge, said, "program " + folder + ": " + said, null, null, truth, account(caller));
        programs.record(challenge.id, version.version(), folder, blob);
        return version;
    }

    /// Takes a whole pack that was put right. When it is built, and nothing else of it differs, everything begins to be
    /// scored by it.
    ///
    /// @throws Forbidden unless the caller organises the challenge
    /// @throws org.voorwerp.server.challenge.pack.PackRefused naming what is wrong with it, or differs that may not
    public BuildView correctPack(String slug, @Nullable String reason, InputStream zip, Optional<Caller> caller) {
        var challenge = QuarkusTransaction.requiringNew().call(() -> organised(slug, caller));
        return packs.takeCorrection(challenge, said(reason), caller.orElseThrow(), zip);
    }

    /// Begins to score everything by other metrics.
    ///
    /// @throws Forbidden unless the caller organises the challenge
    /// @throws Invalid if the metrics cannot be used
    /// @throws UnderWay if another version is being scored
    @Transactional(rollbackOn = Exception.class)
    public Version changeMetrics(String slug, NewMetrics metrics, Optional<Caller> caller) throws IOException {
        var challenge = organised(slug, caller);
        var said = said(metrics.reason());
        var uses = metrics.uses(challenge.definition.metrics());
        requireUsable(challenge, uses, metrics.ranking());
        var truth = truths.read(challenge.id, challenge.scoringVersion, challenge.definition.taskKind());
        return begin(challenge, said, said, uses, metrics.ranking(), truth, account(caller));
    }

    /// A challenge that would not have been published with these metrics is not scored by them either.
    void requireUsable(Challenge challenge, List<MetricDefinition> uses, @Nullable String rankBy) {
        try {
            var ranking = challenges.ranking(challenge, uses, rankBy);
            var told = Disclosure.of(challenge, ranking.definition(), ranking.metrics());
            var obstacles = OracleCheck.obstacles(told, ranking.metrics());
            if (!obstacles.isEmpty()) {
                throw new Invalid("metrics: " + String.join(" ", obstacles));
            }
        } catch (IllegalArgumentException e) {
            throw new Invalid("metrics: " + e.getMessage() + ".");
        }
    }

    private static @Nullable UUID account(Optional<Caller> caller) {
        return caller.map(Caller::account).orElse(null);
    }

    private static @Nullable SolutionSource source(Challenge challenge) {
        var truth = challenge.definition.truth();
        return truth == null ? null : truth.solution();
    }

    /// Begins a version, in the caller's transaction.
    ///
    /// @param metrics null where they stay
    /// @param by who wants it
    /// @throws UnderWay if another version is being scored
    Version begin(
            Challenge challenge,
            String reason,
            String detail,
            @Nullable List<MetricDefinition> metrics,
            @Nullable String rankBy,
            Truth truth,
            @Nullable UUID by)
            throws IOException {
        // One at a time, and none while the boards turn.
        database.refresh(challenge, LockModeType.PESSIMISTIC_WRITE);
        if (ScoringVersion.coming(challenge.id).isPresent()) {
            throw new UnderWay();
        }
        var version = new ScoringVersion();
        version.challengeId = challenge.id;
        version.version = challenge.scoringVersion + 1;
        version.accountId = by;
        version.reason = reason;
        version.metrics = metrics;
        version.rankBy = rankBy;
        version.startedAt = clock.instant();
        version.persistAndFlush();
        truths.keep(challenge.id, version.version, truth);
        log.add(challenge, by, "scoring version begun", String.valueOf(version.version), detail);
        var job = new RescoreJob(challenge.id, version.version);
        queue.add(RescoreJob.KIND, job.id(), job);
        return inProgress(version);
    }

    private static String said(@Nullable String reason) {
        var said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON || said.indexOf('\0') >= 0) {
            throw new Invalid(
                    "reason: say in 1 to " + LONGEST_REASON + " characters what was wrong; everybody reads it.");
        }
        return said;
    }

    private Challenge organised(String slug, Optional<Caller> caller) {
        var challenge = challenges.visible(slug, caller);
        if (!challenge.isOrganisedBy(caller)) {
            throw new Forbidden("Only organisers of " + slug + " have it scored again.");
        }
        return challenge;
    }
}

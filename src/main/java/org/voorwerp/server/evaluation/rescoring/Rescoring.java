package org.voorwerp.server.evaluation.rescoring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.ScoringVersion;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.evaluation.StoredFiles;
import org.voorwerp.server.evaluation.StoredResults;

/// Scores what has a result in the version shown and none in the coming one, until nothing is left, and then turns the
/// boards. It may be interrupted anywhere and begun again: what is stored stays, and the turn is one statement that
/// holds only if nothing is missing.
@ApplicationScoped
class Rescoring {

    private static final Logger LOG = Logger.getLogger(Rescoring.class);
    private static final int AT_ONCE = 100;

    private static final String MISSING = """
            select s.id, s.accepted_order, s.blob, s.attempt from submission s
            join result r on r.submission_id = s.id and r.scoring_version = ?2 - 1
            where s.challenge_id = ?1 and s.accepted_order > ?3 and not exists
                (select from result n where n.submission_id = s.id and n.scoring_version = ?2)
            order by s.accepted_order limit ?4
            """;
    private static final String TURN = """
            update challenge set scoring_version = ?2
            where id = ?1 and scoring_version = ?2 - 1 and not exists
                (select from submission s
                 join result r on r.submission_id = s.id and r.scoring_version = ?2 - 1
                 where s.challenge_id = ?1 and not exists
                    (select from result n where n.submission_id = s.id and n.scoring_version = ?2))
            """;

    private final EntityManager database;
    private final StoredFiles files;
    private final StoredResults results;
    private final Event<AllScored> allScored;
    private final OrganiserLog log;
    private final Clock clock;

    Rescoring(
            EntityManager database,
            StoredFiles files,
            StoredResults results,
            Event<AllScored> allScored,
            OrganiserLog log,
            Clock clock) {
        this.database = database;
        this.files = files;
        this.results = results;
        this.allScored = allScored;
        this.log = log;
        this.clock = clock;
    }

    /// A submission to be scored again.
    private record Missing(UUID submission, long order, String blob, int attempt) {}

    void run(RescoreJob job) throws IOException {
        while (isComing(job)) {
            fill(job);
            var challenge =
                    QuarkusTransaction.requiringNew().call(() -> Challenge.<Challenge>findById(job.challenge()));
            allScored.fire(new AllScored(challenge.id, challenge.slug, job.version()));
            if (turn(job)) {
                LOG.infof("challenge %s: scoring version %d is shown", challenge.slug, job.version());
            }
        }
    }

    private static boolean isComing(RescoreJob job) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ScoringVersion.coming(job.challenge())
                        .filter(coming -> coming.version == job.version())
                        .isPresent());
    }

    private void fill(RescoreJob job) throws IOException {
        var challenge = QuarkusTransaction.requiringNew().call(() -> Challenge.<Challenge>findById(job.challenge()));
        long last = 0;
        while (true) {
            var missing = missing(job, last);
            if (missing.isEmpty()) {
                return;
            }
            for (var one : missing) {
                score(challenge, job.version(), one);
                last = one.order();
            }
        }
    }

    private void score(Challenge challenge, int version, Missing one) throws IOException {
        var predictions = files.read(challenge, one.blob());
        var scores = files.scoreIfPossible(challenge, version, predictions);
        QuarkusTransaction.requiringNew()
                .run(() -> results.add(one.submission(), version, one.attempt(), clock.instant(), scores));
    }

    private List<Missing> missing(RescoreJob job, long last) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> rows = database.createNativeQuery(MISSING)
                    .setParameter(1, job.challenge())
                    .setParameter(2, job.version())
                    .setParameter(3, last)
                    .setParameter(4, AT_ONCE)
                    .getResultList();
            return rows.stream()
                    .map(row -> (Object[]) row)
                    .map(row -> new Missing(
                            (UUID) row[0],
                            ((Number) row[1]).longValue(),
                            (String) row[2],
                            ((Number) row[3]).intValue()))
                    .toList();
        });
    }

    /// @return false if a submission was scored meanwhile that the coming version lacks
    private boolean turn(RescoreJob job) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // Keeps results out that know nothing of this version: see StoredResults.
            database.createNativeQuery("select id from challenge where id = ?1 for no key update")
                    .setParameter(1, job.challenge())
                    .getResultList();
            int turned = database.createNativeQuery(TURN)
                    .setParameter(1, job.challenge())
                    .setParameter(2, job.version())
                    .executeUpdate();
            if (turned == 0) {
                return false;
            }
            ScoringVersion.update(
                    "shownAt = ?1 where challengeId = ?2 and version = ?3",
                    clock.instant(),
                    job.challenge(),
                    job.version());
            Challenge challenge = Challenge.findById(job.challenge());
            log.add(challenge, Optional.empty(), "scoring version shown", String.valueOf(job.version()), "");
            return true;
        });
    }
}

package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.http.Forbidden;

/// What a challenge has to do, and what its teams have used: for its organisers.
@ApplicationScoped
public class Workload {

    private static final int MOST_TEAMS = 200;

    private final EntityManager database;
    private final Clock clock;

    Workload(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The queue of a challenge.
    ///
    /// @param waiting submissions not begun yet
    /// @param scoring those being scored
    /// @param oldest when the oldest of both was accepted; null where there is none
    /// @param lastHour how many were finished within the last hour
    /// @param typical the median time from acceptance to result among those; null where there are none
    public record Queue(
            long waiting,
            long scoring,
            @Nullable Instant oldest,
            long lastHour,
            @Nullable Duration typical) {}

    /// What a team has used of its quota in a phase.
    ///
    /// @param today on this day (UTC)
    /// @param total in all
    public record Use(String team, String phase, long today, long total) {}

    /// @throws Forbidden unless the caller organises it
    @Transactional
    public Queue queue(Challenge challenge, Optional<Caller> caller) {
        require(challenge, caller);
        var row = (Object[]) database.createNativeQuery(
                        "select count(*) filter (where state = 'accepted'), count(*) filter (where state = 'scoring'),"
                                + " min(accepted_at) filter (where state in ('accepted', 'scoring')),"
                                + " count(*) filter (where finished_at > ?2 and account_id is not null),"
                                + " percentile_cont(0.5) within group (order by extract(epoch from finished_at"
                                + " - accepted_at)) filter (where finished_at > ?2 and account_id is not null)"
                                + " from submission where challenge_id = ?1"
                                + " and (state in ('accepted', 'scoring') or finished_at > ?2)")
                .setParameter(1, challenge.id)
                .setParameter(2, clock.instant().minus(Duration.ofHours(1)))
                .getSingleResult();
        var typical = (Number) row[4];
        return new Queue(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                (Instant) row[2],
                ((Number) row[3]).longValue(),
                typical == null ? null : Duration.ofMillis((long) (typical.doubleValue() * 1000)));
    }

    /// The teams that have sent something, those that used most today first.
    ///
    /// @throws Forbidden unless the caller organises it
    @Transactional
    public List<Use> use(Challenge challenge, Optional<Caller> caller) {
        require(challenge, caller);
        List<?> rows = database.createNativeQuery("select t.name, p.name,"
                        + " coalesce(sum(q.used) filter (where q.day = ?2), 0), coalesce(sum(q.used), 0)"
                        + " from quota_use q join team t on t.id = q.team_id join phase p on p.id = q.phase_id"
                        + " where t.challenge_id = ?1 and t.kind = 'participants'"
                        + " group by t.name, p.name order by 3 desc, 4 desc, t.name limit " + MOST_TEAMS)
                .setParameter(1, challenge.id)
                .setParameter(2, Quotas.day(clock.instant()))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Use(
                        (String) row[0], (String) row[1], ((Number) row[2]).longValue(), ((Number) row[3]).longValue()))
                .toList();
    }

    private static void require(Challenge challenge, Optional<Caller> caller) {
        if (!challenge.isOrganisedBy(caller)) {
            throw new Forbidden("Only organisers of " + challenge.slug + " see what its teams have used.");
        }
    }
}

package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Phase;

/// How many submissions a team may make: some a day (UTC), and perhaps so many in all of a phase and at once.
@ApplicationScoped
class Quotas {

    private final EntityManager database;

    Quotas(EntityManager database) {
        this.database = database;
    }

    static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /// When the day after that of `time` begins.
    static Instant nextDay(Instant time) {
        return day(time).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// What the team may still send; a team not yet made has sent nothing.
    QuotaView view(@Nullable UUID team, Phase phase, Instant now) {
        var day = day(now);
        int today = 0;
        long all = 0;
        int waiting = 0;
        if (team != null) {
            var used = (Object[]) database.createNativeQuery(
                            "select coalesce(sum(used) filter (where day = ?3), 0), coalesce(sum(used), 0),"
                                    + " (select count(*) from submission where team_id = ?1 and phase_id = ?2"
                                    + " and state in ('accepted', 'scoring'))"
                                    + " from quota_use where team_id = ?1 and phase_id = ?2")
                    .setParameter(1, team)
                    .setParameter(2, phase.id)
                    .setParameter(3, day)
                    .getSingleResult();
            today = ((Number) used[0]).intValue();
            all = ((Number) used[1]).longValue();
            waiting = ((Number) used[2]).intValue();
        }
        return new QuotaView(phase.name, phase.perDay, today, nextDay(now), phase.total, all, phase.atOnce, waiting);
    }

    /// @throws QuotaSpent if nothing is left
    void requireLeft(Optional<UUID> team, Phase phase, Instant now) {
        var quota = view(team.orElse(null), phase, now);
        if (quota.left() == 0 || quota.isTooManyAtOnce()) {
            throw new QuotaSpent(quota, now);
        }
    }

    /// Uses one; to be called with the challenge's row locked, in the transaction that stores the submission.
    ///
    /// @throws QuotaSpent if nothing is left
    void spend(UUID team, Phase phase, Instant now) {
        requireLeft(Optional.of(team), phase, now);
        // The limit is asked for once more where it is counted: this statement alone would hold it.
        int counted = database.createNativeQuery(
                        "insert into quota_use as q (team_id, phase_id, day, used) values (?1, ?2, ?3, 1)"
                                + " on conflict (team_id, phase_id, day) do update set used = q.used + 1"
                                + " where q.used < ?4")
                .setParameter(1, team)
                .setParameter(2, phase.id)
                .setParameter(3, day(now))
                .setParameter(4, phase.perDay)
                .executeUpdate();
        if (counted == 0) {
            throw new QuotaSpent(view(team, phase, now), now);
        }
    }

    /// Gives back what a submission used, in the transaction that changes its state. A baseline has used nothing.
    void refund(Submission submission) {
        if (submission.accountId == null) {
            return;
        }
        // Of the team as the row has it now: it may just have become part of another.
        database.createNativeQuery(
                        "update quota_use q set used = q.used - 1 from submission s where s.id = ?1"
                                + " and q.team_id = s.team_id and q.phase_id = s.phase_id and q.day = s.quota_day and q.used > 0")
                .setParameter(1, submission.id)
                .executeUpdate();
    }
}

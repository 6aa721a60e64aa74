package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.team.MemberLeft;
import org.voorwerp.server.team.TeamsMerged;

/// Submissions and used quotas follow their team when it becomes part of another, in the same transaction.
@ApplicationScoped
class TeamChanges {

    private final EntityManager database;
    private final Quotas quotas;

    TeamChanges(EntityManager database, Quotas quotas) {
        this.database = database;
        this.quotas = quotas;
    }

    /// @throws MergerExceedsQuota if the two have used more than one team may
    void merge(@Observes TeamsMerged merged) {
        // Submissions first: a worker that just gives a quota back holds their rows, and must find it where they are.
        run(
                "update submission set team_id = ?1, sent_as = coalesce(sent_as, ?2) where team_id = ?2",
                merged.into().id,
                merged.from().id);
        run(
                "insert into quota_use as q (team_id, phase_id, day, used)"
                        + " select ?1, phase_id, day, used from quota_use where team_id = ?2"
                        + " on conflict (team_id, phase_id, day) do update set used = q.used + excluded.used",
                merged.into().id,
                merged.from().id);
        boolean broughtSome = run("delete from quota_use where team_id = ?1 and used > 0", merged.from().id) > 0;
        if (broughtSome) {
            merged.challenge().phases().forEach(phase -> requireFit(phase, merged.into(), merged.at()));
        }
    }

    void copy(@Observes MemberLeft left) {
        run(
                "insert into quota_use (team_id, phase_id, day, used)"
                        + " select ?1, phase_id, day, used from quota_use where team_id = ?2",
                left.to().id,
                left.from().id);
    }

    /// One team could have used so many by now: those of each day since the phase began, of which today's count for
    /// themselves, and no more than in all.
    private void requireFit(Phase phase, Team team, Instant now) {
        if (phase.startsAt.isAfter(now)) {
            return;
        }
        var used = quotas.view(team.id, phase, now);
        if (used.usedToday() > phase.perDay) {
            throw MergerExceedsQuota.today(used);
        }
        var until = phase.endsAt != null && phase.endsAt.isBefore(now) ? phase.endsAt : now;
        long days = ChronoUnit.DAYS.between(Quotas.day(phase.startsAt), Quotas.day(until)) + 1;
        long limit = phase.total == null ? days * phase.perDay : Math.min(phase.total, days * phase.perDay);
        if (used.used() > limit) {
            throw MergerExceedsQuota.inAll(used, limit);
        }
    }

    private int run(String statement, UUID... teams) {
        var query = database.createNativeQuery(statement);
        for (int i = 0; i < teams.length; i++) {
            query.setParameter(i + 1, teams[i]);
        }
        return query.executeUpdate();
    }
}

package org.voorwerp.server.leaderboard.finals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.leaderboard.TeamOf;
import org.voorwerp.server.submission.Submission;
import org.voorwerp.server.team.TeamsMerged;

/// Teams choose, until a phase ends, by which of their submissions they stand on its private board.
@ApplicationScoped
public class Finals {

    private final EntityManager database;
    private final TeamOf teams;
    private final Clock clock;

    Finals(EntityManager database, TeamOf teams, Clock clock) {
        this.database = database;
        this.teams = teams;
        this.clock = clock;
    }

    /// A team's choice.
    ///
    /// @param phase on whose private board it counts
    /// @param limit how many may be chosen
    /// @param until when the choice is made; null where the phase has no end
    /// @param chosen their ids. If there are none, the team's best one on the public part and its latest are taken
    public record Choice(String phase, int limit, @Nullable Instant until, List<UUID> chosen) {}

    /// What the caller's team has chosen.
    ///
    /// @throws NotFound if there is no such phase
    @Transactional
    public Choice of(Challenge challenge, String phaseName, Caller caller) {
        var phase = phase(challenge, phaseName);
        var chosen = teams.of(challenge.id, caller.account())
                .map(team -> chosen(phase, team))
                .orElse(List.of());
        return new Choice(phase.name, phase.finals, phase.endsAt, chosen);
    }

    /// Chooses these and no others.
    ///
    /// @throws NotFound if there is no such phase
    /// @throws Invalid if they are too many, or one of them cannot stand on that board
    /// @throws TooLate if the phase is over
    @Transactional
    public Choice choose(Challenge challenge, String phaseName, List<UUID> submissions, Caller caller) {
        var phase = phase(challenge, phaseName);
        var wanted = new TreeSet<>(submissions);
        if (wanted.size() > phase.finals) {
            throw new Invalid("Choose at most " + phase.finals + " submissions; these are " + wanted.size() + ".");
        }
        var team = teams.of(challenge.id, caller.account())
                .orElseThrow(() -> new Invalid("Your team has sent nothing yet."));
        // One choice of a team at a time, so that two do not add up.
        database.createNativeQuery("select 1 from team where id = ?1 for no key update")
                .setParameter(1, team)
                .getResultList();
        if (phase.isOverAt(clock.instant())) {
            throw new TooLate(phase);
        }
        var eligible = phasesOf(challenge, phase);
        wanted.forEach(id -> requireEligible(id, team, eligible));
        database.createNativeQuery("delete from final_choice where phase_id = ?1 and team_id = ?2")
                .setParameter(1, phase.id)
                .setParameter(2, team)
                .executeUpdate();
        for (var id : wanted) {
            database.createNativeQuery("insert into final_choice values (?1, ?2, ?3, ?4)")
                    .setParameter(1, phase.id)
                    .setParameter(2, team)
                    .setParameter(3, id)
                    .setParameter(4, clock.instant())
                    .executeUpdate();
        }
        return new Choice(phase.name, phase.finals, phase.endsAt, chosen(phase, team));
    }

    /// When teams merge, what the team chose that becomes part of the other is chosen no more: both choices together
    /// could be too many. The united team may choose anew.
    void merge(@Observes TeamsMerged merged) {
        database.createNativeQuery("delete from final_choice where team_id = ?1 and phase_id in"
                        + " (select id from phase where ends_at is null or ends_at > ?2)")
                .setParameter(1, merged.from().id)
                .setParameter(2, merged.at())
                .executeUpdate();
    }

    private static void requireEligible(UUID id, UUID team, Set<UUID> phases) {
        Submission submission = Submission.findById(id);
        if (submission == null || !submission.teamId.equals(team)) {
            throw new Invalid("Your team has no submission " + id + ".");
        }
        if (submission.late || !phases.contains(submission.phaseId)) {
            throw new Invalid("Submission " + submission.acceptedOrder + " does not stand on this phase's boards"
                    + (submission.late ? ": it was late." : "."));
        }
        switch (submission.state()) {
            case ACCEPTED, SCORING, SCORED -> {}
            case FAILED, WITHDRAWN, DISQUALIFIED ->
                throw new Invalid("Submission " + submission.acceptedOrder + " is " + submission.state + ".");
        }
    }

    /// The phases whose submissions stand on the boards of `phase`.
    private static Set<UUID> phasesOf(Challenge challenge, Phase phase) {
        Set<UUID> sources = new TreeSet<>();
        for (var each : challenge.phases()) {
            if (!each.carryOver) {
                sources = new TreeSet<>();
            }
            sources.add(each.id);
            if (each.id.equals(phase.id)) {
                break;
            }
        }
        return sources;
    }

    private List<UUID> chosen(Phase phase, UUID team) {
        return database
                .createNativeQuery(
                        "select submission_id from final_choice where phase_id = ?1 and team_id = ?2"
                                + " order by submission_id",
                        UUID.class)
                .setParameter(1, phase.id)
                .setParameter(2, team)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    private static Phase phase(Challenge challenge, String name) {
        return challenge.phases().stream()
                .filter(phase -> phase.name.equals(name))
                .filter(phase -> phase.privateBoard || phase.part() == Part.PRIVATE)
                .findFirst()
                .orElseThrow(() -> new NotFound("The challenge has no phase of that name with a private board."));
    }
}

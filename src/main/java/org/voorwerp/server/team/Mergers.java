package org.voorwerp.server.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.team.TeamMerger.State;

/// Two teams become one if both captains want it: one proposes, the other accepts. What is decided is decided by who is
/// captain then.
@ApplicationScoped
public class Mergers {

    private static final int MOST = 20;

    private final Teams teams;
    private final Membership membership;
    private final Union union;
    private final Clock clock;

    Mergers(Teams teams, Membership membership, Union union, Clock clock) {
        this.teams = teams;
        this.membership = membership;
        this.union = union;
        this.clock = clock;
    }

    /// Asks another team to become part of the caller's.
    ///
    /// @param other its name
    /// @throws TeamRefusal if teams are frozen, the united team would be too large, or this is proposed already
    @Transactional
    public UUID propose(Challenge challenge, Caller caller, String other) {
        challenge.lock();
        var now = clock.instant();
        var into = membership.captained(challenge, caller);
        var from = teams.named(challenge.id, other)
                .filter(team -> !team.isBaseline() && team.captainId != null)
                .orElseThrow(() -> new Invalid("There is no team \"" + other + "\" in " + challenge.slug + "."));
        if (from.id.equals(into.id)) {
            throw new Invalid("\"" + from.name + "\" is your own team.");
        }
        union.requireRoom(challenge, into, TeamMember.of(from.id).size(), now);
        var open = TeamMerger.openOf(into.id);
        if (open.stream().anyMatch(merger -> merger.fromTeam.equals(from.id) || merger.intoTeam.equals(from.id))) {
            throw TeamRefusal.alreadyProposed(from.name);
        }
        if (open.stream().filter(merger -> merger.intoTeam.equals(into.id)).count() >= MOST) {
            throw new Invalid("Your team has " + MOST + " open proposals already; withdraw one.");
        }
        var merger = new TeamMerger();
        merger.id = UUID.randomUUID();
        merger.challengeId = challenge.id;
        merger.intoTeam = into.id;
        merger.fromTeam = from.id;
        merger.proposedBy = caller.account();
        merger.proposedAt = now;
        merger.state = State.OPEN.word();
        merger.persist();
        return merger.id;
    }

    /// Becomes part of the team that proposed it, with all members, submissions and what was used of quotas.
    ///
    /// @throws NotFound unless the caller's team was asked
    /// @throws TeamRefusal if teams are frozen by now, or the united team would be too large
    @Transactional
    public void accept(Challenge challenge, Caller caller, UUID id) {
        challenge.lock();
        var now = clock.instant();
        var from = membership.captained(challenge, caller);
        var merger = open(id, from);
        if (!merger.fromTeam.equals(from.id)) {
            throw new NotFound("Your team proposed this itself; the other team's captain accepts it.");
        }
        merger.decide(State.ACCEPTED, caller.account(), now);
        union.unite(challenge, Team.findById(merger.intoTeam), from, caller.account(), now);
    }

    /// Withdraws what the caller's team proposed, or declines what was proposed to it.
    ///
    /// @throws NotFound if it is no open proposal of or to the caller's team
    @Transactional
    public void refuse(Challenge challenge, Caller caller, UUID id) {
        challenge.lock();
        var team = membership.captained(challenge, caller);
        var merger = open(id, team);
        var decision = merger.intoTeam.equals(team.id) ? State.WITHDRAWN : State.DECLINED;
        merger.decide(decision, caller.account(), clock.instant());
    }

    private static TeamMerger open(UUID id, Team team) {
        TeamMerger merger = TeamMerger.findById(id);
        boolean concerns = merger != null && (merger.intoTeam.equals(team.id) || merger.fromTeam.equals(team.id));
        if (merger == null || !concerns || !merger.state.equals(State.OPEN.word())) {
            throw new NotFound("Your team has no open proposal " + id + ".");
        }
        return merger;
    }
}

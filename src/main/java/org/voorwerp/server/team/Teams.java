package org.voorwerp.server.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;

/// Finds teams, and makes them: a person's by the first submission at the latest, named by the handle.
@ApplicationScoped
public class Teams {

    private final TeamHistory history;

    Teams(TeamHistory history) {
        this.history = history;
    }

    /// The person's team, if there is one yet.
    public Optional<Team> of(UUID challenge, UUID account) {
        return Team.find(
                        "from Team t where t.id = (select m.teamId from TeamMember m"
                                + " where m.challengeId = ?1 and m.accountId = ?2)",
                        challenge,
                        account)
                .firstResultOptional();
    }

    /// The person's team; to be called with the challenge's row locked, so that two first submissions make one team.
    public Team join(Challenge challenge, Caller caller, Instant now) {
        return of(challenge.id, caller.account()).orElseGet(() -> found(challenge, caller, caller.handle(), now));
    }

    /// The baseline of that name; to be called with the challenge's row locked.
    public Team baseline(Challenge challenge, String name, Instant now) {
        return named(challenge.id, name)
                .filter(Team::isBaseline)
                .orElseGet(() -> create(challenge, freeName(challenge.id, name), Team.BASELINE, now));
    }

    public boolean isMember(UUID team, UUID account) {
        return TeamMember.count("teamId = ?1 and accountId = ?2", team, account) > 0;
    }

    /// Some teams by their ids.
    public List<Team> all(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : Team.list("id in ?1", ids);
    }

    /// A new team of one, who is its captain; to be called with the challenge's row locked.
    ///
    /// @param wanted its name, or the beginning of it if somebody has that
    Team found(Challenge challenge, Caller captain, String wanted, Instant now) {
        var team = create(challenge, freeName(challenge.id, wanted), Team.PARTICIPANTS, now);
        team.captainId = captain.account();
        history.made(team, captain.account(), now);
        add(team, captain.account(), now);
        history.joined(team, captain.account(), captain.account(), null, now);
        return team;
    }

    void add(Team team, UUID account, Instant now) {
        var member = new TeamMember();
        member.challengeId = team.challengeId;
        member.accountId = account;
        member.teamId = team.id;
        member.joinedAt = now;
        member.persistAndFlush();
    }

    /// The competing team of that name, ignoring case.
    Optional<Team> named(UUID challenge, String name) {
        return Team.find("challengeId = ?1 and lower(name) = lower(?2) and mergedInto is null", challenge, name)
                .firstResultOptional();
    }

    private static Team create(Challenge challenge, String name, String kind, Instant now) {
        var team = new Team();
        team.id = UUID.randomUUID();
        team.challengeId = challenge.id;
        team.name = name;
        team.kind = kind;
        team.createdAt = now;
        team.persistAndFlush();
        return team;
    }

    private String freeName(UUID challenge, String wanted) {
        var name = wanted;
        for (int number = 2; named(challenge, name).isPresent(); number++) {
            name = wanted + " " + number;
        }
        return name;
    }
}

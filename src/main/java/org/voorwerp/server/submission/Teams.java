package org.voorwerp.server.submission;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;

/// Who sends: a person's team in a challenge, made at the first submission and named by the handle.
@ApplicationScoped
class Teams {

    /// The person's team, if there is one yet.
    Optional<Team> of(UUID challenge, UUID account) {
        return Team.find(
                        "from Team t where t.id = (select m.teamId from TeamMember m"
                                + " where m.challengeId = ?1 and m.accountId = ?2)",
                        challenge,
                        account)
                .firstResultOptional();
    }

    /// The person's team; to be called with the challenge's row locked, so that two first submissions make one team.
    Team join(Challenge challenge, Caller caller, Instant now) {
        return of(challenge.id, caller.account()).orElseGet(() -> {
            var team = create(challenge, freeName(challenge.id, caller.handle()), Team.PARTICIPANTS, now);
            var member = new TeamMember();
            member.challengeId = challenge.id;
            member.accountId = caller.account();
            member.teamId = team.id;
            member.persist();
            return team;
        });
    }

    /// The baseline of that name; to be called with the challenge's row locked.
    Team baseline(Challenge challenge, String name, Instant now) {
        return named(challenge.id, name)
                .filter(Team::isBaseline)
                .orElseGet(() -> create(challenge, freeName(challenge.id, name), Team.BASELINE, now));
    }

    boolean isMember(UUID team, UUID account) {
        return TeamMember.count("teamId = ?1 and accountId = ?2", team, account) > 0;
    }

    private static Team create(Challenge challenge, String name, String kind, Instant now) {
        var team = new Team();
        team.id = UUID.randomUUID();
        team.challengeId = challenge.id;
        team.name = name;
        team.kind = kind;
        team.createdAt = now;
        team.persist();
        Panache.getEntityManager().flush();
        return team;
    }

    /// A baseline may have taken the name.
    private static String freeName(UUID challenge, String wanted) {
        var name = wanted;
        for (int number = 2; named(challenge, name).isPresent(); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    private static Optional<Team> named(UUID challenge, String name) {
        return Team.find("challengeId = ?1 and lower(name) = lower(?2)", challenge, name)
                .firstResultOptional();
    }

    /// The teams of some submissions.
    List<Team> all(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : Team.list("id in ?1", ids);
    }
}

package org.voorwerp.server.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Team;

/// Writes down who was in which team when.
@ApplicationScoped
class TeamHistory {

    void made(Team team, UUID by, Instant now) {
        add(team, "made", by, by, null, team.name, now);
    }

    /// @param from the team that the person was in before, if any
    void joined(Team team, UUID person, UUID by, @Nullable Team from, Instant now) {
        add(team, "joined", person, by, from, null, now);
    }

    /// @param to the team that the person is in from now on
    void left(Team team, UUID person, UUID by, @Nullable Team to, Instant now) {
        add(team, "left", person, by, to, null, now);
    }

    void captain(Team team, UUID person, UUID by, Instant now) {
        add(team, "captain", person, by, null, null, now);
    }

    void renamed(Team team, UUID by, Instant now) {
        add(team, "renamed", by, by, null, team.name, now);
    }

    private static void add(
            Team team, String what, UUID person, UUID by, @Nullable Team other, @Nullable String name, Instant now) {
        var event = new TeamEvent();
        event.challengeId = team.challengeId;
        event.teamId = team.id;
        event.what = what;
        event.accountId = person;
        event.byAccount = by;
        event.otherTeam = other == null ? null : other.id;
        event.name = name;
        event.at = now;
        event.persist();
    }
}

package org.voorwerp.server.team;

import java.time.Instant;
import org.voorwerp.server.http.Refusal;

/// What a team may not do, or not any more.
final class TeamRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private TeamRefusal(int status, String type, String title, String detail) {
        super(status, type, title, detail);
    }

    static TeamRefusal frozen(Instant since) {
        var refusal = new TeamRefusal(
                409,
                "teams-frozen",
                "Teams are frozen",
                "Since " + since + " nobody joins or leaves a team of this challenge, and no teams merge.");
        refusal.with("since", since);
        return refusal;
    }

    static TeamRefusal full(String team, int members, int limit) {
        var refusal = new TeamRefusal(
                409,
                "team-full",
                "Team full",
                "A team has at most " + limit + (limit == 1 ? " member" : " members") + " in this challenge; \"" + team
                        + "\" would have " + members + ".");
        refusal.with("limit", limit);
        return refusal;
    }

    static TeamRefusal nameTaken(String name) {
        return new TeamRefusal(
                409, "team-name-taken", "Team name taken", "The name \"" + name + "\" is taken; choose another.");
    }

    static TeamRefusal lastMember() {
        return new TeamRefusal(
                409,
                "last-member",
                "Last member",
                "You are the team's last member: what it has sent is yours. To be off the board, withdraw its"
                        + " submissions; to go to another team, open its invitation, or merge.");
    }

    static TeamRefusal hasTeam(String team) {
        return new TeamRefusal(
                409,
                "has-team",
                "In a team already",
                "You are in the team \"" + team + "\". Leave it first, or let the two captains merge the teams.");
    }

    static TeamRefusal alreadyProposed(String team) {
        return new TeamRefusal(
                409,
                "already-proposed",
                "Proposed already",
                "Your team and \"" + team + "\" have an open proposal already; its captain decides on it.");
    }
}

package org.voorwerp.server.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.entry.InvitationLinks;

/// Makes two teams one; to be called with the challenge's row locked. Whoever joins a team brings his or her own along,
/// with what it has sent and what it has used: two who join forces have no more submissions than one who is alone.
@ApplicationScoped
class Union {

    private final InvitationLinks links;
    private final TeamHistory history;
    private final Event<TeamsMerged> merged;

    Union(InvitationLinks links, TeamHistory history, Event<TeamsMerged> merged) {
        this.links = links;
        this.history = history;
        this.merged = merged;
    }

    /// @param by who decided it
    /// @throws TeamRefusal if teams are frozen, or the united team would be too large
    void unite(Challenge challenge, Team into, Team from, UUID by, Instant now) {
        var members = TeamMember.of(from.id);
        requireRoom(challenge, into, members.size(), now);
        for (var member : members) {
            member.teamId = into.id;
            member.joinedAt = now;
            history.left(from, member.accountId, by, into, now);
            history.joined(into, member.accountId, by, from, now);
        }
        from.mergedInto = into.id;
        from.mergedAfter = challenge.acceptedNow();
        from.captainId = null;
        links.revokeAll(from.id);
        TeamMerger.overtakeAll(from.id, by, now);
        Team.flush();
        merged.fire(new TeamsMerged(challenge, into, from, now));
    }

    /// @throws TeamRefusal if teams are frozen, or so many more members are too many
    void requireRoom(Challenge challenge, Team team, int more, Instant now) {
        requireNotFrozen(challenge, now);
        int limit = challenge.definition.teamRules().limit();
        int members = TeamMember.of(team.id).size() + more;
        if (members > limit) {
            throw TeamRefusal.full(team.name, members, limit);
        }
    }

    /// @throws TeamRefusal if teams are frozen
    static void requireNotFrozen(Challenge challenge, Instant now) {
        var rules = challenge.definition.teamRules();
        var freeze = rules.freeze();
        if (freeze != null && rules.isFrozenAt(now)) {
            throw TeamRefusal.frozen(freeze);
        }
    }
}

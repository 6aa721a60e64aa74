package org.voorwerp.server.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Presence;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.entry.Entry;
import org.voorwerp.server.entry.InvitationLinks;
import org.voorwerp.server.entry.InvitationLinks.NewInvitation;
import org.voorwerp.server.http.NotFound;

/// Links by which a captain lets people join the team.
@ApplicationScoped
public class Invitations {

    private final Teams teams;
    private final Membership membership;
    private final InvitationLinks links;
    private final Entry entry;
    private final Union union;
    private final TeamHistory history;
    private final Presence presence;
    private final Clock clock;

    Invitations(
            Teams teams,
            Membership membership,
            InvitationLinks links,
            Entry entry,
            Union union,
            TeamHistory history,
            Presence presence,
            Clock clock) {
        this.teams = teams;
        this.membership = membership;
        this.links = links;
        this.entry = entry;
        this.union = union;
        this.history = history;
        this.presence = presence;
        this.clock = clock;
    }

    /// What whoever holds a link may know.
    public record Offer(String team, int members, Instant expiresAt) {}

    /// Makes a link to the caller's team.
    ///
    /// @throws TeamRefusal if teams are frozen, or the team is full already
    @Transactional
    public NewInvitation invite(Challenge challenge, Caller caller) {
        challenge.lock();
        var team = membership.captained(challenge, caller);
        union.requireRoom(challenge, team, 1, clock.instant());
        return links.make(challenge, team.id, caller.account());
    }

    /// From now on the link opens nothing.
    ///
    /// @throws NotFound if the caller's team has no such link
    @Transactional
    public void revoke(Challenge challenge, Caller caller, UUID id) {
        challenge.lock();
        links.revoke(challenge, membership.captained(challenge, caller).id, id);
    }

    /// What a link offers.
    ///
    /// @throws NotFound if it opens nothing (any more)
    @Transactional
    public Offer offer(Challenge challenge, String secret) {
        var invitation = links.open(challenge, InvitationLinks.Kind.TEAM, secret);
        Team team = Team.findById(invitation.teamId);
        return new Offer(team.name, TeamMember.of(team.id).size(), invitation.expiresAt);
    }

    /// Joins by a link. Who is alone in a team brings it along, with what it has sent and used.
    ///
    /// @throws NotFound if the link opens nothing (any more)
    /// @throws TeamRefusal if teams are frozen, this one is full, or the caller is in another with others
    @Transactional
    public void join(Challenge challenge, Caller caller, String secret) {
        presence.hold(caller);
        challenge.lock();
        entry.require(challenge, caller);
        var now = clock.instant();
        Team team = Team.findById(links.open(challenge, InvitationLinks.Kind.TEAM, secret).teamId);
        var own = teams.of(challenge.id, caller.account());
        if (own.isPresent() && own.get().id.equals(team.id)) {
            return;
        }
        if (own.isPresent()) {
            if (TeamMember.of(own.get().id).size() > 1) {
                throw TeamRefusal.hasTeam(own.get().name);
            }
            union.unite(challenge, team, own.get(), caller.account(), now);
        } else {
            union.requireRoom(challenge, team, 1, now);
            teams.add(team, caller.account(), now);
            history.joined(team, caller.account(), caller.account(), null, now);
        }
    }
}

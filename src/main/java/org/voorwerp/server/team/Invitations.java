package org.voorwerp.server.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Secret;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// Links by which a captain lets people join. A link serves as many as there is room for, until it expires or is
/// revoked; its secret is shown once.
@ApplicationScoped
public class Invitations {

    private static final String PREFIX = "vwi_";
    private static final Duration VALID = Duration.ofDays(7);
    private static final int MOST = 20;

    private final Teams teams;
    private final Membership membership;
    private final Union union;
    private final TeamHistory history;
    private final Clock clock;

    Invitations(Teams teams, Membership membership, Union union, TeamHistory history, Clock clock) {
        this.teams = teams;
        this.membership = membership;
        this.union = union;
        this.history = history;
        this.clock = clock;
    }

    /// A link just made.
    ///
    /// @param secret opens it; shown this once
    /// @param path of the page where somebody joins
    public record NewInvitation(UUID id, Instant expiresAt, String secret, String path) {}

    /// What whoever holds a link may know.
    public record Offer(String team, int members, Instant expiresAt) {}

    /// Makes a link to the caller's team.
    ///
    /// @throws TeamRefusal if teams are frozen, or the team is full already
    @Transactional
    public NewInvitation invite(Challenge challenge, Caller caller) {
        challenge.lock();
        var now = clock.instant();
        var team = membership.captained(challenge, caller);
        union.requireRoom(challenge, team, 1, now);
        if (TeamInvitation.validOf(team.id, now).size() >= MOST) {
            throw new Invalid("Your team has " + MOST + " links already; revoke one.");
        }
        var secret = Secret.create(PREFIX);
        var invitation = new TeamInvitation();
        invitation.id = UUID.randomUUID();
        invitation.teamId = team.id;
        invitation.secretHash = Secret.hash(secret);
        invitation.createdBy = caller.account();
        invitation.createdAt = now;
        invitation.expiresAt = now.plus(VALID);
        invitation.persist();
        return new NewInvitation(
                invitation.id, invitation.expiresAt, secret, "/challenges/" + challenge.slug + "/join/" + secret);
    }

    /// From now on the link opens nothing.
    ///
    /// @throws NotFound if the caller's team has no such link
    @Transactional
    public void revoke(Challenge challenge, Caller caller, UUID id) {
        challenge.lock();
        var team = membership.captained(challenge, caller);
        TeamInvitation invitation = TeamInvitation.findById(id);
        if (invitation == null || !invitation.teamId.equals(team.id) || !invitation.isValidAt(clock.instant())) {
            throw new NotFound("Your team has no invitation " + id + ".");
        }
        invitation.revokedAt = clock.instant();
    }

    /// What a link offers.
    ///
    /// @throws NotFound if it opens nothing (any more)
    @Transactional
    public Offer offer(Challenge challenge, String secret) {
        var invitation = valid(challenge, secret);
        Team team = Team.findById(invitation.teamId);
        return new Offer(team.name, TeamMember.of(team.id).size(), invitation.expiresAt);
    }

    /// Joins by a link. Who is alone in a team brings it along, with what it has sent and used.
    ///
    /// @throws NotFound if the link opens nothing (any more)
    /// @throws TeamRefusal if teams are frozen, this one is full, or the caller is in another with others
    @Transactional
    public void join(Challenge challenge, Caller caller, String secret) {
        challenge.lock();
        var now = clock.instant();
        Team team = Team.findById(valid(challenge, secret).teamId);
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

    private TeamInvitation valid(Challenge challenge, String secret) {
        return Optional.of(secret)
                .filter(text -> text.startsWith(PREFIX))
                .flatMap(text -> TeamInvitation.bySecretHash(Secret.hash(text)))
                .filter(found -> found.isValidAt(clock.instant()))
                .filter(found -> Team.<Team>findById(found.teamId).challengeId.equals(challenge.id))
                .orElseThrow(() -> new NotFound("This invitation opens nothing: it has expired, was revoked, or is"
                        + " for another challenge. Ask the team's captain for a new one."));
    }
}

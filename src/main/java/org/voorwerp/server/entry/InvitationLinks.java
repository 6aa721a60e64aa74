package org.voorwerp.server.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Secret;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// Links that let people in: each with a secret shown once, an end, and a way to revoke it. A link serves as many as
/// there is room for. To be called within a transaction, with the challenge's row locked where something is decided.
@ApplicationScoped
public class InvitationLinks {

    private static final int MOST = 20;

    /// What a link opens; the two are not taken for one another.
    public enum Kind {
        TEAM("vwi_", "join", Duration.ofDays(7)),
        CHALLENGE("vwe_", "enter", Duration.ofDays(30));

        private final String prefix;
        private final String page;
        private final Duration valid;

        Kind(String prefix, String page, Duration valid) {
            this.prefix = prefix;
            this.page = page;
            this.valid = valid;
        }
    }

    /// A link just made.
    ///
    /// @param secret opens it; shown this once
    /// @param path of the page that it leads to
    public record NewInvitation(UUID id, Instant expiresAt, String secret, String path) {}

    /// A link, without its secret.
    public record InvitationView(UUID id, Instant createdAt, Instant expiresAt) {}

    private final Clock clock;

    InvitationLinks(Clock clock) {
        this.clock = clock;
    }

    /// @param team null for a link to the challenge
    /// @throws Invalid if there are too many already
    public NewInvitation make(Challenge challenge, @Nullable UUID team, UUID by) {
        var now = clock.instant();
        if (found(challenge, team).size() >= MOST) {
            throw new Invalid("There are " + MOST + " links already; revoke one.");
        }
        var kind = team == null ? Kind.CHALLENGE : Kind.TEAM;
        var secret = Secret.create(kind.prefix);
        var invitation = new Invitation();
        invitation.id = UUID.randomUUID();
        invitation.challengeId = challenge.id;
        invitation.teamId = team;
        invitation.secretHash = Secret.hash(secret);
        invitation.createdBy = by;
        invitation.createdAt = now;
        invitation.expiresAt = now.plus(kind.valid);
        invitation.persist();
        var path = "/challenges/" + challenge.slug + "/" + kind.page + "/" + secret;
        return new NewInvitation(invitation.id, invitation.expiresAt, secret, path);
    }

    /// Those that are valid, the oldest first.
    ///
    /// @param team null for links to the challenge
    public List<InvitationView> valid(Challenge challenge, @Nullable UUID team) {
        return found(challenge, team).stream()
                .map(link -> new InvitationView(link.id, link.createdAt, link.expiresAt))
                .toList();
    }

    /// The link of a secret, or of an address that ends in it.
    ///
    /// @throws NotFound if it opens nothing (any more)
    public Invitation open(Challenge challenge, Kind kind, String secretOrAddress) {
        var secret = secretOrAddress.substring(secretOrAddress.lastIndexOf('/') + 1);
        return Optional.of(secret)
                .filter(text -> text.startsWith(kind.prefix))
                .flatMap(text -> Invitation.bySecretHash(Secret.hash(text)))
                .filter(found -> found.isValidAt(clock.instant()) && found.challengeId.equals(challenge.id))
                .orElseThrow(() -> new NotFound("This invitation opens nothing: it has expired, was revoked, or is for"
                        + " another challenge. Ask whoever gave it to you for a new one."));
    }

    /// From now on the link opens nothing.
    ///
    /// @param team null for a link to the challenge
    /// @throws NotFound if there is no such link
    public void revoke(Challenge challenge, @Nullable UUID team, UUID id) {
        found(challenge, team).stream()
                        .filter(link -> link.id.equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("There is no invitation " + id + "."))
                        .revokedAt =
                clock.instant();
    }

    /// From now on no link to the team opens anything.
    public void revokeAll(UUID team) {
        Invitation.validToTeam(team, clock.instant()).forEach(link -> link.revokedAt = clock.instant());
    }

    private List<Invitation> found(Challenge challenge, @Nullable UUID team) {
        return team == null
                ? Invitation.validToChallenge(challenge.id, clock.instant())
                : Invitation.validToTeam(team, clock.instant());
    }
}

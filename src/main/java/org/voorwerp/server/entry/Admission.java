package org.voorwerp.server.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Accounts;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.entry.Entrant.State;
import org.voorwerp.server.entry.InvitationLinks.InvitationView;
import org.voorwerp.server.entry.InvitationLinks.NewInvitation;
import org.voorwerp.server.http.NotFound;

/// Letting people in: what organisers do. Whether the caller is one is asked by whoever calls.
@ApplicationScoped
public class Admission {

    private final EntityManager database;
    private final Accounts accounts;
    private final InvitationLinks links;
    private final OrganiserLog log;
    private final Clock clock;

    Admission(EntityManager database, Accounts accounts, InvitationLinks links, OrganiserLog log, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    /// Somebody who asked to take part, or was let in.
    ///
    /// @param state `requested`, `admitted` or `refused`
    /// @param message what the person wrote
    /// @param reason what was answered
    /// @param decidedBy a handle
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntrantView(
            String handle,
            String state,
            @Nullable String message,
            Instant requestedAt,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /// Those who asked, the ones still waiting first, then the latest.
    ///
    /// @param after only those behind this place; null for all
    /// @param limit how many of them at most
    @Transactional
    public List<EntrantView> list(Challenge challenge, @Nullable EntrantPlace after, int limit) {
        List<?> rows = database.createNativeQuery("""
                        select a.handle, e.state, e.message, e.requested_at, e.reason, b.handle as by, e.decided_at
                        from entrant e join account a on a.id = e.account_id left join account b on b.id = e.decided_by
                        where e.challenge_id = ?1 and (cast(?2 as boolean) is null
                            or (e.state = 'requested') < cast(?2 as boolean)
                            or (e.state = 'requested') = cast(?2 as boolean) and (e.requested_at < cast(?3 as timestamptz)
                                or e.requested_at = cast(?3 as timestamptz) and a.handle > ?4))
                        order by e.state = 'requested' desc, e.requested_at desc, a.handle
                        """)
                .setParameter(1, challenge.id)
                .setParameter(2, after == null ? null : Boolean.toString(after.isWaiting()))
                .setParameter(3, after == null ? null : after.requestedAt().toString())
                .setParameter(4, after == null ? "" : after.handle())
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    /// Lets somebody in, who asked or not.
    ///
    /// @throws NotFound if there is nobody of that handle
    @Transactional
    public void admit(Challenge challenge, Caller organiser, String handle) {
        decide(challenge, organiser, handle, State.ADMITTED, null);
    }

    /// Does not let somebody in (any more). What was sent stays on the board.
    ///
    /// @param reason told to the person
    /// @throws NotFound if there is nobody of that handle
    @Transactional
    public void refuse(Challenge challenge, Caller organiser, String handle, String reason) {
        decide(challenge, organiser, handle, State.REFUSED, Entry.text("reason", reason));
    }

    /// Makes a link by which people come in, approved or not.
    @Transactional
    public NewInvitation invite(Challenge challenge, Caller organiser) {
        challenge.lock();
        var made = links.make(challenge, null, organiser.account());
        log.add(challenge, Optional.of(organiser), "entry link made", made.id().toString(), "");
        return made;
    }

    @Transactional
    public List<InvitationView> invitations(Challenge challenge) {
        return links.valid(challenge, null);
    }

    /// @throws NotFound if the challenge has no such link
    @Transactional
    public void revoke(Challenge challenge, Caller organiser, UUID id) {
        challenge.lock();
        links.revoke(challenge, null, id);
        log.add(challenge, Optional.of(organiser), "entry link revoked", id.toString(), "");
    }

    private void decide(Challenge challenge, Caller organiser, String handle, State decision, @Nullable String reason) {
        challenge.lock();
        var account = accounts.find(handle)
                .orElseThrow(() -> new NotFound("There is nobody of the handle \"" + handle + "\"."));
        var entrant = Entrant.of(challenge.id, account.id)
                .orElseGet(() -> Entrant.create(challenge.id, account.id, clock.instant()));
        entrant.decide(decision, reason, organiser.account(), clock.instant());
        entrant.persist();
        log.add(
                challenge,
                Optional.of(organiser),
                decision == State.ADMITTED ? "participant admitted" : "participant refused",
                // Not the handle: the log cannot be changed when the account is deleted. Readers are told the handle.
                account.id.toString(),
                reason == null ? "" : reason);
    }

    private static EntrantView view(Object[] row) {
        return new EntrantView(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (Instant) row[3],
                (String) row[4],
                (String) row[5],
                Optional.ofNullable(row[6]).map(Instant.class::cast).orElse(null));
    }
}

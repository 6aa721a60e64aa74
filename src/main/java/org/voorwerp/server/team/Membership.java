package org.voorwerp.server.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Account;
import org.voorwerp.server.account.Accounts;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Presence;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.entry.Entry;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// What members do with their team. Everything that changes one begins by locking the challenge's row, as the
/// acceptance of a submission does: so nobody is in two teams, no team has too many, and a quota that moves from one
/// team to another is not spent meanwhile.
@ApplicationScoped
public class Membership {

    private final Teams teams;
    private final Entry entry;
    private final TeamHistory history;
    private final Accounts accounts;
    private final Event<MemberLeft> left;
    private final Presence presence;
    private final Clock clock;

    Membership(
            Teams teams,
            Entry entry,
            TeamHistory history,
            Accounts accounts,
            Event<MemberLeft> left,
            Presence presence,
            Clock clock) {
        this.teams = teams;
        this.entry = entry;
        this.history = history;
        this.accounts = accounts;
        this.left = left;
        this.presence = presence;
        this.clock = clock;
    }

    /// Makes a team of one.
    ///
    /// @param name null for the caller's handle
    /// @throws TeamRefusal if the caller is in a team, or the name is taken
    @Transactional
    public void make(Challenge challenge, Caller caller, @Nullable String name) {
        presence.hold(caller);
        challenge.lock();
        entry.require(challenge, caller);
        teams.of(challenge.id, caller.account()).ifPresent(team -> {
            throw TeamRefusal.hasTeam(team.name);
        });
        var wanted = name == null ? caller.handle() : free(challenge, null, caller, name);
        teams.found(challenge, caller, wanted, clock.instant());
    }

    /// Gives the caller's team a new name.
    ///
    /// @throws Forbidden unless the caller is its captain
    /// @throws TeamRefusal if the name is taken
    @Transactional
    public void rename(Challenge challenge, Caller caller, String name) {
        presence.hold(caller);
        challenge.lock();
        var team = captained(challenge, caller);
        var wanted = free(challenge, team, caller, name);
        if (!wanted.equals(team.name)) {
            team.name = wanted;
            Team.flush();
            history.renamed(team, caller.account(), clock.instant());
        }
    }

    /// Makes another member the captain.
    ///
    /// @throws Forbidden unless the caller is the captain
    /// @throws Invalid if nobody of that handle is in the team
    @Transactional
    public void handOver(Challenge challenge, Caller caller, String handle) {
        challenge.lock();
        var team = captained(challenge, caller);
        var next = accounts.find(handle)
                .map(account -> account.id)
                .filter(account -> teams.isMember(team.id, account))
                .orElseThrow(() -> new Invalid("Nobody in your team has the handle \"" + handle + "\"."));
        if (!next.equals(team.captainId)) {
            team.captainId = next;
            history.captain(team, next, caller.account(), clock.instant());
        }
    }

    /// Leaves the team for one of one's own, which has used of its quota what the old one has. The captain's place
    /// falls
    /// to whoever has been in the team the longest.
    ///
    /// @throws TeamRefusal if teams are frozen, or nobody would be left
    @Transactional
    public void leave(Challenge challenge, Caller caller) {
        challenge.lock();
        var now = clock.instant();
        var team = require(challenge, caller);
        Union.requireNotFrozen(challenge, now);
        var remaining = TeamMember.of(team.id).stream()
                .filter(member -> !member.accountId.equals(caller.account()))
                .toList();
        if (remaining.isEmpty()) {
            throw TeamRefusal.lastMember();
        }
        TeamMember.deleteById(new TeamMember.Key(challenge.id, caller.account()));
        TeamMember.flush();
        if (caller.account().equals(team.captainId)) {
            team.captainId = remaining.getFirst().accountId;
            history.captain(team, team.captainId, caller.account(), now);
        }
        var own = teams.found(challenge, caller, caller.handle(), now);
        history.left(team, caller.account(), caller.account(), own, now);
        left.fire(new MemberLeft(challenge, team, own, now));
    }

    /// The caller's team.
    ///
    /// @throws NotFound if there is none yet
    Team require(Challenge challenge, Caller caller) {
        return teams.of(challenge.id, caller.account())
                .orElseThrow(() -> new NotFound("You have no team in " + challenge.slug
                        + " yet: your first submission makes one, or POST /api/challenges/" + challenge.slug
                        + "/team does."));
    }

    /// The team that the caller decides for.
    ///
    /// @throws Forbidden if somebody else does
    Team captained(Challenge challenge, Caller caller) {
        var team = require(challenge, caller);
        if (!caller.account().equals(team.captainId)) {
            throw new Forbidden(
                    "Only the captain of \"" + team.name + "\" may do this, who is " + handle(team.captainId) + ".");
        }
        return team;
    }

    /// @param own the team that is to be renamed, if there is one
    private String free(Challenge challenge, @Nullable Team own, Caller caller, String name) {
        var wanted = TeamName.of(name);
        boolean taken = teams.named(challenge.id, wanted)
                .filter(team -> own == null || !team.id.equals(own.id))
                .isPresent();
        // A stranger's handle would pass for that person.
        boolean borrowed = accounts.find(wanted)
                .filter(account -> !isIn(own, account) && !account.id.equals(caller.account()))
                .isPresent();
        if (taken || borrowed) {
            throw TeamRefusal.nameTaken(wanted);
        }
        return wanted;
    }

    private boolean isIn(@Nullable Team team, Account account) {
        return team != null && teams.isMember(team.id, account.id);
    }

    private String handle(@Nullable UUID account) {
        return Optional.ofNullable(account).map(id -> accounts.get(id).handle).orElse("nobody");
    }
}

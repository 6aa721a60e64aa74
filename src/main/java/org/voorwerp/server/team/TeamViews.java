package org.voorwerp.server.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Account;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.entry.InvitationLinks;
import org.voorwerp.server.entry.InvitationLinks.InvitationView;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.team.TeamView.EventView;
import org.voorwerp.server.team.TeamView.MemberView;
import org.voorwerp.server.team.TeamView.MergerView;

/// Shows teams to their members, and their history to the challenge's organisers too.
@ApplicationScoped
public class TeamViews {

    private final Teams teams;
    private final Membership membership;
    private final InvitationLinks links;

    TeamViews(Teams teams, Membership membership, InvitationLinks links) {
        this.teams = teams;
        this.membership = membership;
        this.links = links;
    }

    /// The caller's team, if there is one yet.
    @Transactional
    public Optional<TeamView> find(Challenge challenge, Caller caller) {
        return teams.of(challenge.id, caller.account()).map(team -> view(challenge, team, caller));
    }

    /// The caller's team.
    ///
    /// @throws NotFound if there is none yet
    @Transactional
    public TeamView get(Challenge challenge, Caller caller) {
        return view(challenge, membership.require(challenge, caller), caller);
    }

    /// What happened to the caller's team, the first thing first.
    ///
    /// @throws NotFound if there is none yet
    @Transactional
    public List<EventView> history(Challenge challenge, Caller caller) {
        return events(membership.require(challenge, caller));
    }

    /// What happened to any team of the challenge, for its organisers; also to one that became part of another.
    ///
    /// @throws NotFound if the challenge has no such team
    @Transactional
    public List<EventView> history(Challenge challenge, UUID team) {
        return events(team(challenge, team));
    }

    private static Team team(Challenge challenge, UUID team) {
        return Team.<Team>findByIdOptional(team)
                .filter(found -> found.challengeId.equals(challenge.id))
                .orElseThrow(() -> new NotFound("There is no team " + team + " in " + challenge.slug + "."));
    }

    /// Teams of a challenge, the oldest first.
    ///
    /// @param after only those younger than this one; null for all
    /// @param limit how many of them at most
    /// @throws NotFound if the challenge has no such team
    @Transactional
    public List<TeamEntry> all(Challenge challenge, @Nullable UUID after, int limit) {
        var query = after == null
                ? Team.<Team>find("challengeId = ?1 order by createdAt, id", challenge.id)
                : Team.<Team>find(
                        "challengeId = ?1 and (createdAt > ?2 or createdAt = ?2 and id > ?3) order by createdAt, id",
                        challenge.id,
                        team(challenge, after).createdAt,
                        after);
        var all = query.page(0, limit).list();
        List<TeamMember> members = TeamMember.list(
                "teamId in ?1 order by joinedAt, accountId",
                all.stream().map(team -> team.id).toList());
        var handles = handles(members.stream().map(member -> member.accountId).toList());
        var byTeam = members.stream()
                .collect(Collectors.groupingBy(
                        member -> member.teamId,
                        Collectors.mapping(member -> name(handles, member.accountId), Collectors.toList())));
        return all.stream()
                .map(team -> new TeamEntry(
                        team.id,
                        team.name,
                        team.isBaseline(),
                        team.captainId == null ? null : handles.get(team.captainId),
                        byTeam.getOrDefault(team.id, List.of()),
                        team.createdAt,
                        team.mergedInto))
                .toList();
    }

    private TeamView view(Challenge challenge, Team team, Caller caller) {
        var rules = challenge.definition.teamRules();
        var members = TeamMember.of(team.id);
        var mergers = TeamMerger.openOf(team.id);
        var handles = handles(Stream.concat(
                        members.stream().map(member -> member.accountId),
                        mergers.stream().map(merger -> merger.proposedBy))
                .toList());
        var names = names(mergers.stream()
                .flatMap(merger -> Stream.of(merger.intoTeam, merger.fromTeam))
                .distinct()
                .toList());
        var invitations =
                caller.account().equals(team.captainId) ? links.valid(challenge, team.id) : List.<InvitationView>of();
        return new TeamView(
                team.id,
                team.name,
                name(handles, Objects.requireNonNull(team.captainId)),
                members.stream()
                        .map(member -> new MemberView(name(handles, member.accountId), member.joinedAt))
                        .toList(),
                rules.limit(),
                rules.freeze(),
                invitations,
                mergers.stream()
                        .map(merger -> new MergerView(
                                merger.id,
                                name(names, merger.intoTeam),
                                name(names, merger.fromTeam),
                                name(handles, merger.proposedBy),
                                merger.proposedAt,
                                merger.intoTeam.equals(team.id)))
                        .toList());
    }

    private static List<EventView> events(Team team) {
        var events = TeamEvent.of(team.id);
        var handles = handles(events.stream()
                .flatMap(event -> Stream.of(event.accountId, event.byAccount))
                .distinct()
                .toList());
        var names = names(events.stream()
                .map(event -> event.otherTeam)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return events.stream()
                .map(event -> new EventView(
                        event.at,
                        event.what,
                        name(handles, event.accountId),
                        name(handles, event.byAccount),
                        event.otherTeam == null ? null : name(names, event.otherTeam),
                        event.name))
                .toList();
    }

    private static Map<UUID, String> handles(Collection<UUID> accounts) {
        List<Account> found = accounts.isEmpty() ? List.of() : Account.list("id in ?1", accounts);
        return found.stream().collect(Collectors.toMap(account -> account.id, account -> account.handle));
    }

    private static Map<UUID, String> names(Collection<UUID> ids) {
        List<Team> found = ids.isEmpty() ? List.of() : Team.list("id in ?1", ids);
        return found.stream().collect(Collectors.toMap(team -> team.id, team -> team.name));
    }

    private static String name(Map<UUID, String> names, UUID id) {
        return String.valueOf(names.get(id));
    }
}

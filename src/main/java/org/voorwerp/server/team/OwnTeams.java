package org.voorwerp.server.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.server.account.AccountDeleted;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.OwnData;
import org.voorwerp.server.account.OwnDataSource;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;

/// The teams a person is and was in. Who deletes the account leaves teams of several; a team of one stays, for its
/// scores, under the pseudonym.
@ApplicationScoped
class OwnTeams implements OwnDataSource {

    private final EntityManager database;
    private final TeamHistory history;

    OwnTeams(EntityManager database, TeamHistory history) {
        this.database = database;
        this.history = history;
    }

    @Override
    public void write(Caller person, OwnData.Files files) throws IOException {
        files.json(
                "teams.json",
                QuarkusTransaction.requiringNew()
                        .call(() -> TeamEvent.ofPerson(person.account()).stream()
                                .map(OwnTeams::describe)
                                .toList()));
    }

    private static Map<String, Object> describe(TeamEvent event) {
        Challenge challenge = Challenge.findById(event.challengeId);
        Team team = Team.findById(event.teamId);
        var described = new LinkedHashMap<String, Object>();
        described.put("at", event.at);
        described.put("challenge", challenge.slug);
        described.put("team", team.name);
        described.put("what", event.what);
        return described;
    }

    void forget(@Observes AccountDeleted deleted) {
        List<TeamMember> memberships = TeamMember.list("accountId = ?1 order by challengeId", deleted.account());
        for (var member : memberships) {
            Challenge.<Challenge>findById(member.challengeId).lock();
            leave(member, deleted);
        }
        // Also where the person's own team became part of another.
        database.createNativeQuery("update team set name = ?2 || ' ' || left(id::text, 4) where merged_into is not null"
                        + " and id in (select team_id from team_event where what = 'made' and account_id = ?1)")
                .setParameter(1, deleted.account())
                .setParameter(2, deleted.pseudonym())
                .executeUpdate();
        database.createNativeQuery("update team_event set name = ?2 where account_id = ?1 and name is not null")
                .setParameter(1, deleted.account())
                .setParameter(2, deleted.pseudonym())
                .executeUpdate();
    }

    private void leave(TeamMember member, AccountDeleted deleted) {
        Team team = Team.findById(member.teamId);
        var others = TeamMember.of(team.id).stream()
                .filter(other -> !other.accountId.equals(member.accountId))
                .toList();
        if (others.isEmpty()) {
            team.name = deleted.pseudonym();
            Team.flush();
            return;
        }
        if (team.name.equalsIgnoreCase(deleted.handle())) {
            team.name = deleted.pseudonym();
        }
        member.delete();
        history.left(team, deleted.account(), deleted.account(), null, deleted.at());
        if (deleted.account().equals(team.captainId)) {
            team.captainId = others.getFirst().accountId;
            history.captain(team, others.getFirst().accountId, deleted.account(), deleted.at());
        }
        Team.flush();
    }
}

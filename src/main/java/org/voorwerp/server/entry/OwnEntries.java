package org.voorwerp.server.entry;

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

/// Where a person asked to take part, and which terms were accepted. An acceptance stays, under the pseudonym.
@ApplicationScoped
class OwnEntries implements OwnDataSource {

    private static final String ENTRIES = """
            select c.slug, e.state, e.message, e.reason, e.requested_at, e.decided_at
            from entrant e join challenge c on c.id = e.challenge_id where e.account_id = ?1 order by e.requested_at
            """;
    private static final String ACCEPTANCES = """
            select c.slug, a.digest, v.markdown, a.accepted_at
            from terms_acceptance a join challenge c on c.id = a.challenge_id
            join terms_version v on v.challenge_id = a.challenge_id and v.digest = a.digest
            where a.account_id = ?1 order by a.accepted_at
            """;

    private final EntityManager database;

    OwnEntries(EntityManager database) {
        this.database = database;
    }

    @Override
    public void write(Caller person, OwnData.Files files) throws IOException {
        files.json(
                "entries.json",
                rows(ENTRIES, person, "challenge", "state", "message", "reason", "requestedAt", "decidedAt"));
        files.json("terms.json", rows(ACCEPTANCES, person, "challenge", "version", "markdown", "acceptedAt"));
    }

    private List<Map<String, Object>> rows(String query, Caller person, String... names) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(query)
                        .setParameter(1, person.account())
                        .getResultList());
        return rows.stream().map(row -> named((Object[]) row, names)).toList();
    }

    private static Map<String, Object> named(Object[] row, String... names) {
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < names.length; i++) {
            named.put(names[i], row[i]);
        }
        return named;
    }

    void forget(@Observes AccountDeleted deleted) {
        database.createNativeQuery("update entrant set message = null,"
                        + " reason = case when state = 'refused' then 'deleted' end where account_id = ?1")
                .setParameter(1, deleted.account())
                .executeUpdate();
    }
}

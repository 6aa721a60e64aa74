package org.voorwerp.server.notice.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.server.account.AccountDeleted;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.OwnData;
import org.voorwerp.server.account.OwnDataSource;
import org.voorwerp.server.notice.mail.MailAddresses;

/// Where a person wants to be told.
@ApplicationScoped
class OwnNotices implements OwnDataSource {

    private final EntityManager database;
    private final MailAddresses addresses;

    OwnNotices(EntityManager database, MailAddresses addresses) {
        this.database = database;
        this.addresses = addresses;
    }

    @Override
    public void write(Caller person, OwnData.Files files) throws IOException {
        files.json("mail.json", addresses.view(person.account()));
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select c.slug, w.url, w.created_at from webhook w join challenge c on c.id = w.challenge_id"
                                        + " where w.account_id = ?1 order by w.created_at")
                        .setParameter(1, person.account())
                        .getResultList());
        var hooks = new ArrayList<Map<String, Object>>();
        for (var each : rows) {
            var row = (Object[]) each;
            var hook = new LinkedHashMap<String, Object>();
            hook.put("challenge", row[0]);
            hook.put("url", row[1]);
            hook.put("createdAt", row[2]);
            hooks.add(hook);
        }
        files.json("webhooks.json", hooks);
    }

    void forget(@Observes AccountDeleted deleted) {
        for (var table : List.of("mail_address", "webhook", "delivery")) {
            database.createNativeQuery("delete from " + table + " where account_id = ?1")
                    .setParameter(1, deleted.account())
                    .executeUpdate();
        }
    }
}

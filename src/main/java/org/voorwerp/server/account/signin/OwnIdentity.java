package org.voorwerp.server.account.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.OwnData;
import org.voorwerp.server.account.OwnDataSource;

/// Who a person is at Keycloak.
@ApplicationScoped
public class OwnIdentity implements OwnDataSource {

    @Override
    public void write(Caller person, OwnData.Files files) throws IOException {
        var identity = QuarkusTransaction.requiringNew().call(() -> AccountIdentity.ofAccount(person.account()));
        if (identity.isPresent()) {
            var about = new LinkedHashMap<String, Object>();
            about.put("issuer", identity.get().key.issuer());
            about.put("subject", identity.get().key.subject());
            about.put("linkedAt", identity.get().linkedAt);
            files.json("keycloak.json", about);
        }
    }
}

package org.voorwerp.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.voorwerp.server.account.LocalOrganiser;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.ShippedPacksPublished;
import org.voorwerp.server.storage.StorageConfig;

/// What the console says once everything is there: the address, a token, and a line to paste.
@ApplicationScoped
class Welcome {

    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private final WelcomeConfig config;
    private final StorageConfig storage;
    private final Config server;
    private final LocalOrganiser organiser;
    private final Challenges challenges;

    Welcome(
            WelcomeConfig config,
            StorageConfig storage,
            Config server,
            LocalOrganiser organiser,
            Challenges challenges) {
        this.config = config;
        this.storage = storage;
        this.server = server;
        this.organiser = organiser;
        this.challenges = challenges;
    }

    void greet(@Observes ShippedPacksPublished event) throws IOException {
        if (!config.enabled()) {
            return;
        }
        var file = storage.dataFolder().resolve("organiser-token");
        var token = organiser.token(file);
        if (token.isEmpty()) {
            LOG.warn("a participant has the handle organiser; no organiser's token was made");
            return;
        }
        System.out.print(text(token.get(), file));
    }

    private String text(String token, Path file) {
        var address = address();
        var text = new StringBuilder()
                .append("\nVoorwerp is up: ")
                .append(address)
                .append("\n\nAn organiser's token (kept in ")
                .append(file)
                .append("):\n\n  ")
                .append(token)
                .append('\n');
        challenges.visible(Optional.empty()).stream()
                .findFirst()
                .ifPresent(challenge -> text.append("\nA line that submits a prediction:\n\n  ")
                        .append(line(address, challenge, token))
                        .append('\n'));
        return text.append('\n').toString();
    }

    private static String line(String address, Challenge challenge, String token) {
        var url = address + "/api/challenges/" + challenge.slug;
        return "curl -s " + url + "/files/sample_submission.csv | curl -s -H 'Authorization: Bearer " + token
                + "' -H 'Content-Type: text/csv' -H 'Prefer: wait=10' --data-binary @- " + url + "/submissions";
    }

    private String address() {
        return "http://localhost:" + server.getValue("quarkus.http.port", Integer.class);
    }
}

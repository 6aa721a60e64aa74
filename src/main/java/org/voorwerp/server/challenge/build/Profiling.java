package org.voorwerp.server.challenge.build;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.voorwerp.server.challenge.ChallengeBuilt;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.profile.TableProfiles;

/// Looks into the tables of a challenge as soon as it is hosted, so that the first who opens its page need not wait.
@ApplicationScoped
class Profiling {

    private static final Logger LOG = Logger.getLogger(Profiling.class);

    private final TableProfiles profiles;

    Profiling(TableProfiles profiles) {
        this.profiles = profiles;
    }

    void hosted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChallengeBuilt event) {
        var challenge = event.challenge().id;
        Thread.ofVirtual().name("profiles-" + challenge).start(() -> make(challenge));
    }

    private void make(UUID challenge) {
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> DatasetFile.of(challenge))
                    .forEach(profiles::of);
        } catch (RuntimeException e) {
            // Whoever looks first makes what is missing, or is told what is wrong.
            LOG.warnf(e, "the tables of challenge %s have no profiles yet", challenge);
        }
    }
}

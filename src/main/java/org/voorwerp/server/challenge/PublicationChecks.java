package org.voorwerp.server.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/// All that may stand in the way of publishing a challenge, whoever publishes it.
@ApplicationScoped
public class PublicationChecks {

    private final Instance<PublicationCheck> checks;

    PublicationChecks(Instance<PublicationCheck> checks) {
        this.checks = checks;
    }

    /// @throws NotPublishable with all obstacles, if the challenge would give its truth away
    public void requirePassed(Challenge challenge) {
        var obstacles = checks.stream()
                .flatMap(check -> check.obstacles(challenge).stream())
                .toList();
        if (!obstacles.isEmpty()) {
            throw new NotPublishable(challenge.slug, obstacles);
        }
    }
}

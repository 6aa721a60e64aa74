package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import org.voorwerp.server.challenge.ChallengeBuilt;

/// Sends a new challenge's baselines in, in the transaction that makes the challenge: they come with it or not at
/// all.
@ApplicationScoped
class Baselines {

    private final Intake intake;

    Baselines(Intake intake) {
        this.intake = intake;
    }

    void send(@Observes ChallengeBuilt built) throws IOException {
        for (var baseline : built.baselines()) {
            try (var csv = Files.newInputStream(baseline.file())) {
                intake.takeBaseline(built.challenge(), baseline.name(), csv);
            }
        }
    }
}

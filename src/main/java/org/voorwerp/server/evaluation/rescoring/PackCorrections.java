package org.voorwerp.server.evaluation.rescoring;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.build.PackCorrected;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.metric.program.ProgramStore;
import org.voorwerp.server.truth.Truths;

/// Begins a scoring version of what a corrected pack has that is new.
@Singleton
class PackCorrections {

    private final ScoringVersions versions;
    private final Challenges challenges;
    private final Truths truths;
    private final ProgramStore programs;

    PackCorrections(ScoringVersions versions, Challenges challenges, Truths truths, ProgramStore programs) {
        this.versions = versions;
        this.challenges = challenges;
        this.truths = truths;
        this.programs = programs;
    }

    /// Within the transaction that ends the build.
    void begin(@Observes PackCorrected pack) {
        var challenge = pack.challenge();
        try {
            var present = challenges.definition(challenge, challenge.scoringVersion);
            boolean isSameTruth = truths.isKept(challenge.id, challenge.scoringVersion, pack.truth());
            boolean isSameRanking =
                    present.metrics().equals(pack.metrics()) && Objects.equals(present.rankBy(), pack.rankBy());
            if (!isSameRanking) {
                versions.requireUsable(challenge, pack.metrics(), pack.rankBy());
            }
            var changed = programs.changed(challenge.id, challenge.scoringVersion, pack.programs());
            if (isSameTruth && isSameRanking && changed.isEmpty()) {
                throw new Invalid("The pack has the truth, metrics and programs that there are already: nothing would"
                        + " change.");
            }
            var version = versions.begin(
                    challenge,
                    pack.reason(),
                    "a corrected pack: " + pack.reason(),
                    isSameRanking ? null : pack.metrics(),
                    isSameRanking ? null : pack.rankBy(),
                    pack.truth(),
                    pack.by());
            changed.forEach((folder, blob) -> programs.record(challenge.id, version.version(), folder, blob));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.UUID;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.build.source.IdKey;

/// Packs that put a hosted challenge right.
@ApplicationScoped
class Corrections {

    private final PackBuilds builds;
    private final Unchanged unchanged;
    private final Event<PackCorrected> corrected;

    Corrections(PackBuilds builds, Unchanged unchanged, Event<PackCorrected> corrected) {
        this.builds = builds;
        this.unchanged = unchanged;
        this.corrected = corrected;
    }

    /// The key that made the challenge's ids, by which the same subjects get the same ones.
    @Transactional
    public IdKey idKey(UUID challenge) {
        return new IdKey(Challenge.<Challenge>findById(challenge).idKey, true);
    }

    /// Hands on what was built, once it is sure that nothing else differs.
    ///
    /// @throws org.voorwerp.server.challenge.pack.PackRefused naming what does
    @Transactional(rollbackOn = Exception.class)
    public void take(Built pack, PackBuild build) throws IOException {
        if (build.corrects == null || build.reason == null || !builds.finish(build.id)) {
            // Another worker, taken for dead or taking this one for dead, was faster.
            return;
        }
        Challenge challenge = Challenge.findById(build.corrects);
        unchanged.require(challenge, pack);
        builds.made(challenge.id, build.id);
        corrected.fire(new PackCorrected(
                challenge,
                build.accountId,
                build.reason,
                pack.truth(),
                pack.definition().metrics(),
                pack.definition().rankBy(),
                pack.programs()));
    }
}

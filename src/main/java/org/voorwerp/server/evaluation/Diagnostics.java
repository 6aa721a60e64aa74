package org.voorwerp.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.diagnostic.Diagnostic;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.submission.SubmissionState;
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.truth.Truths;

/// Where the predictions of a submission went wrong, on the public part of the truth, as far as its challenge lets that
/// out. They are made when somebody asks, from the stored file and the truth of the scoring version that is shown.
@ApplicationScoped
public class Diagnostics {

    private static final int KEPT = 64;
    private static final int AT_ONCE = 2;

    private final Challenges challenges;
    private final StoredFiles files;
    private final Truths truths;
    private final Clock clock;
    private final Semaphore making = new Semaphore(AT_ONCE);
    private final Map<Key, List<Diagnostic>> kept = new LinkedHashMap<>(16, 0.75f, true);

    Diagnostics(Challenges challenges, StoredFiles files, Truths truths, Clock clock) {
        this.challenges = challenges;
        this.files = files;
        this.truths = truths;
        this.clock = clock;
    }

    private record Key(UUID challenge, String blob, int version) {}

    /// What the caller may see of a submission; none where the challenge keeps it back, or there is nothing to show.
    ///
    /// @param submission as the caller sees it
    public List<Diagnostic> of(Challenge challenge, SubmissionView submission, Optional<Caller> caller) {
        if (!isTold(challenge, submission, caller)) {
            return List.of();
        }
        var key = new Key(challenge.id, submission.sha256(), challenge.scoringVersion);
        var known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        making.acquireUninterruptibly();
        try {
            return known(key).orElseGet(() -> made(challenge, key));
        } finally {
            making.release();
        }
    }

    /// Whether the caller may see it now. Never more than the boards tell: where a team does not see the score yet, it
    /// sees nothing of this either.
    boolean isTold(Challenge challenge, SubmissionView submission, Optional<Caller> caller) {
        if (!submission.state().equals(SubmissionState.SCORED.word())) {
            return false;
        }
        if (challenge.isOrganisedBy(caller)) {
            return true;
        }
        return !submission.scores().isEmpty()
                && switch (challenge.definition.diagnosticsRule()) {
                    case NONE -> false;
                    case AFTER_END -> challenge.isOverAt(clock.instant());
                    case PUBLIC -> isFull(challenge) || challenge.isOverAt(clock.instant());
                };
    }

    /// Whether the board tells scores as they are, as these do. No other challenge is published any more that would
    /// tell them at once; some were.
    private boolean isFull(Challenge challenge) {
        int version = challenge.scoringVersion;
        var definition = challenges.definition(challenge, version);
        return Disclosure.of(challenge, definition, challenges.metrics(challenge, version))
                .isFull();
    }

    private Optional<List<Diagnostic>> known(Key key) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(key));
        }
    }

    private List<Diagnostic> made(Challenge challenge, Key key) {
        try {
            var kind = challenge.definition.taskKind();
            var truth = truths.read(challenge.id, key.version(), kind);
            var predictions = files.read(challenge, key.blob());
            var made = Diagnostic.of(kind, truth, predictions, truth.rows(Part.PUBLIC), null);
            synchronized (kept) {
                kept.put(key, made);
                if (kept.size() > KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

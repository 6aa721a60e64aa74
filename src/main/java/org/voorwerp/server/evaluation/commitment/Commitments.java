package org.voorwerp.server.evaluation.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.voorwerp.scoring.TruthFile;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.truth.CommittedTruth;
import org.voorwerp.server.truth.SplitFile;
import org.voorwerp.server.truth.Truths;

/// Tells what challenges are bound to, and when they are over by which secret.
@ApplicationScoped
public class Commitments {

    private static final String TRUTH = "truth.csv";
    private static final String SPLIT = "split.csv";

    private final Challenges challenges;
    private final CommittedTruth committed;
    private final Truths truths;
    private final Clock clock;

    Commitments(Challenges challenges, CommittedTruth committed, Truths truths, Clock clock) {
        this.challenges = challenges;
        this.committed = committed;
        this.truths = truths;
        this.clock = clock;
    }

    /// What a challenge is bound to; empty for those built before there were commitments.
    @Transactional
    public Optional<Commitment> of(Challenge challenge) {
        return committed
                .of(challenge.id)
                .map(found -> new Commitment(
                        found.truth(),
                        found.split(),
                        found.at(),
                        isOver(challenge) ? HexFormat.of().formatHex(found.salt()) : null));
    }

    private boolean isOver(Challenge challenge) {
        return challenge.isPublished() && challenge.isOverAt(clock.instant());
    }

    /// The truth, or the split, as it was bound, for organisers to hand on when the challenge is over.
    ///
    /// @param file `truth.csv` or `split.csv`
    /// @throws org.voorwerp.server.http.Forbidden unless the caller organises the challenge
    /// @throws NotFound before it is over, and where there is no such file
    @Transactional
    public void write(String slug, String file, Optional<Caller> caller, OutputStream out) throws IOException {
        var challenge = over(slug, file, caller);
        var truth = truths.read(challenge.id, 1, challenge.definition.taskKind());
        if (file.equals(TRUTH)) {
            TruthFile.write(truth, out);
        } else {
            SplitFile.write(truth, out);
        }
    }

    /// A challenge whose file can be had.
    ///
    /// @throws NotFound as [#write]
    @Transactional
    public Challenge over(String slug, String file, Optional<Caller> caller) {
        var challenge = challenges.organised(slug, caller);
        if (!isOver(challenge)) {
            throw new NotFound("Truth and split can be had when the last phase has ended.");
        }
        if (!file.equals(TRUTH) && !file.equals(SPLIT)) {
            throw new NotFound("The files are truth.csv and split.csv.");
        }
        return challenge;
    }
}

package org.voorwerp.server.submission;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;

/// What the boards say of submissions. Implemented where boards are made, which this package does not know.
public interface Standings {

    /// How a submission stands.
    ///
    /// @param scores of the public part as the board shows them, by metric, the primary first; empty without a
    ///     result
    ///     and while they are hidden
    /// @param finalScores of the private part; empty until its board is open
    /// @param rank the team's rank now; null where it has none
    /// @param teamBest whether it is the one by which its team stands on the board
    /// @param why where it stands on its phase's board, or why it does not
    record Standing(
            Map<String, BoardScore> scores,
            Map<String, BoardScore> finalScores,
            @Nullable Integer rank,
            boolean teamBest,
            Why why) {}

    /// Where a submission is, in a word for programs and a sentence for people.
    ///
    /// @param code `on-board`, `waiting`, `failed`, `withdrawn`, `disqualified`, `hidden`, `no-score`, `late`,
    ///     `baseline`, `not-better`, `awaits-earlier`, `not-chosen` or `other-is-better`
    /// @param says the same in a sentence
    record Why(String code, String says) {}

    /// The standings of some submissions of one challenge, by their ids.
    Map<UUID, Standing> of(Challenge challenge, List<Submission> submissions);
}

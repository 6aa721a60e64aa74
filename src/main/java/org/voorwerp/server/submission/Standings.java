package org.voorwerp.server.submission;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;

/// What the board says of submissions. Implemented where boards are made, which this package does not know.
public interface Standings {

    /// How a submission stands.
    ///
    /// @param scores what the board shows of each metric, by its key, the primary first; empty without a result
    /// @param rank the team's rank now; null where it has none
    /// @param teamBest whether it is the one by which its team stands on the board
    record Standing(
            Map<String, BoardScore> scores, @Nullable Integer rank, boolean teamBest) {

        public static final Standing NONE = new Standing(Map.of(), null, false);
    }

    /// The standings of some submissions of one challenge, by their ids; those without a result may be missing.
    Map<UUID, Standing> of(Challenge challenge, List<Submission> submissions);
}

package org.voorwerp.holdout;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.TruthSource;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.Answers;

/// The subjects of a challenge with their truth, split and under their published ids.
///
/// @param train published with their truth
/// @param test published without
/// @param parts one for each of `test`
/// @param heldBack for each of `test` the vote of one volunteer, which its truth does not count: label -1 or value
///     NaN where the subject had no vote to spare; null where none was asked for
/// @param report for the organisers
public record Subjects(
        Side train, Side test, Part[] parts, @Nullable Answers heldBack, ConsensusReport report) {

    /// Subjects in the order of their published ids, which says nothing about them.
    ///
    /// @param upstream ids in the source
    /// @param ids published ids
    /// @param groups each subject's group: its own upstream id where there are no groups
    /// @param votes behind each subject, or null where not known
    /// @param answers the truth
    public record Side(
            List<String> upstream, List<String> ids, List<String> groups, int @Nullable [] votes, Answers answers) {

        public int size() {
            return ids.size();
        }
    }

    /// The truth of the test subjects.
    public Truth truth() {
        return new Truth(SubjectIndex.of(test.ids()), parts, test.votes(), test.answers());
    }

    /// Reads a source of truth and draws the hold-out.
    ///
    /// @param holdout not used for the split where a solution file says which part its rows belong to
    /// @param groups upstream id → group, for all subjects the challenge may have: others are left out and
    ///     counted. Without a column of groups, map each id to itself. Null: all subjects of the source, in the
    ///     groups it gives
    /// @param oneVolunteer whether one vote of each test subject is held back
    /// @param secret see [PublishedIds]
    /// @throws ConsensusException naming what is wrong with the source
    public static Subjects of(
            TruthSource source,
            TaskKind kind,
            Holdout holdout,
            @Nullable Map<String, String> groups,
            boolean oneVolunteer,
            byte[] secret)
            throws IOException {
        return new SubjectsBuilder(source, source.gather(kind), holdout, groups, secret).build(oneVolunteer);
    }
}

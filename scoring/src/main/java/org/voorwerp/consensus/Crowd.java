package org.voorwerp.consensus;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.open.OpenAgreement;
import org.voorwerp.consensus.report.CrowdReport;
import org.voorwerp.scoring.Truth.Answers;

/// Whoever stands behind the truth: volunteers with their single votes, or only numbers of votes.
public interface Crowd {

    /// The consensus of all.
    Consensus consensus();

    /// Draws one vote a subject and takes it out, so that one volunteer can be judged by all the others. The draw
    /// depends on the seed, the subject's id and its votes, on nothing else. A subject with fewer than two votes
    /// keeps what it has.
    ///
    /// @param rows the subjects it is done for
    /// @throws ConsensusException if the votes are not known
    HeldBack holdBack(int[] rows, long seed);

    /// How far the crowd agrees and how good its volunteers are, who are not told by name; null where votes for
    /// classes are not known.
    default @Nullable CrowdReport report() {
        return null;
    }

    /// How far those agree who typed a text or a number; null for votes, and where single answers are not known or
    /// cannot
    /// be compared.
    default @Nullable OpenAgreement openAgreement() {
        return null;
    }

    /// Numbers of votes as a table gives them, made whole.
    static int @Nullable [] rounded(double @Nullable [] number) {
        return number == null
                ? null
                : Arrays.stream(number)
                        .mapToInt(votes -> (int) Math.rint(votes))
                        .toArray();
    }

    /// All subjects, with and without one vote.
    ///
    /// @param rest the consensus of the votes that are left; subjects that were not asked for as they were
    /// @param votes what the votes taken out say: the label is -1, the value NaN, the text empty,
    ///     where none was
    record HeldBack(Consensus rest, Answers votes) {}
}

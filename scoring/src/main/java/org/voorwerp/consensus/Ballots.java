package org.voorwerp.consensus;

import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.table.Finding;

/// The single votes of a source, repeats resolved.
///
/// @param rows what became of the file's rows
/// @param firstLine where the first vote stands
public record Ballots(Votes votes, Tally rows, long firstLine) {

    /// That they are enough for a consensus.
    ///
    /// @throws ConsensusException unless there are votes, and by more than one volunteer
    public void requireCrowd() {
        if (votes.size() == 0) {
            throw ConsensusException.of("no vote is left: " + rows);
        }
        if (votes.volunteers().size() == 1) {
            throw new ConsensusException(Finding.ofLine(
                    firstLine,
                    "all " + votes.size() + " votes, of which this is the first, are by one volunteer, "
                            + votes.volunteers().getFirst() + ": nobody can say how far to trust them"));
        }
    }
}

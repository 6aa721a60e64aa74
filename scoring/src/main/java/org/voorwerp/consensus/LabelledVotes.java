package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.panoptes.Reason;

/// A plain file of single votes, see [LabelFile].
///
/// @param repeats which votes of one volunteer on one subject count
/// @param minimumVotes subjects with fewer are left out, at least 1
/// @param gold a file of what experts say, or null
public record LabelledVotes(
        Path file,
        LabelFile.Columns columns,
        VoteReducer reducer,
        Repeats repeats,
        int minimumVotes,
        Ties ties,
        @Nullable Path gold)
        implements SingleVotes {

    public LabelledVotes(Path file, VoteReducer reducer, Repeats repeats, int minimumVotes, Ties ties) {
        this(file, LabelFile.Columns.USUAL, reducer, repeats, minimumVotes, ties, null);
    }

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public List<Path> files() {
        return gold == null ? List.of(file) : List.of(file, gold);
    }

    @Override
    public Choices choices() {
        return new Choices(reducer, repeats, minimumVotes, ties);
    }

    @Override
    public Ballots read(@Nullable List<String> classes, LongConsumer progress) throws IOException {
        var builder = new VotesBuilder();
        var tally = LabelFile.read(file, columns, classes, builder::add, progress);
        if (builder.size() == 0) {
            throw ConsensusException.of("the file has no votes");
        }
        var votes = builder.build(classes != null ? classes : builder.classesSeen(), repeats);
        return new Ballots(votes, tally.without(Reason.REPEAT.words(), builder.repeats()), builder.firstLine());
    }
}

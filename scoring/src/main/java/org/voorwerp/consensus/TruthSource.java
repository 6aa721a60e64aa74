package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.scoring.TaskKind;

/// Where the truth of a challenge comes from.
public sealed interface TruthSource permits SingleVotes, OpenClassifications, VoteTable, Solution {

    /// The word for it in challenge.yaml.
    String name();

    Path file();

    /// All files it reads, the table of truth first.
    default List<Path> files() {
        return List.of(file());
    }

    /// How single votes become consensus; null where others reduced them.
    default @Nullable Recipe recipe() {
        return null;
    }

    /// The choices of a source of single votes that has no recipe; else null.
    default @Nullable Choices choices() {
        return null;
    }

    /// How plain votes become consensus.
    record Choices(Reducer reducer, Repeats repeats, int minimumVotes, Ties ties) {}

    /// Subjects with fewer votes are left out; 0 where votes are not asked for.
    int minimumVotes();

    Ties ties();

    /// Reads the file to its end.
    ///
    /// @param kind decides what the truth looks like: a class a subject, or numbers
    /// @throws ConsensusException naming what is wrong with the file, or why it cannot serve this kind of task
    Gathered gather(TaskKind kind) throws IOException;
}

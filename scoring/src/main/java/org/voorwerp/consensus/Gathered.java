package org.voorwerp.consensus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;

/// What came of reading a source of truth. Lists and arrays follow the subjects of [Crowd#consensus()].
///
/// @param crowd who speaks
/// @param rows what became of the file's rows
/// @param volunteers how many took part; null where the file does not tell them apart
/// @param agreement null where single votes are not known
/// @param groups each subject's group, where the file was asked for it
/// @param parts each subject's part of the hold-out, where the file fixes it: then all its subjects are held out
public record Gathered(
        Crowd crowd,
        Tally rows,
        @Nullable Integer volunteers,
        @Nullable Agreement agreement,
        @Nullable List<String> groups,
        Part @Nullable [] parts) {}

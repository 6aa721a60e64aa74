package org.voorwerp.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.voorwerp.table.Finding;

/// Reads a participant's prediction file: UTF-8, comma-separated, a header line naming the id column and the task
/// kind's columns in any order, one line a test subject in any order. It sees ids, never labels.
public final class PredictionFile {

    /// What came of reading a file.
    public sealed interface Reading {}

    /// The file is right.
    public record Accepted(Predictions predictions) implements Reading {}

    /// The file is wrong.
    ///
    /// @param findings the first of them, in the order of the file
    /// @param count how many there are in all
    public record Rejected(List<Finding> findings, long count) implements Reading {}

    private PredictionFile() {}

    /// Reads and checks a file to its end. Memory depends on the number of subjects and columns expected, never on
    /// what
    /// is sent: reading stops at the first line too many or too long.
    ///
    /// @param in decompressed bytes; not closed
    /// @param idColumn the name of the id column
    /// @throws IOException if `in` does
    public static Reading read(InputStream in, TaskKind kind, SubjectIndex subjects, String idColumn)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}

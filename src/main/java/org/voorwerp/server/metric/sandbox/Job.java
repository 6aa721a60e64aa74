package org.voorwerp.server.metric.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Something to run. Its answer is what it writes to standard output; standard error is its log.
///
/// @param command a program and its arguments, with paths as they are inside
/// @param environment all of it
/// @param visible what it can read besides the system's programs: path on the host → path inside
/// @param scratch folders inside, empty at the beginning, that it can write to
/// @param folder where it starts, inside
/// @param input what it can read from standard input
public record Job(
        List<String> command,
        Map<String, String> environment,
        Map<Path, String> visible,
        List<String> scratch,
        String folder,
        Input input,
        Limits limits) {

    /// Writes what the job reads.
    public interface Input {
        void writeTo(OutputStream out) throws IOException;

        /// Nothing at all.
        Input NONE = out -> {};
    }
}

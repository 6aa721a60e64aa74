package org.voorwerp.consensus.program;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.voorwerp.consensus.Provenance.Input;

/// The digest of a file that is worked out beside something else: of a long file it takes a good part of the time of
/// reading.
final class Digest {

    private final FutureTask<Input> task;

    private Digest(FutureTask<Input> task) {
        this.task = task;
    }

    static Digest begin(Path file) {
        var task = new FutureTask<>(() -> Input.of(file));
        Thread.ofPlatform().daemon().name("digest").start(task);
        return new Digest(task);
    }

    /// Waits for it.
    ///
    /// @throws IOException if the file could not be read
    Input end() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("cannot read the file again for its digest", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
    }
}

package org.voorwerp.server.submission;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.storage.Blob;
import org.voorwerp.server.storage.IncomingBlob;

/// A file that was read, found right, and synced: gone when closed, unless it was kept.
record Received(
        IncomingBlob incoming,
        Blob blob,
        @Nullable String fileName,
        @Nullable String note) implements AutoCloseable {

    /// From now on it is there for good.
    void keep() {
        try {
            incoming.keep();
        } catch (IOException e) {
            throw Unavailable.of(e);
        }
    }

    @Override
    public void close() throws IOException {
        incoming.close();
    }
}

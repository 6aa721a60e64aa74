package org.voorwerp.server.truth;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.server.storage.Blobs;

/// Keeps held-out answers.
@ApplicationScoped
public class Truths {

    private final Blobs blobs;

    Truths(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Writes the truth of a scoring version, in the caller's transaction.
    public void keep(UUID challenge, int scoringVersion, Truth truth) throws IOException {
        throw new UnsupportedOperationException("waits for TruthFile: " + blobs);
    }

    /// The truth of a scoring version.
    public Truth read(UUID challenge, int scoringVersion, TaskKind kind) throws IOException {
        throw new UnsupportedOperationException("waits for TruthFile: " + blobs);
    }
}

package org.voorwerp.server.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.voorwerp.server.http.Refusal;

/// The server cannot take a submission at the moment. It costs no quota.
final class Unavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long retryAfter;

    private Unavailable(int status, String type, String title, String detail, long retryAfter) {
        super(status, type, title, detail);
        this.retryAfter = retryAfter;
    }

    /// Too many uploads at once.
    static Unavailable busy() {
        return new Unavailable(
                503, "busy", "Busy", "The server is reading as many files as it can; send yours again shortly.", 5);
    }

    /// What to throw where the file cannot be written: this if the disk has no room for it, else a fault of ours.
    static RuntimeException of(IOException e) {
        var message = String.valueOf(e.getMessage());
        if (!message.contains("No space left") && !message.contains("quota exceeded")) {
            return new UncheckedIOException(e);
        }
        return new Unavailable(
                507,
                "storage-full",
                "Storage full",
                "The server has no room for the file; nothing of it was kept. Its operator has to make room.",
                300);
    }
}

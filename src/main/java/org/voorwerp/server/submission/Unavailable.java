package org.voorwerp.server.submission;

import java.io.IOException;
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

    /// The disk has no room for the file.
    static Unavailable diskFull() {
        return new Unavailable(
                507,
                "storage-full",
                "Storage full",
                "The server has no room for the file; nothing of it was kept. Its operator has to make room.",
                300);
    }

    /// Whether a write failed for want of room.
    static boolean isDiskFull(IOException e) {
        var message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("quota exceeded");
    }
}

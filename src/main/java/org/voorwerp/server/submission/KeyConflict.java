package org.voorwerp.server.submission;

import org.voorwerp.server.http.Refusal;

/// An Idempotency-Key that cannot be honoured now.
final class KeyConflict extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long retryAfter;

    private KeyConflict(int status, String type, String title, String detail, long retryAfter) {
        super(status, type, title, detail);
        this.retryAfter = retryAfter;
    }

    /// The first request of that key is still being answered.
    static KeyConflict inProgress(String key) {
        return new KeyConflict(
                409,
                "idempotency-in-progress",
                "Request in progress",
                "Another request with Idempotency-Key \"" + key + "\" is being answered; ask again shortly.",
                1);
    }

    /// The key belongs to another file.
    static KeyConflict otherPayload(String key) {
        return new KeyConflict(
                422,
                "idempotency-mismatch",
                "Idempotency-Key used for another file",
                "Idempotency-Key \"" + key + "\" was sent with another file before; make a new key for a new file.",
                0);
    }

    @Override
    public long retryAfter() {
        return retryAfter;
    }
}

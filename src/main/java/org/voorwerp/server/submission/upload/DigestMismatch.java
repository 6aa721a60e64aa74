package org.voorwerp.server.submission.upload;

import org.voorwerp.server.http.Refusal;

/// The body is not the one whose digest was announced: it was changed or cut on its way.
public final class DigestMismatch extends Refusal {

    private static final long serialVersionUID = 1L;

    DigestMismatch(String algorithm, String expected, String actual) {
        super(
                400,
                "digest-mismatch",
                "Digest mismatch",
                "Content-Digest says " + algorithm + "=:" + expected + ":, but what arrived has :" + actual
                        + ":. The digest is that of the bytes as sent, after compression; send them again.");
    }
}

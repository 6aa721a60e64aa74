package org.voorwerp.server.entry;

import org.voorwerp.server.http.Refusal;

/// The version that was to be accepted is not that of the terms now.
final class TermsChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    TermsChanged(String version) {
        super(
                409,
                "terms-changed",
                "The terms are others",
                "The terms have another version now, " + version + ". Read them again, and accept that.");
        with("version", version);
    }
}

package org.voorwerp.server.challenge.calendar;

import org.voorwerp.server.http.Refusal;

/// A phase cannot be added or changed like that.
final class PhaseRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    PhaseRefused(String detail) {
        super(409, "phase-refused", "Phase refused", detail);
    }
}

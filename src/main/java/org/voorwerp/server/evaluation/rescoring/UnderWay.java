package org.voorwerp.server.evaluation.rescoring;

import org.voorwerp.server.http.Refusal;

/// Another scoring version is being scored.
final class UnderWay extends Refusal {

    private static final long serialVersionUID = 1L;

    UnderWay() {
        super(
                409,
                "rescoring-under-way",
                "Scoring is under way",
                "Another scoring version is being scored; begin the next one when the boards show it.");
    }

    @Override
    public long retryAfter() {
        return 10;
    }
}

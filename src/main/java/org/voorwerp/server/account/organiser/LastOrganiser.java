package org.voorwerp.server.account.organiser;

import org.voorwerp.server.http.Refusal;

/// Nobody would be left who may organise, or invite somebody who may.
final class LastOrganiser extends Refusal {

    private static final long serialVersionUID = 1L;

    LastOrganiser() {
        super(
                409,
                "last-organiser",
                "Last organiser",
                "Nobody would be left who may organise; invite somebody else first.");
    }
}

package org.voorwerp.server.submission;

import org.voorwerp.server.http.Refusal;

/// The submission is past the state in which this can be done.
final class WrongState extends Refusal {

    private static final long serialVersionUID = 1L;

    WrongState(String detail) {
        super(409, "wrong-state", "Not possible in this state", detail);
    }
}

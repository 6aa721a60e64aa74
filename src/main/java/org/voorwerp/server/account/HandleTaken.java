package org.voorwerp.server.account;

import org.voorwerp.server.http.Refusal;

/// Somebody has this handle already.
final class HandleTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    HandleTaken(String handle) {
        super(409, "handle-taken", "Handle taken", "The handle " + handle + " is taken; choose another.");
    }
}

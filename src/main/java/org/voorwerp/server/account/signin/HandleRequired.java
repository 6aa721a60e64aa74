package org.voorwerp.server.account.signin;

import org.voorwerp.server.http.Refusal;

/// Somebody has signed in through Keycloak, and has no account here yet.
public final class HandleRequired extends Refusal {

    private static final long serialVersionUID = 1L;

    HandleRequired() {
        super(
                403,
                "handle-required",
                "Handle required",
                "You have signed in, and have no handle here yet. Choose one at /welcome, or with POST /api/accounts.");
    }
}

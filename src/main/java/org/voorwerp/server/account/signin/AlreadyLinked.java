package org.voorwerp.server.account.signin;

import org.voorwerp.server.http.Refusal;

/// An account and somebody at Keycloak belong together once and for all, and one of the two does already.
public final class AlreadyLinked extends Refusal {

    private static final long serialVersionUID = 1L;

    AlreadyLinked(String detail) {
        super(409, "already-linked", "Already linked", detail);
    }
}

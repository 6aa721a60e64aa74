package org.voorwerp.server.account.signin;

import org.voorwerp.server.http.Refusal;

/// Somebody came back from Keycloak without having signed in there, or with an answer that is not for this browser.
public final class SignInInterrupted extends Refusal {

    private static final long serialVersionUID = 1L;

    SignInInterrupted() {
        super(
                401,
                "sign-in-interrupted",
                "Sign-in interrupted",
                "You were not signed in: it was broken off, took too long, or was begun in another browser. Start again.");
    }
}

package org.voorwerp.server.account.signin;

import org.voorwerp.server.http.Refusal;

/// Keycloak cannot be reached. It passes; what needs no sign-in works all the same, and so do tokens of this server.
public final class SignInUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    SignInUnavailable() {
        super(
                503,
                "sign-in-unavailable",
                "Sign-in unavailable",
                "Keycloak, by which people sign in here, is out of reach. Try again shortly. Everything public works"
                        + " meanwhile, and so do personal tokens.");
    }

    @Override
    public long retryAfter() {
        return 30;
    }
}

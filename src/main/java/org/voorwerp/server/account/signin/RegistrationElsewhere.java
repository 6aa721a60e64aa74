package org.voorwerp.server.account.signin;

import org.voorwerp.server.http.Refusal;

/// Accounts are made by signing in through Keycloak.
final class RegistrationElsewhere extends Refusal {

    private static final long serialVersionUID = 1L;

    RegistrationElsewhere() {
        super(
                401,
                "registration-elsewhere",
                "Registration elsewhere",
                "People sign in through Keycloak here: open /sign-in, or send an access token of it.");
    }
}

package org.voorwerp.server.account.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import org.voorwerp.server.account.Accounts;
import org.voorwerp.server.account.NewToken;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Tokens;
import org.voorwerp.server.http.Invalid;

/// Getting a handle: for everybody, or, where there is Keycloak, for whom it vouches.
@RequestScoped
public class Registration {

    private final SignInMode mode;
    private final Arrival arrival;
    private final Identities identities;
    private final Accounts accounts;
    private final Tokens tokens;

    Registration(SignInMode mode, Arrival arrival, Identities identities, Accounts accounts, Tokens tokens) {
        this.mode = mode;
        this.arrival = arrival;
        this.identities = identities;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /// A new account with a first token.
    ///
    /// @throws Invalid if the handle is not one
    /// @throws AlreadyLinked if whom Keycloak vouches for has an account
    /// @throws RegistrationElsewhere if Keycloak should vouch for the caller, and does not
    @Transactional
    public NewToken register(String handle) {
        if (!mode.throughKeycloak()) {
            return accounts.register(handle, Role.PARTICIPANT);
        }
        arrival.fault().ifPresent(fault -> {
            throw fault;
        });
        var person = arrival.person().orElseThrow(RegistrationElsewhere::new);
        return tokens.first(identities.register(person, handle));
    }
}

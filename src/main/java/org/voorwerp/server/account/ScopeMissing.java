package org.voorwerp.server.account;

import org.voorwerp.server.http.Refusal;

/// The person may do this, the token may not.
final class ScopeMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    ScopeMissing(Scope needed, Caller caller) {
        super(
                403,
                "scope-missing",
                "Scope missing",
                "This needs a token with the scope " + needed.word() + "; yours has "
                        + String.join(", ", Scope.words(caller.scopes())) + ". Make one that has it, or sign in.");
        with("needed", needed.word());
        with("scopes", Scope.words(caller.scopes()));
    }
}

package org.voorwerp.server.account;

import org.voorwerp.server.http.Refusal;

/// The account was deleted while a request of its owner's was on the way.
final class AccountGone extends Refusal {

    private static final long serialVersionUID = 1L;

    AccountGone() {
        super(401, "account-deleted", "Account deleted", "Your account was deleted meanwhile; nothing was taken.");
    }
}

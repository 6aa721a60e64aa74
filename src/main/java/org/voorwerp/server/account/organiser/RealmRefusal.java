package org.voorwerp.server.account.organiser;

import org.voorwerp.server.http.Refusal;

/// Keycloak does not do what it is asked.
public final class RealmRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long retryAfter;

    private RealmRefusal(int status, String type, String title, String detail, long retryAfter) {
        super(status, type, title, detail);
        this.retryAfter = retryAfter;
    }

    static RealmRefusal notConfigured() {
        return new RealmRefusal(
                409,
                "no-keycloak",
                "No Keycloak",
                "This server cannot invite organisers: it knows no Keycloak. docs/sign-in.md says how it would.",
                0);
    }

    static RealmRefusal unreachable() {
        return new RealmRefusal(
                503,
                "sign-in-unavailable",
                "Sign-in unavailable",
                "Keycloak, which knows who may organise, is out of reach. Try again shortly.",
                30);
    }

    static RealmRefusal refused(int status) {
        return new RealmRefusal(
                503,
                "keycloak-refused",
                "Keycloak refused",
                "Keycloak answered with status " + status + ". Its client for invitations may lack a role; see"
                        + " docs/sign-in.md.",
                0);
    }

    static RealmRefusal notSent() {
        return new RealmRefusal(
                503,
                "keycloak-refused",
                "Keycloak refused",
                "Keycloak could not send the invitation; nobody was invited. See that it has a mail server.",
                0);
    }

    static RealmRefusal roleTooWide(String role, String included) {
        return new RealmRefusal(
                409,
                "role-too-wide",
                "Role too wide",
                "At Keycloak the role " + role + " includes " + included
                        + ", so giving it would give more than it says."
                        + " Nobody is given it here until it includes nothing.",
                0);
    }

    @Override
    public long retryAfter() {
        return retryAfter;
    }
}

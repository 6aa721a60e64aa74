package org.voorwerp.server.entry;

import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.http.Refusal;

/// Whoever takes part accepts the challenge's terms first, and again when they change.
final class TermsNotAccepted extends Refusal {

    private static final long serialVersionUID = 1L;

    /// @param before whether the caller accepted an earlier version
    TermsNotAccepted(Challenge challenge, String version, boolean before) {
        super(403, "terms-not-accepted", "Accept the terms first", detail(challenge, before));
        with("terms", terms(challenge));
        with("version", version);
        with("accept", terms(challenge) + "/acceptance");
        with("page", "/challenges/" + challenge.slug + "/submit");
    }

    private static String detail(Challenge challenge, boolean before) {
        return (before
                        ? "The terms of " + challenge.slug + " have changed since you accepted them. "
                        : "The challenge " + challenge.slug + " has terms. ")
                + "Read them (GET " + terms(challenge) + "), then accept them, once: POST " + terms(challenge)
                + "/acceptance, or on the page /challenges/" + challenge.slug + "/submit.";
    }

    private static String terms(Challenge challenge) {
        return "/api/challenges/" + challenge.slug + "/terms";
    }
}

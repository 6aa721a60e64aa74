package org.voorwerp.server.challenge;

import org.voorwerp.server.http.Refusal;

/// What is asked can only be done to a challenge that nobody takes part in yet.
public final class NotADraft extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotADraft(String detail) {
        super(409, "not-a-draft", "Not a draft", detail);
    }
}

package org.voorwerp.server.http;

/// More bytes than are accepted here.
public final class TooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
        super(413, "too-large", "Too large", detail);
    }
}

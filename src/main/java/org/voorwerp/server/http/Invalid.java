package org.voorwerp.server.http;

/// A request that is malformed in itself, whatever the state of things: a parameter, a header, a field.
public final class Invalid extends Refusal {

    private static final long serialVersionUID = 1L;

    public Invalid(String detail) {
        super(400, "invalid-request", "Invalid request", detail);
    }
}

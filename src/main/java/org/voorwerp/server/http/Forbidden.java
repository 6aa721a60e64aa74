package org.voorwerp.server.http;

/// The caller is known but may not do this.
public final class Forbidden extends Refusal {

    private static final long serialVersionUID = 1L;

    public Forbidden(String detail) {
        super(403, "forbidden", "Forbidden", detail);
    }
}

package org.voorwerp.server.http;

/// There is no such thing, or none that the caller may see: the two are not told apart.
public final class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFound(String detail) {
        super(404, "not-found", "Not found", detail);
    }
}

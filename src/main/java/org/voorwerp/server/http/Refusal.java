package org.voorwerp.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// A request that cannot be granted, for a reason the caller can act on. Features throw their own subtypes; it is
/// answered
/// as a problem (RFC 9457).
///
/// The message says what is wrong, where, and what to do.
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /// @param status 4xx, or 503 and 507 for what passes
    /// @param type last part of the problem's type, e.g. `quota-spent`; described in docs/reference/problems.md
    /// @param title the same for every problem of this type
    /// @param detail about this occurrence
    protected Refusal(int status, String type, String title, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    /// Adds a member to the problem, for programs to read.
    protected final Refusal with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public Map<String, Object> members() {
        return members;
    }

    /// Seconds after which trying again makes sense; 0 where it does not.
    public long retryAfter() {
        return 0;
    }
}

package org.voorwerp.server.http;

import java.util.Optional;

/// Knows more of a request by nobody than that it is by nobody.
public interface Stranger {

    /// Why nobody is known although somebody may be there; empty where nobody said anything.
    Optional<Refusal> why();
}

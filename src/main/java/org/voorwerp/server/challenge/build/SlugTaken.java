package org.voorwerp.server.challenge.build;

import org.voorwerp.server.http.Refusal;

/// There is a challenge of this slug that the pack cannot replace.
final class SlugTaken extends Refusal {

    private static final long serialVersionUID = 1L;

    SlugTaken(String detail) {
        super(409, "slug-taken", "Slug taken", detail);
    }
}

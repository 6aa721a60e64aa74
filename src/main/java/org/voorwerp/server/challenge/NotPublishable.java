package org.voorwerp.server.challenge;

import java.util.List;
import org.voorwerp.server.http.Refusal;

/// The draft would give its truth away.
public final class NotPublishable extends Refusal {

    private static final long serialVersionUID = 1L;

    NotPublishable(String slug, List<String> obstacles) {
        super(
                409,
                "not-publishable",
                "Not to be published",
                "Published as it is, " + slug + " would give its truth away: " + String.join(" ", obstacles));
        with("obstacles", obstacles);
    }
}

package org.voorwerp.server.challenge;

import java.util.List;
import org.voorwerp.server.http.Refusal;

/// The challenge would give its truth away.
public final class NotPublishable extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<String> obstacles;

    NotPublishable(String slug, List<String> obstacles) {
        super(
                409,
                "not-publishable",
                "Not to be published",
                "Published as it is, " + slug + " would give its truth away: " + String.join(" ", obstacles));
        with("obstacles", obstacles);
        this.obstacles = List.copyOf(obstacles);
    }

    /// What has to be mended, a sentence each.
    public List<String> obstacles() {
        return obstacles;
    }
}

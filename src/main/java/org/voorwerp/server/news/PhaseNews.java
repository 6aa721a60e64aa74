package org.voorwerp.server.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;

/// Phases open and close.
@ApplicationScoped
class PhaseNews implements NewsSource {

    @Override
    public List<News> of(Challenge challenge, Instant now) {
        var news = new ArrayList<News>();
        for (var phase : challenge.phases()) {
            var published = challenge.publishedAt;
            if (!phase.startsAt.isAfter(now) && published != null) {
                // A challenge published late opens when it is published.
                var at = phase.startsAt.isBefore(published) ? published : phase.startsAt;
                news.add(new News(
                        id(phase, "opened"),
                        at,
                        "Phase " + phase.name + " is open",
                        "Submissions are taken" + (phase.endsAt == null ? "." : " until " + phase.endsAt + "."),
                        "/challenges/" + challenge.slug + "/rules"));
            }
            if (phase.endsAt != null && !phase.endsAt.isAfter(now)) {
                news.add(new News(
                        id(phase, "closed"),
                        phase.endsAt,
                        "Phase " + phase.name + " has closed",
                        "",
                        "/challenges/" + challenge.slug + "/leaderboard"));
            }
        }
        return news;
    }

    private static UUID id(Phase phase, String what) {
        return UUID.nameUUIDFromBytes((phase.id + " " + what).getBytes(StandardCharsets.UTF_8));
    }
}

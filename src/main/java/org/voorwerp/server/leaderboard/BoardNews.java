package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.news.News;
import org.voorwerp.server.news.NewsSource;

/// Boards open that were hidden.
@ApplicationScoped
class BoardNews implements NewsSource {

    @Override
    public List<News> of(Challenge challenge, Instant now) {
        var news = new ArrayList<News>();
        for (var phase : challenge.phases()) {
            for (var part : List.of(Part.PUBLIC, Part.PRIVATE)) {
                var opened = BoardAccess.opensAt(phase, part);
                // A board that was open from the beginning is no news.
                if (opened != null
                        && opened.isAfter(phase.startsAt)
                        && !opened.isAfter(now)
                        && challenge.publishedAt != null) {
                    news.add(opened(challenge, phase, part, opened));
                }
            }
        }
        return news;
    }

    private static News opened(Challenge challenge, Phase phase, Part part, Instant at) {
        var address = BoardLinks.query(phase.name, part.word(), null, null, null, null);
        return new News(
                UUID.nameUUIDFromBytes((phase.id + " board " + part.word()).getBytes(StandardCharsets.UTF_8)),
                at,
                "The board of phase " + phase.name + " on the " + part.word() + " part is open",
                "",
                "/challenges/" + challenge.slug + "/leaderboard" + address);
    }
}

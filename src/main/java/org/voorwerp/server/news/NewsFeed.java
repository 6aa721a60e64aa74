package org.voorwerp.server.news;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.voorwerp.server.challenge.Challenge;

/// All news of a challenge.
@ApplicationScoped
public class NewsFeed {

    private static final int TOLD = 100;

    private final List<NewsSource> sources;
    private final Clock clock;

    NewsFeed(@All List<NewsSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /// The latest, the latest first; at most a hundred.
    @Transactional
    public List<News> latest(Challenge challenge) {
        var now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.of(challenge, now).stream())
                .sorted(Comparator.comparing(News::at).reversed().thenComparing(News::id))
                .limit(TOLD)
                .toList();
    }
}

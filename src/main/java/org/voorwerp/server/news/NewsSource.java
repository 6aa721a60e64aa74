package org.voorwerp.server.news;

import java.time.Instant;
import java.util.List;
import org.voorwerp.server.challenge.Challenge;

/// Knows of one kind of news. A further kind is a further bean; nothing else need know of it.
public interface NewsSource {

    /// What has happened in a challenge until now, in any order.
    List<News> of(Challenge challenge, Instant now);
}

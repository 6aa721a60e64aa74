package org.voorwerp.server.news;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What an organiser tells everybody; Markdown, unsafe until it is rendered and sanitised.
@Entity
public class Announcement extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID challengeId;
    public UUID accountId;
    public String title;
    public String markdown;
    public Instant postedAt;

    static List<Announcement> latest(UUID challenge, int most) {
        return Announcement.<Announcement>find("challengeId = ?1 order by postedAt desc, id", challenge)
                .page(0, most)
                .list();
    }

    /// Those posted before one of the same challenge, the latest first.
    static List<Announcement> before(Announcement one, int most) {
        return Announcement.<Announcement>find(
                        "challengeId = ?1 and (postedAt < ?2 or postedAt = ?2 and id > ?3) order by postedAt desc, id",
                        one.challengeId,
                        one.postedAt,
                        one.id)
                .page(0, most)
                .list();
    }
}

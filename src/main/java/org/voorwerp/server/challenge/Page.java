package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/// A text of a challenge, in Markdown as the pack has it: unsafe until it is rendered and sanitised.
@Entity
@IdClass(Page.Key.class)
public class Page extends PanacheEntityBase {

    /// Which page of which challenge.
    public record Key(UUID challengeId, String name) implements Serializable {}

    @Id
    public UUID challengeId;

    /// `overview`, `data`, `rules` or `terms`.
    @Id
    public String name;

    public String markdown;

    static List<Page> of(UUID challenge) {
        return list("challengeId", challenge);
    }
}

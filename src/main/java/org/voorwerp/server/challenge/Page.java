package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A text of a challenge, in Markdown as the pack has it: unsafe until it is rendered and sanitised.
@Entity
@IdClass(Page.Key.class)
public class Page extends PanacheEntityBase {

    /// Which page of which challenge.
    public record Key(UUID challengeId, String name) implements Serializable {}

    @Id
    public UUID challengeId;

    /// `overview`, `data`, `rules`, `terms` or `faq`.
    @Id
    public String name;

    public String markdown;

    /// What participants agree to.
    public static final String TERMS = "terms";

    /// Questions that are asked often, and their answers.
    public static final String QUESTIONS = "faq";

    public static Optional<Page> find(Challenge challenge, String name) {
        return findByIdOptional(new Key(challenge.id, name));
    }

    static List<Page> of(UUID challenge) {
        return list("challengeId", challenge);
    }
}

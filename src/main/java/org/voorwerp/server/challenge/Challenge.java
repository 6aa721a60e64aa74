package org.voorwerp.server.challenge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Scope;

/// What is hosted: a pack, built.
@Entity
public class Challenge extends PanacheEntityBase {

    public static final String DRAFT = "draft";
    public static final String PUBLISHED = "published";

    @Id
    public UUID id;

    public String slug;
    public String title;
    public String summary;

    /// `draft`: seen by its organisers only; `published`: seen by everybody.
    public String state;

    /// The account that uploaded the pack; null for the shipped ones.
    public @Nullable UUID ownerId;

    @JdbcTypeCode(SqlTypes.JSON)
    public Definition definition;

    @JdbcTypeCode(SqlTypes.JSON)
    public BuildReport report;

    /// Makes the published ids of subjects; secret.
    public byte[] idKey;

    /// The scoring version whose results the boards show.
    public int scoringVersion;

    /// How many submissions were accepted so far. Written by one SQL statement only, never through the entity.
    @jakarta.persistence.Column(updatable = false)
    public long accepted;

    public Instant createdAt;
    public @Nullable Instant publishedAt;

    public boolean isPublished() {
        return state.equals(PUBLISHED);
    }

    /// Whether `caller` may see what only organisers of this challenge see.
    public boolean isOrganisedBy(Optional<Caller> caller) {
        return caller.filter(c -> c.may(Scope.ORGANISE)
                        && (c.isAdmin() || c.account().equals(ownerId) || ChallengeOrganiser.isOne(id, c.account())))
                .isPresent();
    }

    public List<Phase> phases() {
        return Phase.list("challengeId = ?1 order by position", id);
    }

    /// Whether nothing can be sent any more, not even late: what is told now helps nobody to a better submission.
    public boolean isOverAt(Instant time) {
        var phases = phases();
        return !phases.isEmpty()
                && phases.stream().allMatch(phase -> phase.isOverAt(time) && !phase.isOpenLateAt(time));
    }

    /// Waits for one's turn with this challenge, which ends with the transaction: of all that take it, on whichever
    /// server, one goes on at a time. Read what is to be decided upon after this, not before.
    public void lock() {
        // Not `for update`: whoever adds a row that refers to the challenge would wait for it, and some who do so hold
        // the row that counts changes of boards, for which this transaction waits at its end.
        getEntityManager()
                .createNativeQuery("select 1 from challenge where id = ?1 for no key update")
                .setParameter(1, id)
                .getSingleResult();
    }

    /// How many submissions were accepted so far, as the row says it and not what was read of it before; to be called
    /// with the row locked.
    public long acceptedNow() {
        var accepted = getEntityManager()
                .createNativeQuery("select accepted from challenge where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return ((Number) accepted).longValue();
    }

    static Optional<Challenge> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}

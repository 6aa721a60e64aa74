package org.voorwerp.server.submission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a team sent. Its state is written by [Lifecycle] only.
@Entity
public class Submission extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID challengeId;
    public UUID phaseId;
    public UUID teamId;

    /// Who sent it; null for a baseline.
    public @Nullable UUID accountId;

    /// Its place among all submissions ever accepted in the challenge, from 1.
    public long acceptedOrder;

    public Instant acceptedAt;

    /// The day (UTC) whose quota it used.
    public LocalDate quotaDay;

    /// SHA-256 of the decompressed file, and the blob's name.
    public String blob;

    public long bytes;
    public @Nullable String fileName;
    public @Nullable String note;

    /// Whether it came after the end of its phase.
    public boolean late;

    /// A [SubmissionState]'s word.
    public String state;

    /// How often scoring began.
    public int attempt;

    public @Nullable String message;
    public @Nullable String incident;
    public @Nullable String detail;

    /// Said to everybody: why an organiser took it off the boards.
    public @Nullable String disqualifiedReason;

    public @Nullable Instant finishedAt;

    public SubmissionState state() {
        return SubmissionState.of(state);
    }

    static List<Submission> ofTeam(UUID team, long before, int limit) {
        return find("teamId = ?1 and acceptedOrder < ?2 order by acceptedOrder desc", team, before)
                .page(0, limit)
                .list();
    }

    static List<Submission> ofChallenge(UUID challenge, long before, int limit) {
        return find("challengeId = ?1 and acceptedOrder < ?2 order by acceptedOrder desc", challenge, before)
                .page(0, limit)
                .list();
    }
}

package org.voorwerp.server.submission;

import java.util.Locale;

/// Where a submission stands.
///
/// ```
///  accepted ──► scoring ──► scored ◄──► disqualified
///     │            │ │         ▲
///     │            │ └► failed │
///     ▼            ▼           ▼
///     └───────► withdrawn ◄────┘
/// ```
///
/// `scoring` may be entered again, each time with a higher attempt number: after an error of ours, and when a worker
/// died. What leads to `failed`, and what withdraws a submission that has no score yet, gives the quota back. What
/// was scored and withdrawn may be restored by its team while its phase is open.
public enum SubmissionState {
    /// On disk, committed, queued.
    ACCEPTED,
    /// A worker has it.
    SCORING,
    /// It has a result.
    SCORED,
    /// It could not be scored; its message says why, or quotes an incident.
    FAILED,
    /// Taken back by its team: on no board.
    WITHDRAWN,
    /// Taken off the boards by an organiser, for a reason that everybody is told.
    DISQUALIFIED;

    /// Lower case, as it stands in the database and in answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The state of that word.
    public static SubmissionState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether nothing more happens by itself.
    public boolean isFinal() {
        return switch (this) {
            case ACCEPTED, SCORING -> false;
            case SCORED, FAILED, WITHDRAWN, DISQUALIFIED -> true;
        };
    }
}

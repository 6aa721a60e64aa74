package org.voorwerp.server.storage;

/// What a blob is, and so who may see it. Areas share nothing, not even blobs of the same content.
public enum Area {
    /// Published files.
    DATASETS,
    /// Packs as uploaded; they hold truth.
    PACKS,
    /// Scoring programs of challenges; they may hold truth.
    PROGRAMS,
    /// What participants sent.
    SUBMISSIONS,
    /// How single subjects move submissions' scores, which tells their truth.
    SUBJECT_SCORES,
    /// Held-out answers.
    TRUTH
}

package org.voorwerp.server.submission;

import java.util.UUID;

/// A submission was scored, failed or was withdrawn. Fired within the transaction that says so: observe it
/// `during = AFTER_SUCCESS`.
public record SubmissionFinished(UUID submission, UUID challenge, SubmissionState state) {}

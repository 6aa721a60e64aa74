package org.voorwerp.server.submission;

/// What became of a file that was sent.
///
/// @param submission committed
/// @param replayed whether it was there before, and this request only asked again
public record Receipt(Submission submission, boolean replayed) {}

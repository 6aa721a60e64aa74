package org.voorwerp.server.metric.sandbox;

import org.jspecify.annotations.Nullable;

/// What came of a job.
///
/// @param exit 0 if it says so itself
/// @param output what it answered, within the limit
/// @param log the first and the last of what it wrote to standard error
/// @param stopped why it was stopped from outside, in words that go on after "it"; null if it ended by itself
public record Outcome(
        int exit, byte[] output, String log, @Nullable String stopped) {}

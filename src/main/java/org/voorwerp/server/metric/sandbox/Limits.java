package org.voorwerp.server.metric.sandbox;

import java.time.Duration;

/// What a job may use.
///
/// @param memory bytes that all its processes together may hold, shared memory counting in each
/// @param addresses bytes of address space that one process may reserve
/// @param processes how many processes and threads there may be at a time
/// @param time on the wall clock
/// @param scratch bytes that each of its writable folders may hold
/// @param output bytes that it may answer
public record Limits(long memory, long addresses, int processes, Duration time, long scratch, long output) {}

package org.voorwerp.server.submission;

import org.jspecify.annotations.Nullable;

/// A score as the board shows it: of the public part, and through the board's rule.
///
/// @param value what the metric says
/// @param low lower end of the 95 % interval; null where the metric has none
/// @param high upper end
/// @param method how the interval was made
public record BoardScore(
        double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable String method) {}

package org.voorwerp.server.evaluation.commitment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a challenge is bound to.
///
/// @param truth SHA-256 of the salt and the file `truth.csv` after it, in hex
/// @param split the same of `split.csv`
/// @param committedAt when the challenge was built
/// @param salt 32 bytes in hex, once the last phase has ended; left out before
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Commitment(
        String truth,
        String split,
        Instant committedAt,
        @Nullable String salt) {}

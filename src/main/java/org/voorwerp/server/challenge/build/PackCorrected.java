package org.voorwerp.server.challenge.build;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Truth;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Definition.MetricDefinition;

/// A pack was built that puts a hosted challenge right: other answers for the same subjects, other metrics, other
/// programs. Fired within the transaction that ends the build; an observer that refuses undoes it.
///
/// @param by who sent the pack
/// @param reason what was wrong, said to everybody
/// @param metrics all of them, as challenge.yaml has them now
/// @param rankBy likewise
/// @param programs folder in the pack → digest of the blob
public record PackCorrected(
        Challenge challenge,
        UUID by,
        String reason,
        Truth truth,
        List<MetricDefinition> metrics,
        @Nullable String rankBy,
        Map<String, String> programs) {}

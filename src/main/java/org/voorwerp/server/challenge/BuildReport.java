package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.holdout.ConsensusReport;

/// What a build made of a pack, for its organisers.
///
/// @param consensus subjects, votes, agreement, class balance or values, and the sizes of the split
/// @param files published
/// @param images how many were re-encoded; null where the pack has none
/// @param baselines scored like anyone's submission
public record BuildReport(
        ConsensusReport consensus,
        List<PublishedFile> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer images,
        List<String> baselines) {

    /// A published file.
    ///
    /// @param rows of a table, the header not counted
    public record PublishedFile(
            String name,
            long bytes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long rows,

            String sha256) {}
}

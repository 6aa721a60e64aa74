package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.attribute.AttributeAnalysis;
import org.voorwerp.holdout.ConsensusReport;
import org.voorwerp.scoring.ceiling.NoiseCeiling;

/// What a build made of a pack, for its organisers.
///
/// @param consensus subjects, votes, agreement, class balance or values, and the sizes of the split
/// @param files published
/// @param images how many were re-encoded; null where the pack has none
/// @param baselines scored like anyone's submission
/// @param ceilings where two crowds would stand, by metric and part; null from builds before there were any, empty
///     where the votes behind the truth are not known
/// @param attributes what the published numbers know of the truth; null where there are none, or no group is named
/// @param power which differences are more than noise; null from builds before this was worked out, like all that
///     follows
/// @param leaks what gives the truth away; the challenge cannot be published while there are any
/// @param straddling groups, or images, that stand on both sides of the split, in sentences; likewise
public record BuildReport(
        ConsensusReport consensus,
        List<PublishedFile> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer images,
        List<String> baselines,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Ceiling> ceilings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AttributeAnalysis attributes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Power> power,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Leak> leaks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> straddling) {

    /// Which differences between two submissions the size of a part lets one tell from chance. It is worked out from
    /// nothing that is only in the private part.
    ///
    /// @param metric the key of its scores
    /// @param part `public` or `private`
    /// @param subjects of the part, or its groups where they have several subjects
    /// @param noise 95 % of the differences between equally good submissions are smaller
    /// @param told differences from here on are found in four of five cases
    public record Power(String metric, String part, int subjects, double noise, double told) {}

    /// Something published that tells the truth without being meant to.
    ///
    /// @param attribute how `subjects/informative` in challenge.yaml names it
    /// @param feature what about it tells
    /// @param area under the ROC curve
    /// @param p how often chance does as well
    public record Leak(String attribute, String feature, double area, double p) {}

    /// The noise ceiling of a metric on a part of the hold-out: see [NoiseCeiling].
    ///
    /// @param metric the key of its scores
    /// @param part `public` or `private`
    /// @param crowd what as many votes, drawn anew, would score; absent where that is undefined
    /// @param volunteer what one volunteer scores against the rest; absent where that is undefined
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ceiling(
            String metric, String part, NoiseCeiling.@Nullable Line crowd, NoiseCeiling.@Nullable Line volunteer) {}

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

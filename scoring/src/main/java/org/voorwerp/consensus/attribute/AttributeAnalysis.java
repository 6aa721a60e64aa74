package org.voorwerp.consensus.attribute;

import java.util.Arrays;
import java.util.List;

/// The report of a table of attributes against a consensus, ready to be written as JSON.
///
/// @param subjects how many there are
/// @param positive how many of them belong to the group
/// @param binning how [InformationGain#bits()] was made
/// @param gains every attribute, the one that tells most first
/// @param combinations which attributes set the groups apart
public record AttributeAnalysis(
        int subjects, int positive, String binning, List<InformationGain> gains, Combinations combinations) {

    private static final String BINNING =
            InformationGain.BINS + " bins of equal frequency; one C4.5 threshold beside it";

    /// @param largest how many attributes a combination may have
    /// @param best combinations are formed of this many attributes at most, those that tell most: the case
    ///     study took ten
    /// @throws IllegalArgumentException as [Combinations#of]
    public static AttributeAnalysis of(AttributeTable table, int best, int largest, long seed) {
        var gains = InformationGain.ranked(table);
        int[] chosen = gains.stream()
                .limit(best)
                .mapToInt(gain -> table.names().indexOf(gain.attribute()))
                .sorted()
                .toArray();
        int positive = 0;
        for (boolean p : table.positive()) {
            positive += p ? 1 : 0;
        }
        var some = new AttributeTable(
                Arrays.stream(chosen).mapToObj(table.names()::get).toList(),
                Arrays.stream(chosen).mapToObj(a -> table.columns()[a]).toArray(double[][]::new),
                table.positive());
        return new AttributeAnalysis(
                table.positive().length,
                positive,
                BINNING,
                gains,
                Combinations.of(some, Math.min(largest, chosen.length), seed));
    }
}

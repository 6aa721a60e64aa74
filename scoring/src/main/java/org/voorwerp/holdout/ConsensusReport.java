package org.voorwerp.holdout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Agreement;
import org.voorwerp.consensus.Provenance;
import org.voorwerp.consensus.Tally;
import org.voorwerp.consensus.open.OpenAgreement;
import org.voorwerp.consensus.report.CrowdReport;

/// What was built from a source of truth, for its organisers: it tells class balance and values of train and test
/// together. JSON of it is this record as it stands. It holds neither the seed nor anything of a single subject.
///
/// @param source where the truth comes from
/// @param rows what became of the file's rows
/// @param subjects how many the challenge has, train and test
/// @param leftOut reason → number of subjects that the file has and the challenge has not
/// @param votes behind the subjects of the challenge; null where not known
/// @param volunteers how many took part; null where not known
/// @param classBalance class → number of subjects; null for values
/// @param values a summary of each column; null for classes
/// @param agreement between volunteers, over all votes; null where single votes are not known
/// @param crowd how far volunteers agree, how surely the subjects are known and how good each volunteer is, over all
///     subjects of the source; volunteers are numbered, not named. Null where votes for classes are not known, and in
///     reports made before it was told
/// @param openAgreement between those who typed a text or a number; null for others, and in reports made before it was
///     told
/// @param sides train, public, private, ignored: those that have subjects
/// @param heldBack on how many test subjects one vote was held back; null where none was asked for
public record ConsensusReport(
        Provenance source,
        Tally rows,
        int subjects,
        Map<String, Integer> leftOut,
        @Nullable Long votes,
        @Nullable Integer volunteers,
        @Nullable Map<String, Integer> classBalance,
        @Nullable List<ValueSummary> values,
        @Nullable Agreement agreement,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CrowdReport crowd,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OpenAgreement openAgreement,

        List<Side> sides,
        @Nullable Integer heldBack) {

    /// One side of the split.
    ///
    /// @param name `train`, `public`, `private` or `ignored`
    /// @param share of all subjects
    public record Side(String name, int subjects, int groups, double share) {}

    /// How the values of a column are spread.
    ///
    /// @param histogram numbers of subjects in ten bins of equal width from `min` to `max`, the last closed
    public record ValueSummary(
            String column, double min, double max, double mean, double standardDeviation, List<Integer> histogram) {}
}

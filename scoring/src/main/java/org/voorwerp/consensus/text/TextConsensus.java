package org.voorwerp.consensus.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What several transcriptions come to.
///
/// @param transcriptions those that are not blank, in the order in which they were read
/// @param alignment their tokens side by side, in that order
/// @param tokens the consensus, token by token; columns for which most have nothing are not in it
/// @param text the consensus as a text
/// @param agreement the mean of the tokens' agreement; NaN without a token
public record TextConsensus(
        List<Transcription> transcriptions,
        Alignment alignment,
        List<TokenConsensus> tokens,
        String text,
        double agreement) {

    /// A token that stands in the consensus.
    ///
    /// @param text as most of those wrote it who have it
    /// @param agreement the share of the volunteers, by weight, who have it there
    public record TokenConsensus(String text, double agreement) {}

    /// As panoptes_aggregation's text reducer tells it: `aligned_text`, `number_views`, `consensus_score` (the
    /// mean over columns of how many have the same token), `consensus_text` (the most frequent token of each
    /// column, also where most have none), `gold_standard`, `user_ids`. Empty where there is no text.
    public Map<String, Object> columns() {
        var columns = new LinkedHashMap<String, Object>();
        if (transcriptions.isEmpty()) {
            return columns;
        }
        var written = alignment.written();
        var most = MostFrequent.of(written);
        columns.put("aligned_text", written);
        columns.put("number_views", transcriptions.size());
        columns.put("consensus_score", most.score());
        columns.put("consensus_text", most.text());
        columns.put(
                "gold_standard",
                transcriptions.stream().map(Transcription::gold).toList());
        columns.put(
                "user_ids",
                new ArrayList<>(
                        transcriptions.stream().map(Transcription::volunteer).toList()));
        return columns;
    }
}

package org.voorwerp.consensus.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.Extract;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Tally;
import org.voorwerp.consensus.VotesBuilder;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.panoptes.ServerTime;
import org.voorwerp.consensus.report.CrowdReport;
import org.voorwerp.table.Finding;

/// What extracts say of the crowd, beside the reduction: who took part, how many saw each subject, and the votes for
/// classes where the reducer counts such.
final class ExtractedVotes {

    private static final Set<String> COUNTING = Set.of(
            "question_reducer", "question_consensus_reducer", "votes_reducer", "dropdown_reducer", "survey_reducer");

    private final @Nullable VotesBuilder votes;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> volunteers = new HashSet<>();
    private long extracts;
    private long empty;

    ExtractedVotes(String reducer) {
        votes = COUNTING.contains(reducer) ? new VotesBuilder() : null;
    }

    void add(ExtractRow row) {
        extracts++;
        empty += row.data().isEmpty() ? 1 : 0;
        seen.merge(row.subject(), 1, Integer::sum);
        var volunteer = row.volunteer();
        // Two are enough to know that there is a crowd.
        if (volunteers.size() < 2) {
            volunteers.add(volunteer);
        }
        var answer = answer(row);
        if (votes != null && !answer.isEmpty()) {
            votes.add(vote(row, answer));
        }
    }

    static Extract vote(ExtractRow row, String answer) {
        return new Extract(
                row.subject(), row.volunteer(), answer, ServerTime.seconds(row.createdAt()), row.classification(), 0);
    }

    /// Answers given together are one.
    static String answer(ExtractRow row) {
        var data = row.data();
        if (data.path("choice").isTextual()) {
            return data.path("choice").textValue();
        }
        var given = new ArrayList<String>();
        var answers = data.path("value").isArray() ? data.path("value").path(0) : data;
        answers.properties().stream()
                .filter(entry -> entry.getValue().isNumber())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(given::add);
        return String.join("+", given);
    }

    /// Extracts a subject.
    List<Integer> seen() {
        return List.copyOf(seen.values());
    }

    /// That there is something to reduce.
    void requireAny(Tally rows) {
        if (extracts == 0) {
            throw ConsensusException.of("nothing is left to reduce: " + rows);
        }
    }

    /// What should be known before anybody relies on the reduction; empty where all is well. panoptes_aggregation
    /// reduces what one volunteer said as well, and so it is done.
    ///
    /// @param firstLine where the first row that counts stands
    List<Finding> warnings(long firstLine) {
        var warnings = new ArrayList<Finding>();
        if (volunteers.size() == 1) {
            warnings.add(Finding.ofLine(
                    firstLine,
                    "all " + extracts + " extracts, of which this is the first, are by one volunteer, "
                            + volunteers.iterator().next() + ": nobody can say how far to trust them"));
        }
        if (empty > 0) {
            warnings.add(Finding.ofFile(empty + " of " + extracts
                    + " extracts hold nothing that is reduced: nothing was seen there, or something else was drawn"));
        }
        return warnings;
    }

    /// @return null where there are no votes for classes, or for one only
    @Nullable
    CrowdReport report(Repeats repeats, long seed) {
        if (votes == null || votes.size() == 0 || votes.classesSeen().size() < 2) {
            return null;
        }
        return VoteConsensus.judged(votes.build(votes.classesSeen(), repeats), seed);
    }
}

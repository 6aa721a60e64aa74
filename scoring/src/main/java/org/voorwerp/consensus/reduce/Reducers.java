package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reducers by the names and settings of a panoptes_aggregation configuration.
public final class Reducers {

    private Reducers() {}

    /// The reducer of a name; empty where there is none of it.
    ///
    /// @param settings `pairs` and `track_user_ids` as configurations have them
    public static Optional<SubjectReducer> of(String name, JsonNode settings) {
        boolean pairs = settings.path("pairs").asBoolean();
        @Nullable
        SubjectReducer reducer = switch (name) {
            case "question_reducer" ->
                new QuestionReducer(pairs, settings.path("track_user_ids").asBoolean());
            case "question_consensus_reducer" -> new QuestionConsensusReducer(pairs);
            case "votes_reducer" -> new VotesReducer();
            case "dropdown_reducer" -> new DropdownReducer();
            case "slider_reducer" -> new SliderReducer();
            case "survey_reducer" -> new SurveyReducer();
            case "stats_reducer" -> new StatsReducer();
            default -> MarkReducers.of(name, settings);
        };
        return Optional.ofNullable(reducer);
    }
}

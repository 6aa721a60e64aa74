package org.voorwerp.consensus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.open.OpenReducer;

/// Makes one of what many said.
public sealed interface Reducer permits VoteReducer, OpenAnswersReducer {

    /// The word for it in challenge.yaml.
    String name();

    /// The reducer of that name: plurality or one of the crowd models for votes, or one for texts and numbers.
    ///
    /// @param parameters those left out, and null, have their defaults
    /// @throws IllegalArgumentException saying what is wrong and what there is instead
    @JsonCreator
    static Reducer of(
            @JsonProperty("name") String name, @JsonProperty("parameters") @Nullable Map<String, ?> parameters) {
        return OpenReducer.exists(name)
                ? new OpenAnswersReducer(OpenReducer.of(name, parameters == null ? Map.of() : parameters))
                : VoteReducer.of(name, parameters);
    }
}

package org.voorwerp.consensus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.open.Middle;
import org.voorwerp.consensus.open.OpenAnswers;
import org.voorwerp.consensus.open.OpenReducer;
import org.voorwerp.consensus.open.Rover;
import org.voorwerp.consensus.text.TextTooLongException;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// Makes one consensus of texts, or of numbers.
public record OpenAnswersReducer(@JsonIgnore OpenReducer reducer) implements Reducer {

    @Override
    @JsonProperty
    public String name() {
        return reducer.word();
    }

    /// Every parameter, defaults too.
    @JsonProperty
    public Map<String, Object> parameters() {
        return reducer.parameters();
    }

    /// The consensus of every subject, in their order. A subject on which nobody agrees in a single word is tied.
    ///
    /// @param column the name of the numbers
    /// @throws ConsensusException if a subject has more or longer texts than can be compared
    Consensus reduce(OpenAnswers answers, String column) {
        var tied = new boolean[answers.subjects().size()];
        Answers one = switch (reducer) {
            case Middle middle -> new ValueAnswers(List.of(column), new double[][] {middle.reduce(answers)});
            case Rover rover -> texts(rover, answers, tied);
        };
        return new Consensus(answers.subjects(), answers.numbers(), one, tied);
    }

    private static TextAnswers texts(Rover rover, OpenAnswers answers, boolean[] tied) {
        var consensus = rover.among(answers);
        var texts = new String[tied.length];
        for (int i = 0; i < texts.length; i++) {
            try {
                texts[i] = consensus.apply(answers.given().get(i));
            } catch (TextTooLongException e) {
                throw ConsensusException.of("subject " + answers.subjects().get(i) + ": " + e.getMessage());
            }
            tied[i] = texts[i].isEmpty() && !answers.given().get(i).isEmpty();
        }
        return new TextAnswers(Arrays.asList(texts));
    }
}

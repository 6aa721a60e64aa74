package org.voorwerp.consensus;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.open.Middle;
import org.voorwerp.consensus.open.OpenAgreement;
import org.voorwerp.consensus.open.OpenAnswers;
import org.voorwerp.consensus.open.Rover;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// Volunteers of whom every text, or every number, is known.
///
/// @param column the name of the numbers
record OpenCrowd(OpenAnswers answers, OpenAnswersReducer reducer, String column) implements Crowd {

    @Override
    public Consensus consensus() {
        return reducer.reduce(answers, column);
    }

    @Override
    public HeldBack holdBack(int[] rows, long seed) {
        var hash = KeyedHash.of(seed, "one volunteer");
        var drawn = new int[answers.subjects().size()];
        Arrays.fill(drawn, -1);
        for (int i : rows) {
            int number = answers.given().get(i).size();
            if (number > 1) {
                drawn[i] = hash.below(number, answers.subjects().get(i));
            }
        }
        return new HeldBack(reducer.reduce(answers.without(drawn), column), held(drawn));
    }

    @Override
    public @Nullable OpenAgreement openAgreement() {
        return OpenAgreement.of(answers, reducer.reducer());
    }

    private Answers held(int[] drawn) {
        return switch (reducer.reducer()) {
            case Rover _ -> {
                var texts = new String[drawn.length];
                Arrays.setAll(texts, i -> drawn[i] < 0 ? "" : text(i, drawn[i]));
                yield new TextAnswers(Arrays.asList(texts));
            }
            case Middle _ -> {
                var numbers = new double[drawn.length];
                Arrays.setAll(numbers, i -> drawn[i] < 0 ? Double.NaN : Double.parseDouble(text(i, drawn[i])));
                yield new ValueAnswers(List.of(column), new double[][] {numbers});
            }
        };
    }

    private String text(int subject, int answer) {
        return answers.given().get(subject).get(answer).text();
    }
}

package org.voorwerp.consensus.open;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.voorwerp.consensus.open.OpenAnswers.OpenAnswer;
import org.voorwerp.consensus.text.Reliability;
import org.voorwerp.consensus.text.TextReducer;
import org.voorwerp.consensus.text.Transcription;
import org.voorwerp.consensus.text.Unit;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;

/// One text of many: laid side by side and voted on token by token (J. Fiscus, ASRU 1997), see [TextReducer].
///
/// @param unit what is voted on
/// @param weighed whether volunteers count by their [Reliability], or all alike
public record Rover(Unit unit, boolean weighed) implements OpenReducer {

    public static final String NAME = "rover";

    private static final String UNIT = "unit";
    private static final String WEIGHTS = "weights";
    private static final String ALIKE = "alike";
    private static final String RELIABILITY = "reliability";

    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Choice(
                    UNIT,
                    "what is voted on: words and marks of punctuation, characters, or what stands between spaces",
                    word(Unit.WORDS),
                    List.of(word(Unit.WORDS), word(Unit.CHARACTERS), word(Unit.SPACED))),
            new Parameter.Choice(
                    WEIGHTS,
                    "whether all volunteers count alike, or by how far their texts agree with those of others",
                    ALIKE,
                    List.of(ALIKE, RELIABILITY)));

    static Rover of(Parameters parameters) {
        return new Rover(
                Unit.valueOf(parameters.choice(UNIT).toUpperCase(Locale.ROOT)),
                parameters.choice(WEIGHTS).equals(RELIABILITY));
    }

    private static String word(Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String word() {
        return NAME;
    }

    @Override
    public Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put(UNIT, word(unit));
        parameters.put(WEIGHTS, weighed ? RELIABILITY : ALIKE);
        return parameters;
    }

    /// Makes one text of all texts of a subject, empty where there are none or nobody agrees on a single token.
    ///
    /// @param all by which volunteers are weighed
    /// @return throws [org.voorwerp.consensus.text.TextTooLongException] if there is more than is aligned
    public Function<List<OpenAnswer>, String> among(OpenAnswers all) {
        var weights = weighed
                ? Reliability.of(all.given().stream().map(Rover::read).toList(), unit)
                : Map.<String, Double>of();
        var reducer = new TextReducer(unit, weights);
        return given -> reducer.consensus(read(given)).text();
    }

    private static List<Transcription> read(List<OpenAnswer> given) {
        return given.stream()
                .map(answer -> new Transcription(answer.volunteer(), answer.text()))
                .toList();
    }
}

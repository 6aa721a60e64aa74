package org.voorwerp.consensus.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.agreement.Coincidences;
import org.voorwerp.consensus.agreement.Krippendorff;
import org.voorwerp.consensus.agreement.Scale;
import org.voorwerp.consensus.open.OpenAnswers.OpenAnswer;
import org.voorwerp.consensus.text.Unit;

class OpenAgreementTest {

    private static final OpenReducer WORDS = new Rover(Unit.WORDS, false);

    private final Random random = new Random(3);

    @Test
    void numbersAgreeAsMuchAsClassesThatStandAtThem() {
        int classes = 6;
        int subjects = 50;
        var counts = new int[classes][subjects];
        var given = new ArrayList<List<String>>();
        for (int i = 0; i < subjects; i++) {
            int middle = random.nextInt(classes);
            var answers = new ArrayList<String>();
            for (int k = random.nextInt(5); k >= 0; k--) {
                int said = Math.clamp(middle + random.nextInt(3) - 1, 0, classes - 1);
                counts[said][i]++;
                answers.add(Integer.toString(said));
            }
            given.add(answers);
        }
        var values = IntStream.range(0, classes).asDoubleStream().toArray();
        var expected = Krippendorff.alpha(Coincidences.of(counts), new Scale.Distances(values));
        var agreement = present(OpenAgreement.of(answers(given), Middle.MEAN));
        assertEquals(present(expected), agreement.krippendorffAlpha(), 1e-12);
        assertEquals(1 - agreement.observed() / agreement.expected(), agreement.krippendorffAlpha(), 1e-12);
    }

    @Test
    void numbersFarFromZeroAgreeAsMuch() {
        var near = List.of(List.of("1", "2"), List.of("5", "4", "6"), List.of("9"), List.of("3", "3"));
        var far = near.stream()
                .map(given -> given.stream()
                        .map(text -> Long.toString(1_000_000_000_000L + Long.parseLong(text)))
                        .toList())
                .toList();
        assertEquals(
                present(OpenAgreement.of(answers(near), Middle.MEDIAN)).krippendorffAlpha(),
                present(OpenAgreement.of(answers(far), Middle.MEDIAN)).krippendorffAlpha(),
                1e-12);
    }

    @Test
    void textsAgreeByTheWordsTheyHaveInCommon() {
        // Of the first two pairs half the words are common, of the third all.
        var agreement = present(OpenAgreement.of(
                answers(List.of(List.of("a b", "a c"), List.of("d e", "f e"), List.of("g", "g"), List.of("alone"))),
                WORDS));
        assertEquals(1.0 / 3, agreement.observed(), 1e-12);
        // Of the 15 pairs that six texts make, two have half in common and one all.
        assertEquals(13.0 / 15, agreement.expected(), 0.02);
    }

    @Test
    void textsByChanceHaveAnAlphaOfZeroAndEqualOnesOfOne() {
        var vocabulary = List.of("red", "green", "blue", "black", "white");
        var chance = new ArrayList<List<String>>();
        var equal = new ArrayList<List<String>>();
        for (int i = 0; i < 400; i++) {
            chance.add(IntStream.range(0, 3)
                    .mapToObj(k -> vocabulary.get(random.nextInt(5)))
                    .toList());
            var word = vocabulary.get(i % 5);
            equal.add(List.of(word, word));
        }
        var byChance = present(OpenAgreement.of(answers(chance), WORDS));
        assertEquals(0, byChance.krippendorffAlpha(), 0.08);
        assertTrue(byChance.interval().low() < 0.05 && byChance.interval().high() > -0.05, byChance::toString);
        assertEquals(1, present(OpenAgreement.of(answers(equal), WORDS)).krippendorffAlpha(), 1e-12);
    }

    /// Subjects differ with variance 4, volunteers with 1: α is 0.8.
    @Test
    void theIntervalHoldsTheAlphaOfThePopulation() {
        int held = 0;
        int draws = 1000;
        for (int draw = 0; draw < draws; draw++) {
            var given = new ArrayList<List<String>>();
            for (int i = 0; i < 200; i++) {
                double middle = 2 * random.nextGaussian();
                given.add(IntStream.range(0, 2 + random.nextInt(4))
                        .mapToObj(k -> Double.toString(middle + random.nextGaussian()))
                        .toList());
            }
            var interval =
                    present(OpenAgreement.of(answers(given), Middle.MEAN)).interval();
            held += interval.low() <= 0.8 && interval.high() >= 0.8 ? 1 : 0;
        }
        assertTrue(held > 0.92 * draws && held < 0.98 * draws, "held: " + held);
    }

    @Test
    void whereNothingCanBeComparedThereIsNone() {
        assertNull(OpenAgreement.of(answers(List.of()), WORDS));
        assertNull(OpenAgreement.of(answers(List.of(List.of("a"), List.of("b"))), WORDS));
        assertNull(OpenAgreement.of(answers(List.of(List.of("a", "a"), List.of("a", "a"))), WORDS));
        assertNull(OpenAgreement.of(answers(List.of(List.of("7", "7"), List.of("7.0"))), Middle.MEAN));
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static OpenAnswers answers(List<List<String>> given) {
        var subjects = IntStream.range(0, given.size()).mapToObj(i -> "s" + i).toList();
        var answers = given.stream()
                .map(texts -> IntStream.range(0, texts.size())
                        .mapToObj(k -> new OpenAnswer("v" + k, texts.get(k)))
                        .toList())
                .toList();
        return new OpenAnswers(subjects, answers);
    }
}

package org.voorwerp.consensus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked
class TextReducerTest {

    private static List<Transcription> read(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> new Transcription("user:" + i, texts[i]))
                .toList();
    }

    private static TextConsensus words(String... texts) {
        return new TextReducer(Unit.WORDS, Map.of()).consensus(read(texts));
    }

    @Test
    void eachTokenCarriesTheShareOfVolunteersWhoWroteIt() {
        var consensus = words("the old ship sailed", "the ship sailed", "the old ship failed", "teh old ship sailed");

        assertEquals("the old ship sailed", consensus.text());
        assertEquals(
                List.of(0.75, 0.75, 1.0, 0.75),
                consensus.tokens().stream().map(token -> token.agreement()).toList());
    }

    @Test
    void whatMostLeaveOutIsLeftOut() {
        assertEquals(
                "wind NW fresh",
                words("wind NW fresh", "wind NW fresh breeze", "wind NW fresh", "wind NW fresh")
                        .text());
    }

    @Test
    void caseAndApostrophesDoNotDivideVotesAndTheCommonFormIsWritten() {
        assertEquals(
                "It isn't Rain.",
                words("It isn\u2019t rain.", "it isn't Rain.", "It isn't Rain.").text());
    }

    @Test
    void weightsDecideAgainstTheMany() {
        var read = read("five", "nine", "nine");

        assertEquals(
                "five",
                new TextReducer(Unit.WORDS, Map.of("user:0", 5.0))
                        .consensus(read)
                        .text());
    }

    @Test
    void charactersAreVotedOnWithTheirAccents() {
        // ά as one character and as α with a combining accent.
        var consensus = new TextReducer(Unit.CHARACTERS, Map.of())
                .consensus(read("μ\u03ac\u03b8\u03b5", "μ\u03b1\u0301\u03b8\u03b5", "μά\u03b8ε  x", "μα\u03b8"));

        assertEquals("μάθε", consensus.text());
    }

    @Test
    void blankTextsAreNoReading() {
        var consensus = words("", "  ", "a b");

        assertEquals("a b", consensus.text());
        assertEquals(1, consensus.transcriptions().size());
        assertEquals("", words("", " ").text());
        assertEquals(Map.of(), words(" ").columns());
    }

    @Test
    void oneTranscriptionIsItsOwnConsensus() {
        var consensus = words("all hands, on deck!");

        assertEquals("all hands, on deck!", consensus.text());
        assertEquals(1.0, consensus.agreement());
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void theOrderOfTranscriptionsDoesNotMatter(Unit unit) {
        var random = new Random(4);
        for (int round = 0; round < 60; round++) {
            var texts = new ArrayList<Transcription>();
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                texts.add(new Transcription("user:" + i, scribbled("one two three four five", random)));
            }
            var reducer = new TextReducer(unit, Map.of("user:1", 0.5, "user:2", 2.0));
            var expected = reducer.consensus(texts);
            Collections.shuffle(texts, random);
            assertEquals(expected.tokens(), reducer.consensus(texts).tokens(), texts.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void everyTokenStandsInTheAlignmentInItsOrder(Unit unit) {
        var random = new Random(5);
        for (int round = 0; round < 60; round++) {
            var texts = read(
                    scribbled("to be or not to be", random),
                    scribbled("to be or not to be", random),
                    scribbled("that is the question", random));
            var consensus = new TextReducer(unit, Map.of()).consensus(texts);
            for (int t = 0; t < consensus.transcriptions().size(); t++) {
                int text = t;
                var laid = consensus.alignment().written().stream()
                        .map(column -> column.get(text))
                        .filter(token -> !token.isEmpty())
                        .toList();
                assertEquals(
                        unit.tokens(consensus.transcriptions().get(t).text()).stream()
                                .map(Token::written)
                                .toList(),
                        laid);
            }
        }
    }

    @Test
    void tooMuchTextIsRefused() {
        var long1 = "a b ".repeat(200_000);

        var refused = assertThrows(TextTooLongException.class, () -> words(long1, long1));

        assertTrue(refused.getMessage().contains("800,000"), refused.getMessage());
    }

    /// Some letters changed, left out or doubled.
    private static String scribbled(String text, Random random) {
        var scribbled = new StringBuilder();
        for (char letter : text.toCharArray()) {
            switch (random.nextInt(14)) {
                case 0 -> {}
                case 1 -> scribbled.append(letter).append(letter);
                case 2 -> scribbled.append((char) ('a' + random.nextInt(26)));
                case 3 -> scribbled.append(Character.toUpperCase(letter));
                default -> scribbled.append(letter);
            }
        }
        return scribbled.toString();
    }
}

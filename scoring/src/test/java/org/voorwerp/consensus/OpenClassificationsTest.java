package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.consensus.Recipe.Reading;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.holdout.Holdout;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

@NullUnmarked
class OpenClassificationsTest {

    private static final Texts TEXTS = new Texts("text", 1000);
    private static final Values VALUES = new Values(List.of(new NumberColumn("brightness", 0, 10)));

    @TempDir
    Path folder;

    private static Recipe recipe(Reading reading, String reducer, Map<String, Object> parameters) {
        var plain = Recipe.of(7, "T0");
        return new Recipe(
                plain.rows(),
                plain.task(),
                reading,
                Map.of(),
                Reducer.of(reducer, parameters),
                plain.repeats(),
                plain.minimumVotes(),
                plain.ties());
    }

    private static Recipe texts() {
        return recipe(Reading.TEXT, "rover", Map.of());
    }

    private Crowd crowd(Export export, Recipe recipe) throws IOException {
        return gathered(export, recipe).crowd();
    }

    private Gathered gathered(Export export, Recipe recipe) throws IOException {
        return new OpenClassifications(export.to(folder), recipe)
                .gather(recipe.reading() == Reading.TEXT ? TEXTS : VALUES);
    }

    private static Export transcriptions() {
        return new Export()
                .row("ada", "1", "the quick brown fox")
                .row("bob", "1", "the quick brown fix")
                .row("cid", "1", " the quik brown fox ")
                .row("ada", "2", "alpha")
                .row("bob", "2", "omega")
                .row("ada", "2", "alpha again")
                .row("cid", "2", "   ");
    }

    private static Export sliders(String... values) {
        var export = new Export();
        for (int i = 0; i < values.length; i++) {
            export.row("v" + i, "1", "", "annotations", Export.annotation("T0", values[i]));
        }
        return export;
    }

    private double number(String reducer, String... values) throws IOException {
        var consensus = crowd(sliders(values), recipe(Reading.SLIDER, reducer, Map.of()))
                .consensus();
        return assertInstanceOf(ValueAnswers.class, consensus.answers()).values()[0][0];
    }

    @Test
    void theCrowdTellsHowFarItAgrees() throws IOException {
        var texts = crowd(transcriptions(), texts()).openAgreement();
        // Of subject 1 two pairs have three of four words in common and one has two, of subject 2 no word is.
        assertEquals((0.25 + 0.25 + 0.5 + 2 * 1) / 5, texts.observed(), 1e-12);
        var numbers = crowd(sliders("1", "2", "4"), recipe(Reading.SLIDER, "median", Map.of()))
                .openAgreement();
        assertEquals((1 + 4 + 9) / 3.0, numbers.observed(), 1e-12);
        assertEquals(0, numbers.krippendorffAlpha(), 1e-12);
    }

    @Test
    void whatMostHaveWrittenIsTheText() throws IOException {
        var gathered = gathered(transcriptions(), texts());

        var consensus = gathered.crowd().consensus();
        assertEquals(List.of("1", "2"), consensus.subjects());
        assertEquals(
                "the quick brown fox",
                assertInstanceOf(TextAnswers.class, consensus.answers()).texts().getFirst());
        assertArrayEquals(new int[] {3, 2}, consensus.votes());
        assertEquals(3, gathered.volunteers());
        assertEquals(
                new Rows(7, 5, Map.of("no answer to the task", 1L, "a repeat by the same volunteer", 1L)),
                Rows.of(gathered.rows()));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() throws IOException {
        var consensus = crowd(transcriptions(), texts()).consensus();
        for (int seed = 0; seed < 10; seed++) {
            assertEquals(
                    consensus.answers(),
                    crowd(transcriptions().shuffled(seed), texts()).consensus().answers());
        }
    }

    @Test
    void ofRepeatsTheLastCountsIfTheRecipeSaysSo() throws IOException {
        var one = new Export().row("ada", "1", "first").row("ada", "1", "second");
        assertEquals(
                new TextAnswers(List.of("second")),
                crowd(one, texts().withRepeats(Repeats.LAST)).consensus().answers());
    }

    @Test
    void charactersAreVotedOnWhereWordsNeverAgree() throws IOException {
        var export =
                new Export().row("ada", "1", "ΑΛΦΑ").row("bob", "1", "ΑΛΘΑ").row("cid", "1", "ΔΛΦΑ");
        var byCharacters = recipe(Reading.TEXT, "rover", Map.of("unit", "characters"));
        assertEquals(
                new TextAnswers(List.of("ΑΛΦΑ")),
                crowd(export, byCharacters).consensus().answers());
    }

    @Test
    void aSubjectOnWhichNobodyAgreesInASingleWordIsTied() throws IOException {
        var export = new Export();
        for (int v = 0; v < 9; v++) {
            export.row("v" + v, "1", "word" + v + " " + "x".repeat(v));
        }
        var consensus = crowd(export, recipe(Reading.TEXT, "rover", Map.of("unit", "spaced")))
                .consensus();
        var text =
                assertInstanceOf(TextAnswers.class, consensus.answers()).texts().getFirst();
        assertEquals(text.isEmpty(), consensus.tied()[0]);
    }

    /// Front ends wrote numbers, or texts of them.
    @Test
    void theMedianOrTheMeanOfASliderIsTheValue() throws IOException {
        assertEquals(3, number("median", "3", "\"1\"", "\"9.5\""));
        assertEquals(4.5, number("mean", "3", "\"1\"", "\"9.5\""));
        assertEquals(2, number("median", "3", "\"1\"", "null", "\"bright\""));
    }

    @Test
    void oneVolunteersAnswerIsHeldBackAndDoesNotCount() throws IOException {
        var texts = crowd(transcriptions(), texts());
        var held = texts.holdBack(new int[] {0}, 5);
        var drawn = assertInstanceOf(TextAnswers.class, held.votes()).texts();
        assertTrue(drawn.getFirst().contains("brown"), drawn::getFirst);
        assertEquals("", drawn.get(1));
        assertArrayEquals(new int[] {2, 2}, held.rest().votes());

        var values = crowd(sliders("1", "1", "7"), recipe(Reading.SLIDER, "mean", Map.of()));
        var heldValue = values.holdBack(new int[] {0}, 5);
        double one = assertInstanceOf(ValueAnswers.class, heldValue.votes()).values()[0][0];
        double rest =
                assertInstanceOf(ValueAnswers.class, heldValue.rest().answers()).values()[0][0];
        assertEquals(9, one + 2 * rest, 1e-12);
    }

    @Test
    void itServesTheHoldOut() throws IOException {
        var export = new Export();
        for (int i = 0; i < 40; i++) {
            for (int v = 0; v < 3; v++) {
                export.row("v" + v, "s" + i, "line number " + i);
            }
        }
        var source = new OpenClassifications(export.to(folder), texts());
        var subjects = Subjects.of(source, TEXTS, new Holdout(0.5, 0.5, 1), null, true, new byte[32]);
        assertEquals(40, subjects.train().size() + subjects.test().size());
        assertInstanceOf(TextAnswers.class, subjects.heldBack());
        var json = new JsonMapper().valueToTree(subjects.report());
        assertEquals("rover", json.at("/source/recipe/reducer/name").asText());
        assertEquals("words", json.at("/source/recipe/reducer/parameters/unit").asText());
        assertEquals("text", json.at("/source/recipe/reading").asText());
    }

    @Test
    void whatDoesNotFitIsSaid() throws IOException {
        var kinds = new ArrayList<String>();
        for (var reading : List.of(Reading.TEXT, Reading.SLIDER)) {
            var recipe = recipe(reading, reading.standard(), Map.of());
            var source = new OpenClassifications(transcriptions().to(folder), recipe);
            var refused =
                    assertThrows(ConsensusException.class, () -> source.gather(new Labels("label", List.of("a", "b"))));
            kinds.add(refused.findings().getFirst().message());
        }
        assertEquals(
                List.of(
                        "what volunteers wrote is the truth of a task of texts, and of no other",
                        "what volunteers set with a slider is the truth of a task of values with one column, and of no"
                                + " other"),
                kinds);
        assertThrows(IllegalArgumentException.class, () -> recipe(Reading.TEXT, "median", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> recipe(Reading.SLIDER, "plurality", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> recipe(Reading.QUESTION, "rover", Map.of()));
        assertThrows(IllegalArgumentException.class, () -> recipe(Reading.TEXT, "rover", Map.of("unit", "syllables")));
        var none = assertThrows(ConsensusException.class, () -> number("median", "null", "\"bright\""));
        assertTrue(none.getMessage().contains("no answer is left"), none::getMessage);
    }

    @Test
    void aSubjectWithMoreThanIsAlignedIsNamed() throws IOException {
        var long1 = "a ".repeat(40_000);
        var export = new Export();
        for (int v = 0; v < 9; v++) {
            export.row("v" + v, "77", v + long1 + v);
        }
        var crowd = crowd(export, texts());
        var refused = assertThrows(ConsensusException.class, crowd::consensus);
        assertTrue(refused.getMessage().contains("subject 77: 9 transcriptions"), refused::getMessage);
    }

    @Test
    void aRecipeIsReadBackFromItsJson() throws IOException {
        var json = new JsonMapper();
        for (var recipe : List.of(
                recipe(Reading.TEXT, "rover", Map.of("weights", "reliability")),
                recipe(Reading.SLIDER, "mean", Map.of()),
                Recipe.of(7, "T0"))) {
            assertEquals(recipe, json.readValue(json.writeValueAsString(recipe), Recipe.class));
        }
    }
}

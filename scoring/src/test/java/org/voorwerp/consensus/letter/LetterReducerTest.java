package org.voorwerp.consensus.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voorwerp.consensus.extract.AncientLives;

@NullUnmarked
class LetterReducerTest {

    private final LetterReducer reducer = new LetterReducer(LetterRecipe.defaults());

    @ParameterizedTest
    @CsvSource({
        "1, 10, 20, 2, 0.2, 0.98",
        "2, 10, 20, 3, 0.3, 0.95",
        "3, 6, 24, 3, 0.2, 0.95",
        "4, 20, 18, 3, 0.3, 0.95"
    })
    void lettersOfASimulatedFragmentAreFoundAgain(
            long seed, int volunteers, double pitch, double jitter, double mistaken, double least) {
        var fragment = SimulatedFragment.of(seed, volunteers, pitch, jitter, mistaken);

        var found = reducer.reduce(fragment.clicks());

        double f1 = f1(fragment.letters(), found);
        assertTrue(f1 >= least, "F1 " + f1 + " of " + found.size() + " letters");
    }

    @Test
    void manyVolunteersFindMoreThanFew() {
        double few = 0;
        double many = 0;
        for (int seed = 10; seed < 20; seed++) {
            var fragment = SimulatedFragment.of(seed, 12, 18, 3.5, 0.4);
            var firstFour = fragment.clicks().stream()
                    .filter(click -> Integer.parseInt(click.volunteer().substring(5)) < 4)
                    .toList();
            few += f1(fragment.letters(), reducer.reduce(firstFour)) / 10;
            many += f1(fragment.letters(), reducer.reduce(fragment.clicks())) / 10;
        }

        assertTrue(many > few + 0.05, many + " with twelve, " + few + " with four");
    }

    @Test
    void theOrderOfClicksDoesNotMatter() {
        var clicks = new ArrayList<>(SimulatedFragment.of(5, 9, 18, 3, 0.3).clicks());
        var expected = reducer.reduce(clicks);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(clicks, new Random(seed));
            assertEquals(expected, reducer.reduce(clicks));
        }
    }

    @Test
    void oneVolunteerIsOneWitnessHoweverOftenTheyClick() {
        var clicks = new ArrayList<Click>();
        for (int i = 0; i < 5; i++) {
            clicks.add(new Click("user:1", 10 + i * 0.1, 10, "Α"));
        }
        clicks.add(new Click("user:2", 10, 10, "Α"));

        assertEquals(List.of(), reducer.reduce(clicks));
    }

    @Test
    void votesAreCountedAndTiesAreTold() {
        var letter = reducer.reduce(List.of(
                        new Click("user:1", 0, 0, "Ν"),
                        new Click("user:2", 3, 0, "Ν"),
                        new Click("user:3", 0, 3, "Η"),
                        new Click("user:4", 3, 3, "Η"),
                        new Click("user:5", 90, 90, "Ο")))
                .getFirst();

        assertEquals(List.of("Η", "Ν"), letter.tied());
        assertEquals(4, letter.volunteers());
        assertEquals(0.8, letter.share());
        assertEquals(1.5, letter.x());
        // Each click lies √4.5 from the mean: √(4 · 4.5 / 3).
        assertEquals(Math.sqrt(6), letter.spread(), 1e-12);
        assertEquals(0.5, letter.agreement());
    }

    @Test
    void clicksInOnePlaceDoNotTakeForever() {
        var clicks = new ArrayList<Click>();
        for (int i = 0; i < 5_000; i++) {
            clicks.add(new Click("user:" + i % 7, i % 3, i % 5, "Α"));
        }

        assertTrue(reducer.reduce(clicks).stream().allMatch(letter -> letter.volunteers() == 7));
        var tooMany = Collections.nCopies(20_001, clicks.getFirst());
        assertThrows(IllegalArgumentException.class, () -> reducer.reduce(tooMany));
    }

    @Test
    void clicksOfAnExportBecomeLetters(@TempDir Path folder) throws IOException {
        var file = folder.resolve("clicks.csv");
        Files.writeString(file, """
                id,user_id,fragment_id,transcription_id,x,y,character,diacritic,custom,created_at,updated_at,temp_id
                7,1,88200,6,146,111,Ν,,0,2011-07-23 22:01:19,2011-07-23 22:01:19,TMP1311458476883
                13,2,88200,7,147,112,Ν,,0,2011-07-23 23:25:32,2011-07-23 23:25:32,TMP1311463524759
                14,3,88200,9,145,110,Η,,0,2011-07-23 23:25:32,2011-07-23 23:25:32,TMP2
                """);
        var fragments = new HashMap<String, List<Click>>();

        AncientLives.read(
                file,
                marks -> fragments
                        .computeIfAbsent(marks.subject(), _ -> new ArrayList<>())
                        .addAll(Click.of(marks)));

        var letter = reducer.reduce(fragments.get("88200")).getFirst();
        assertEquals("Ν", letter.character());
        assertEquals(Map.of("Ν", 2, "Η", 1), letter.votes());
        assertEquals(146, letter.x(), 1e-12);
    }

    /// A letter counts as found if one with its character lies within 6 pixels, each taken once.
    private static double f1(List<SimulatedFragment.True> letters, List<Letter> found) {
        var used = new HashSet<Letter>();
        int hits = 0;
        for (var letter : letters) {
            var hit = found.stream()
                    .filter(f -> !used.contains(f) && f.character().equals(letter.character()))
                    .filter(f -> Math.hypot(f.x() - letter.x(), f.y() - letter.y()) < 6)
                    .findFirst();
            if (hit.isPresent()) {
                used.add(hit.get());
                hits++;
            }
        }
        return 2.0 * hits / (letters.size() + found.size());
    }
}

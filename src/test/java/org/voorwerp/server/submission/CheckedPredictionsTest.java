package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Values;

class CheckedPredictionsTest {

    private static final UUID CHALLENGE = UUID.randomUUID();
    private static final TaskKind KIND = new Values(List.of(new NumberColumn("p")));
    private static final SubjectIndex SUBJECTS = SubjectIndex.of(List.of("a", "b"));

    /// Room for three predictions of two numbers.
    private final CheckedPredictions checked = new CheckedPredictions(48);

    private static Predictions numbers(double first) {
        return new Predictions(List.of(new NumberCells(new double[] {first, 0})));
    }

    private void put(String blob, Predictions predictions) {
        checked.put(CHALLENGE, blob, KIND, SUBJECTS, predictions);
    }

    private Optional<Predictions> take(String blob) {
        return checked.take(CHALLENGE, blob, KIND, SUBJECTS);
    }

    @Test
    void whatWasKeptIsTakenOnce() {
        var predictions = numbers(1);
        put("x", predictions);
        assertEquals(Optional.of(predictions), take("x"));
        assertTrue(take("x").isEmpty());
    }

    @Test
    void theOldestGoWhereThereIsNoRoom() {
        for (int i = 0; i < 5; i++) {
            put("x" + i, numbers(i));
        }
        assertTrue(take("x0").isEmpty());
        assertTrue(take("x1").isEmpty());
        assertTrue(take("x2").isPresent());
        assertTrue(take("x3").isPresent());
        assertTrue(take("x4").isPresent());
    }

    @Test
    void whatHasNoRoomAtAllDrivesNothingOut() {
        put("x", numbers(1));
        put("large", new Predictions(List.of(new NumberCells(new double[7]))));
        assertTrue(take("large").isEmpty());
        assertTrue(take("x").isPresent());
    }

    @Test
    void textsNeedRoomForTheirCharacters() {
        put("text", new Predictions(List.of(new TextCells(List.of("short", "")))));
        assertTrue(take("text").isEmpty(), "an object takes more than the 48 bytes there are");
    }

    @Test
    void theSameFileTwiceTakesRoomOnce() {
        for (int i = 0; i < 10; i++) {
            put("x", numbers(i));
        }
        put("y", numbers(1));
        put("z", numbers(2));
        assertTrue(take("x").isPresent());
        assertTrue(take("y").isPresent());
        assertTrue(take("z").isPresent());
    }

    @Test
    void whatWasReadForOtherSubjectsOrAnotherTaskIsNotTaken() {
        put("x", numbers(1));
        assertTrue(checked.take(CHALLENGE, "x", KIND, SubjectIndex.of(List.of("b", "a")))
                .isEmpty());
        put("x", numbers(1));
        assertTrue(checked.take(CHALLENGE, "x", new Labels("p", List.of("y", "n")), SUBJECTS)
                .isEmpty());
        put("x", numbers(1));
        assertTrue(checked.take(UUID.randomUUID(), "x", KIND, SUBJECTS).isEmpty());
        put("x", numbers(1));
        assertTrue(checked.take(CHALLENGE, "x", KIND, SubjectIndex.of(List.of("a", "b")))
                .isPresent());
    }

    @Test
    void whatNobodyWillScoreIsForgotten() {
        put("x", numbers(1));
        checked.forget(CHALLENGE, "x");
        assertTrue(take("x").isEmpty());
    }
}

package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstLinesTest {

    @Test
    void everySubjectHasTheLineInWhichItWasMetFirst() {
        var random = new Random(11);
        for (int draw = 0; draw < 300; draw++) {
            int subjects = random.nextInt(1, 400);
            // From lines that all follow one another to lines of which none does.
            double empty = random.nextInt(4) / 3.0;
            var lines = new FirstLines(subjects);
            var expected = new HashMap<Integer, Long>();
            long line = 2;
            for (int row = 0; row < 2 * subjects; row++) {
                int subject = random.nextInt(subjects);
                assertEquals(expected.putIfAbsent(subject, line) == null, lines.meet(subject, line));
                line += random.nextDouble() < empty ? random.nextInt(2, 5) : 1;
            }
            for (int subject = 0; subject < subjects; subject++) {
                assertEquals(expected.containsKey(subject), lines.isMet(subject));
            }
            expected.forEach((subject, first) -> assertEquals(first, lines.line(subject)));
        }
    }
}

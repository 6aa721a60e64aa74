package org.voorwerp.server.evaluation.paired;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Weights;

class SubjectScoresTest {

    private static Estimate estimate(long seed, int subjects, boolean weighted) {
        var random = new Random(seed);
        var values = random.doubles(subjects).toArray();
        return Estimate.mean(
                values, new Weights(weighted ? random.doubles(subjects).toArray() : null, subjects));
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        var scores =
                new SubjectScores(Map.of(Part.PUBLIC, estimate(1, 1000, false), Part.PRIVATE, estimate(2, 500, true)));
        var read = SubjectScores.read(new ByteArrayInputStream(written(scores)));
        for (var part : new Part[] {Part.PUBLIC, Part.PRIVATE}) {
            var before = scores.of(part).orElseThrow();
            var after = read.of(part).orElseThrow();
            assertEquals(before.value(), after.value());
            assertArrayEquals(before.influence(), after.influence());
            assertArrayEquals(before.weights().given(), after.weights().given());
            assertEquals(before.standardError(), after.standardError());
        }
        assertTrue(read.of(Part.IGNORED).isEmpty());
    }

    @Test
    void aShareTakesLittleRoom() throws IOException {
        var right = new Random(3).doubles(10_000).map(v -> v < 0.8 ? 1 : 0).toArray();
        var scores = new SubjectScores(Map.of(Part.PUBLIC, Estimate.mean(right, new Weights(null, right.length))));
        int bytes = written(scores).length;
        assertTrue(bytes < 4000, () -> bytes + " bytes for 10,000 subjects that are right or wrong");
    }

    @Test
    void aTruncatedFileIsAnError() throws IOException {
        var bytes = written(new SubjectScores(Map.of(Part.PUBLIC, estimate(1, 1000, false))));
        var half = Arrays.copyOf(bytes, bytes.length / 2);
        assertThrows(IOException.class, () -> SubjectScores.read(new ByteArrayInputStream(half)));
    }

    private static byte[] written(SubjectScores scores) throws IOException {
        var out = new ByteArrayOutputStream();
        scores.write(out);
        return out.toByteArray();
    }
}

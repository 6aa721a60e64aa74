package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Truth.ClassAnswers;

@NullUnmarked
class VotesTest {

    private static final List<String> CLASSES = List.of("A", "B", "C");

    private static Votes votes(Repeats policy, Extract... extracts) {
        var builder = new VotesBuilder();
        for (var extract : extracts) {
            builder.add(extract);
        }
        return builder.build(CLASSES, policy);
    }

    private static Extract vote(String subject, String volunteer, String answer, long time) {
        return new Extract(subject, volunteer, answer, time, -1, 0);
    }

    private static int[] counts(Votes votes, int subject) {
        return Arrays.stream(votes.counts())
                .mapToInt(ofClass -> ofClass[subject])
                .toArray();
    }

    @Test
    void repeatsCountAsTheRecipeSays() {
        var extracts = new Extract[] {
            vote("s", "v", "B", 20), vote("s", "v", "A", 10), vote("s", "v", "C", 30), vote("s", "w", "A", 5)
        };

        assertArrayEquals(new int[] {2, 0, 0}, counts(votes(Repeats.FIRST, extracts), 0));
        assertArrayEquals(new int[] {1, 0, 1}, counts(votes(Repeats.LAST, extracts), 0));
        assertArrayEquals(new int[] {2, 1, 1}, counts(votes(Repeats.ALL, extracts), 0));
        assertEquals(2, votes(Repeats.ALL, extracts).volunteersOf(0));
    }

    @Test
    void oneClassificationStandingTwiceIsOneEvenIfRepeatsCount() {
        var builder = new VotesBuilder();
        builder.add(new Extract("s", "v", "A", 10, 77, 2));
        builder.add(new Extract("s", "v", "A", 10, 77, 9));
        builder.add(new Extract("s", "v", "A", 10, 78, 10));

        assertEquals(2, builder.build(CLASSES, Repeats.ALL).size());
        assertEquals(1, builder.duplicates());
    }

    @Test
    void withoutTimesTheOrderOfTheFileDecides() {
        var first = vote("s", "v", "B", Long.MIN_VALUE);
        var second = vote("s", "v", "A", Long.MIN_VALUE);

        assertArrayEquals(new int[] {0, 1, 0}, counts(votes(Repeats.FIRST, first, second), 0));
        assertArrayEquals(new int[] {1, 0, 0}, counts(votes(Repeats.LAST, first, second), 0));
    }

    @ParameterizedTest
    @EnumSource(Repeats.class)
    void theOrderOfRowsDoesNotMatter(Repeats policy) {
        var random = new Random(1);
        var extracts = new ArrayList<Extract>();
        for (int i = 0; i < 5000; i++) {
            extracts.add(new Extract(
                    "s" + random.nextInt(300),
                    "v" + random.nextInt(20),
                    CLASSES.get(random.nextInt(3)),
                    random.nextInt(50),
                    i,
                    i));
        }
        var expected = votes(policy, extracts.toArray(Extract[]::new));
        for (int shuffle = 0; shuffle < 5; shuffle++) {
            Collections.shuffle(extracts, random);
            var actual = votes(policy, extracts.toArray(Extract[]::new));
            assertEquals(expected.subjects(), actual.subjects());
            assertEquals(expected.volunteers(), actual.volunteers());
            assertEquals(expected.size(), actual.size());
            for (int vote = 0; vote < expected.size(); vote++) {
                assertEquals(expected.answer(vote), actual.answer(vote));
                assertEquals(expected.volunteer(vote), actual.volunteer(vote));
            }
        }
    }

    @Test
    void pluralityGivesFractionsThatAddUpToOneAndSaysTies() {
        var consensus = new Plurality()
                .reduce(votes(
                        Repeats.FIRST,
                        vote("clear", "u", "B", 0),
                        vote("clear", "v", "B", 0),
                        vote("clear", "w", "A", 0),
                        vote("tied", "u", "C", 0),
                        vote("tied", "v", "B", 0),
                        vote("three", "u", "A", 0),
                        vote("three", "v", "C", 0),
                        vote("three", "w", "C", 0)));

        var answers = (ClassAnswers) consensus.answers();
        assertEquals(List.of("clear", "three", "tied"), consensus.subjects());
        assertArrayEquals(new int[] {1, 2, 1}, answers.labels());
        assertFalse(consensus.tied()[0] || consensus.tied()[1]);
        assertTrue(consensus.tied()[2]);
        double[][] fractions = answers.fractions();
        for (int i = 0; i < 3; i++) {
            assertEquals(1, fractions[0][i] + fractions[1][i] + fractions[2][i], 1e-15);
        }
        // −(1/3) log2(1/3) − (2/3) log2(2/3) = 0.9183; one against one is one bit.
        assertEquals(0.9182958340544896, Consensus.entropy(fractions, 0), 1e-12);
        assertEquals(1, Consensus.entropy(fractions, 2), 1e-12);
    }
}

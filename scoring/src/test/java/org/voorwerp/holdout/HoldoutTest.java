package org.voorwerp.holdout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.scoring.Part;

@NullUnmarked
class HoldoutTest {

    /// Between 5 and 60 groups of 1 to 40 subjects, mixed.
    private static List<String> groups(Random random) {
        var groups = new ArrayList<String>();
        int count = 5 + random.nextInt(56);
        for (int g = 0; g < count; g++) {
            groups.addAll(Collections.nCopies(1 + random.nextInt(40), "group " + g));
        }
        Collections.shuffle(groups, random);
        return groups;
    }

    @RepeatedTest(200)
    void groupsStayTogetherAndSharesAreMetWithinHalfAGroup(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var groups = groups(random);
        double fraction = 0.2 + 0.6 * random.nextDouble();
        double share = 0.2 + 0.6 * random.nextDouble();
        Split split;
        try {
            split = new Holdout(fraction, share, random.nextLong()).split(groups);
        } catch (ConsensusException e) {
            // Few and uneven groups may leave no way; the message says so.
            assertTrue(e.findings().getFirst().message().contains("no way to split"));
            return;
        }

        var side = new HashMap<String, String>();
        IntStream.of(split.train()).forEach(i -> assertSame(side, groups.get(i), "train"));
        for (int i = 0; i < split.test().length; i++) {
            assertSame(side, groups.get(split.test()[i]), split.parts()[i].word());
        }
        assertEquals(groups.size(), split.train().length + split.test().length);
        int largest = new HashSet<>(groups)
                .stream()
                        .mapToInt(group -> Collections.frequency(groups, group))
                        .max()
                        .orElseThrow();
        assertTrue(Math.abs(split.test().length - fraction * groups.size()) <= largest / 2.0);
        long open =
                Arrays.stream(split.parts()).filter(part -> part == Part.PUBLIC).count();
        assertTrue(Math.abs(open - share * split.test().length) <= largest / 2.0);
    }

    private static void assertSame(HashMap<String, String> sides, String group, String side) {
        assertEquals(sides.computeIfAbsent(group, _ -> side), side, group + " is split");
    }

    @Test
    void theOrderOfSubjectsDoesNotMatter() {
        var random = new Random(4);
        var subjects =
                new ArrayList<>(IntStream.range(0, 500).mapToObj(i -> "s" + i).toList());
        var holdout = new Holdout(0.3, 0.5, 2011);
        var first = held(subjects, holdout);
        Collections.shuffle(subjects, random);

        assertEquals(first, held(subjects, holdout));
    }

    private static HashMap<String, Part> held(List<String> subjects, Holdout holdout) {
        var split = holdout.split(subjects);
        var held = new HashMap<String, Part>();
        for (int i = 0; i < split.test().length; i++) {
            held.put(subjects.get(split.test()[i]), split.parts()[i]);
        }
        return held;
    }

    @Test
    void withoutGroupsSharesAreMetToTheSubject() {
        var subjects = IntStream.range(0, 1000).mapToObj(i -> "s" + i).toList();
        var split = new Holdout(0.33, 0.3, 1).split(subjects);

        assertEquals(330, split.test().length);
        assertEquals(
                99,
                Arrays.stream(split.parts()).filter(part -> part == Part.PUBLIC).count());
    }

    @Test
    void everySubjectIsEquallyLikelyToBeHeldOut() {
        var subjects = IntStream.range(0, 50).mapToObj(i -> "s" + i).toList();
        var held = new int[50];
        for (int seed = 0; seed < 2000; seed++) {
            for (int i : new Holdout(0.4, 0.5, seed).split(subjects).test()) {
                held[i]++;
            }
        }
        // 800 expected, standard deviation √(2000 · 0.4 · 0.6) = 22.
        for (int count : held) {
            assertTrue(Math.abs(count - 800) < 110, count + " of 2000");
        }
    }

    @Test
    void allMayBeHeldOutAndAllMayBePublic() {
        var split = new Holdout(1, 1, 1).split(List.of("a", "b"));

        assertEquals(0, split.train().length);
        assertArrayEquals(new Part[] {Part.PUBLIC, Part.PUBLIC}, split.parts());
    }

    @Test
    void aSplitThatLeavesASideEmptyIsRefused() {
        var thrown = assertThrows(
                ConsensusException.class, () -> new Holdout(0.3, 0.5, 1).split(Collections.nCopies(10, "plate")));

        assertEquals(
                "there is no way to split 10 subjects in 1 group into train and test with a share of 0.3: the largest"
                        + " group has 10 subjects",
                thrown.findings().getFirst().toString());
    }
}

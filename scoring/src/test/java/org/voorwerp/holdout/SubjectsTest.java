package org.voorwerp.holdout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.consensus.Classifications;
import org.voorwerp.consensus.Export;
import org.voorwerp.consensus.Recipe;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.Truth.ClassAnswers;

@NullUnmarked
class SubjectsTest {

    private static final byte[] SECRET = "sixteen bytes or more".getBytes(StandardCharsets.UTF_8);
    private static final Probabilities KIND = new Probabilities("p_", List.of("spiral", "elliptical", "merger"));
    private static final Holdout HOLDOUT = new Holdout(0.3, 0.5, 2011);

    @TempDir
    Path folder;

    /// 200 subjects in 20 groups of ten; seven volunteers who mostly see what is there.
    private static Export crowd() {
        var random = new Random(7);
        var export = new Export();
        for (int subject = 0; subject < 200; subject++) {
            int there = random.nextInt(3);
            for (int volunteer = 0; volunteer < 7; volunteer++) {
                int seen = random.nextDouble() < 0.7 ? there : random.nextInt(3);
                export.row(
                        "volunteer_" + volunteer,
                        Integer.toString(5000 + subject),
                        KIND.classes().get(seen));
            }
        }
        return export;
    }

    private static Map<String, String> groups() {
        var groups = new HashMap<String, String>();
        for (int subject = 0; subject < 200; subject++) {
            groups.put(Integer.toString(5000 + subject), "plate " + subject / 10);
        }
        return groups;
    }

    private Subjects of(Export export, Holdout holdout) throws Exception {
        var source = new Classifications(export.to(folder), Recipe.of(7, "T0"));
        return Subjects.of(source, KIND, holdout, groups(), true, SECRET);
    }

    @Test
    void noGroupIsOnTwoSides() throws Exception {
        var subjects = of(crowd(), HOLDOUT);

        var train = new HashSet<>(subjects.train().groups());
        var open = new HashSet<String>();
        var closed = new HashSet<String>();
        for (int i = 0; i < subjects.parts().length; i++) {
            var side = switch (subjects.parts()[i]) {
                case PUBLIC -> open;
                case PRIVATE -> closed;
                case IGNORED -> throw new AssertionError("nothing is ignored here");
            };
            side.add(subjects.test().groups().get(i));
        }
        assertEquals(20, train.size() + open.size() + closed.size());
        assertEquals(new HashSet<>(groups().values()), union(train, open, closed));
    }

    @SafeVarargs
    private static HashSet<String> union(HashSet<String>... sets) {
        var all = new HashSet<String>();
        for (var set : sets) {
            all.addAll(set);
        }
        return all;
    }

    @Test
    void anotherOrderOfTheFileChangesNothing() throws Exception {
        var first = of(crowd(), HOLDOUT);
        var second = of(crowd().shuffled(3), HOLDOUT);

        assertEquals(first.train().ids(), second.train().ids());
        assertEquals(first.test().upstream(), second.test().upstream());
        assertArrayEquals(first.parts(), second.parts());
        assertArrayEquals(labels(first), labels(second));
        assertArrayEquals(((ClassAnswers) first.heldBack()).labels(), ((ClassAnswers) second.heldBack()).labels());
    }

    private static int[] labels(Subjects subjects) {
        return ((ClassAnswers) subjects.truth().answers()).labels();
    }

    @Test
    void anotherSeedGivesAnotherSplit() throws Exception {
        assertFalse(of(crowd(), HOLDOUT)
                .test()
                .ids()
                .equals(of(crowd(), new Holdout(0.3, 0.5, 2012)).test().ids()));
    }

    @Test
    void theVoteHeldBackIsNotInTheTruth() throws Exception {
        var subjects = of(crowd(), HOLDOUT);

        // Seven votes were given, six are behind each truth; the train set keeps all.
        assertTrue(subjects.test().size() > 40);
        for (int votes : subjects.truth().votes()) {
            assertEquals(6, votes);
        }
        for (int votes : subjects.train().votes()) {
            assertEquals(7, votes);
        }
    }

    @Test
    void theReportAddsUpAndIsJson() throws Exception {
        var subjects = of(crowd(), HOLDOUT);
        var report = subjects.report();

        int left =
                report.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        assertEquals(200, report.subjects() + left);
        assertEquals(
                report.subjects(),
                report.classBalance().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertEquals(1400, report.rows().used());
        assertEquals(7, report.volunteers());
        var json = new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(report));
        assertEquals("plurality", json.at("/source/recipe/reducer/name").asText());
        assertEquals(3, json.at("/sides").size());
        assertFalse(json.toString().contains("2011"), "the seed is nobody's business");
        assertFalse(json.toString().contains(folder.toString()), "nor is where the file lies");
        assertNotNull(report.agreement());
    }

    @Test
    void theOrderOfPublishedRowsIsTheOrderOfTheirIds() throws Exception {
        var subjects = of(crowd(), HOLDOUT);

        var sorted = new ArrayList<>(subjects.test().ids());
        sorted.sort(null);
        assertEquals(sorted, subjects.test().ids());
        assertEquals(sorted, subjects.truth().subjects().ids());
        assertTrue(sorted.stream().allMatch(id -> id.matches("[a-z2-7]{16}")));
    }
}

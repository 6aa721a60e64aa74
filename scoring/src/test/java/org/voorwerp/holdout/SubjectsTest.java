package org.voorwerp.holdout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.consensus.Classifications;
import org.voorwerp.consensus.Export;
import org.voorwerp.consensus.RealData;
import org.voorwerp.consensus.Recipe;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.Solution;
import org.voorwerp.consensus.VoteTable;
import org.voorwerp.consensus.VoteTable.Plain;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Values;

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
        assertEquals("by-name", json.at("/source/recipe/rows/anonymous").asText());
        assertEquals(64, json.at("/source/inputs/0/sha256").asText().length());
        assertEquals(3, json.at("/sides").size());
        // Digits of other numbers may happen to be the same.
        assertFalse(json.toString().matches(".*[:,\\[]2011[,}\\]].*"), "the seed is nobody's business");
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

    @Test
    void subjectsAreLeftOutForAReasonThatIsCounted() throws Exception {
        var export = new Export();
        for (int subject = 0; subject < 60; subject++) {
            export.row("u", "s" + subject, "spiral").row("v", "s" + subject, "spiral");
        }
        export.row("u", "tied", "spiral").row("v", "tied", "merger");
        export.row("u", "once", "spiral");
        export.row("u", "stranger", "spiral").row("v", "stranger", "spiral");
        var groups = new HashMap<String, String>();
        IntStream.range(0, 60).forEach(i -> groups.put("s" + i, "s" + i));
        groups.put("tied", "tied");
        groups.put("once", "once");
        var recipe = Recipe.of(7, "T0").withMinimumVotes(2);
        var subjects =
                Subjects.of(new Classifications(export.to(folder), recipe), KIND, HOLDOUT, groups, false, SECRET);

        assertEquals(
                Map.of(
                        "fewer votes than asked for", 1,
                        "a tie between classes", 1,
                        "not in the table of subjects", 1),
                subjects.report().leftOut());
        assertEquals(60, subjects.report().subjects());
        assertNull(subjects.heldBack());
    }

    @Test
    void aTestSubjectThatIsTiedOnceAVoteIsHeldBackIsLeftOut() throws Exception {
        var export = new Export();
        for (int subject = 0; subject < 100; subject++) {
            // Two against one: without one of the two it is a tie.
            export.row("u", "s" + subject, "spiral")
                    .row("v", "s" + subject, "spiral")
                    .row("w", "s" + subject, "merger");
        }
        var subjects = Subjects.of(
                new Classifications(export.to(folder), Recipe.of(7, "T0")), KIND, HOLDOUT, null, true, SECRET);

        int tied = subjects.report().leftOut().get("a tie between classes once one vote is held back");
        assertEquals(30, subjects.test().size() + tied);
        assertTrue(tied > 10 && tied < 28, tied + ": two draws in three make a tie");
        for (int vote : ((ClassAnswers) subjects.heldBack()).labels()) {
            assertEquals(2, vote, "only where the merger was held back the others agree");
        }
    }

    @Test
    void usageOfASolutionFileFixesTheSplit() throws Exception {
        var file = Files.writeString(
                folder.resolve("solution.csv"),
                "id,label,Usage\na,spiral,Public\nb,merger,Private\nc,merger,Ignored\nd,elliptical,Private\n");
        var source = new Solution(file, "id", Map.of("label", "label"), "Usage", null);
        var subjects = Subjects.of(source, KIND, HOLDOUT, null, false, SECRET);

        assertEquals(0, subjects.train().size());
        var parts = new HashMap<String, Part>();
        for (int i = 0; i < 4; i++) {
            parts.put(subjects.test().upstream().get(i), subjects.parts()[i]);
        }
        assertEquals(Map.of("a", Part.PUBLIC, "b", Part.PRIVATE, "c", Part.IGNORED, "d", Part.PRIVATE), parts);
        assertEquals(2, subjects.truth().rows(Part.PRIVATE).length);
        assertEquals(
                List.of("public", "private", "ignored"),
                subjects.report().sides().stream()
                        .map(ConsensusReport.Side::name)
                        .toList());
    }

    @Test
    void galaxyZoo2IsBuiltWithItsVolunteer() throws Exception {
        var file = RealData.file("galaxy-zoo-2/table5.csv.gz");
        var source = new VoteTable(
                file,
                "objid",
                "total_classifications",
                new Plain(Map.of("merger_fraction", "t08_odd_feature_a24_merger_fraction")),
                null,
                20,
                Ties.DROP);
        var kind = new Values(List.of(new NumberColumn("merger_fraction", 0, 1)));
        var subjects = Subjects.of(source, kind, HOLDOUT, null, true, SECRET);

        // Counted apart: 12,621 of 19,761 galaxies have 20 classifications or more.
        int few = subjects.report().leftOut().get("fewer votes than asked for");
        assertEquals(19_761, subjects.report().subjects() + few);
        assertEquals(12_621, subjects.report().subjects());
        assertEquals(subjects.test().size(), subjects.report().heldBack());
        assertEquals("merger_fraction", subjects.report().values().getFirst().column());
    }
}

package org.voorwerp.challenges.galaxies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.consensus.attribute.AttributeAnalysis;
import org.voorwerp.consensus.attribute.AttributeTable;
import org.voorwerp.consensus.attribute.InformationGain;

class GalaxyPackTest {
    /// As the case study of 2010 ranks them.
    private static final List<String> BEST =
            List.of("lnLExp_g", "texture_g", "lnLDeV_g", "petroMag_gr", "isoAGrad_u*z");

    private static final List<String> ATTRIBUTES = List.of(
            "petroMag_ug",
            "petroMag_gr",
            "petroMag_ri",
            "petroMag_iz",
            "petroRad_u*z",
            "invConInd_u",
            "isoRowcGrad_u*z",
            "isoColcGrad_u*z",
            "isoA_u*z",
            "isoB_u*z",
            "isoAGrad_u*z",
            "isoBGrad_u*z",
            "isoPhiGrad_u*z",
            "texture_u",
            "texture_g",
            "lnLExp_u",
            "lnLExp_g",
            "lnLDeV_u",
            "lnLDeV_g",
            "fracDev_u");

    @TempDir
    private static Path folder;

    private static List<CSVRecord> subjects;
    private static List<CSVRecord> votes;
    private static boolean[] mergers;

    @BeforeAll
    static void makeOnce() throws IOException {
        GalaxyPack.write(folder);
        subjects = read("subjects.csv");
        votes = read("votes.csv");
        mergers = new boolean[votes.size()];
        for (int i = 0; i < mergers.length; i++) {
            mergers[i] = Double.parseDouble(votes.get(i).get("merger_fraction")) > 0.4;
        }
    }

    private static List<CSVRecord> read(String file) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8);
                var parser = format.parse(reader)) {
            return parser.getRecords();
        }
    }

    @Test
    void theSubjectsHaveTheAttributesOfTheCaseStudyAndNothingOfTheVotes() {
        var expected = new ArrayList<>(List.of("objid", "field"));
        expected.addAll(ATTRIBUTES);
        assertEquals(expected, subjects.getFirst().getParser().getHeaderNames());
        assertEquals(GalaxyPack.GALAXIES, subjects.size());
    }

    @Test
    void idsAreEighteenDigitsUniqueAndHoldTheFieldAsTheSurveyPacksIt() {
        var seen = new HashSet<String>();
        for (int i = 0; i < subjects.size(); i++) {
            var id = subjects.get(i).get("objid");
            assertTrue(id.matches("\\d{18}") && seen.add(id), () -> "objid " + id);
            assertEquals(id, votes.get(i).get("objid"));
            long bits = Long.parseLong(id);
            var field = (bits >> 32 & 0xFFFF) + "-" + (bits >> 29 & 7) + "-" + (bits >> 16 & 0xFFF);
            assertEquals(subjects.get(i).get("field"), field);
        }
    }

    @Test
    void everyGalaxyHasTwentyToSixtyVotesThatAddUp() {
        for (var row : votes) {
            int total = Integer.parseInt(row.get("total_votes"));
            assertTrue(total >= 20 && total <= 60, () -> "votes: " + row);
            int sum = 0;
            for (var answer : List.of("spiral", "elliptical", "merger", "artefact")) {
                int count = Integer.parseInt(row.get(answer + "_count"));
                sum += count;
                assertEquals((double) count / total, Double.parseDouble(row.get(answer + "_fraction")), 0.00005001);
            }
            assertEquals(total, sum);
        }
    }

    @Test
    void mergersAreRare() {
        double share = (double) IntStream.range(0, mergers.length)
                        .filter(i -> mergers[i])
                        .count()
                / mergers.length;
        assertTrue(share > 0.10 && share < 0.15, () -> "the share of mergers is " + share);
    }

    @Test
    void theFiveBestAttributesAreThoseOfTheCaseStudyInItsOrder() {
        var ranked = InformationGain.ranked(table());
        assertEquals(
                BEST,
                ranked.subList(0, 5).stream().map(InformationGain::attribute).toList(),
                () -> "gains: " + ranked);
        for (int i = 0; i < 4; i++) {
            double gap = ranked.get(i).bits() / ranked.get(i + 1).bits();
            assertTrue(gap > 1.25, () -> "no clear gap in " + ranked);
        }
        assertTrue(ranked.get(4).bits() > 2 * ranked.get(5).bits(), () -> "the rest is not lower: " + ranked);
    }

    @Test
    void theOrderHoldsWithinAnySeventyPercentOfTheFields() {
        for (int part = 0; part < 10; part++) {
            int left = part;
            var rows = IntStream.range(0, subjects.size())
                    .filter(i -> Math.floorMod(subjects.get(i).get("field").hashCode() + 3 * left, 10) >= 3)
                    .toArray();
            var kept = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                kept[i] = mergers[rows[i]];
            }
            var gains = BEST.stream()
                    .map(attribute -> {
                        var all = column(attribute);
                        return gain(Arrays.stream(rows).mapToDouble(i -> all[i]).toArray(), kept);
                    })
                    .toList();
            assertEquals(gains.stream().sorted(Comparator.reverseOrder()).toList(), gains);
        }
    }

    @Test
    void aLinearRegressionFindsMergersWellButNotPerfectly() {
        var rows = standardised();
        var fraction = votes.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("merger_fraction")))
                .toArray();
        var train = IntStream.range(0, rows.length).filter(i -> !heldOut(i)).toArray();
        var test =
                IntStream.range(0, rows.length).filter(GalaxyPackTest::heldOut).toArray();
        var model = new LeastSquares(
                Arrays.stream(train).mapToObj(i -> rows[i]).toArray(double[][]::new),
                Arrays.stream(train).mapToDouble(i -> fraction[i]).toArray());
        var ordered = Arrays.stream(test)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> model.predict(rows[i])))
                .toList();
        // Mann-Whitney: the sum of the positives' ranks, less what it would be if they all came first.
        double ranks = 0;
        double positives = 0;
        for (int rank = 1; rank <= ordered.size(); rank++) {
            if (mergers[ordered.get(rank - 1)]) {
                ranks += rank;
                positives++;
            }
        }
        double auc = (ranks - positives * (positives + 1) / 2) / (positives * (ordered.size() - positives));
        assertTrue(auc > 0.80 && auc < 0.90, () -> "ROC-AUC is " + auc);
    }

    private static boolean heldOut(int row) {
        return Math.floorMod(subjects.get(row).get("field").hashCode(), 10) < 3;
    }

    private static double[][] standardised() {
        var rows = new double[subjects.size()][ATTRIBUTES.size() + 1];
        for (int k = 0; k < ATTRIBUTES.size(); k++) {
            var column = column(ATTRIBUTES.get(k));
            double mean = Arrays.stream(column).average().orElseThrow();
            double spread = Math.sqrt(Arrays.stream(column)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow());
            for (int i = 0; i < rows.length; i++) {
                rows[i][k] = (column[i] - mean) / spread;
                rows[i][ATTRIBUTES.size()] = 1;
            }
        }
        return rows;
    }

    @Test
    void attributesKeepToPlausibleRanges() {
        var ranges = new HashMap<String, double[]>(Map.of(
                "petroMag_ug", new double[] {0, 3.5},
                "petroMag_gr", new double[] {0.1, 1.4},
                "petroMag_ri", new double[] {-0.1, 0.9},
                "petroMag_iz", new double[] {-0.4, 0.9},
                "invConInd_u", new double[] {0.15, 0.75},
                "fracDev_u", new double[] {0, 1},
                "texture_u", new double[] {0, 2},
                "texture_g", new double[] {0, 2},
                "petroRad_u*z", new double[] {1, 3_000},
                "isoA_u*z", new double[] {30, 150_000}));
        for (var logLikelihood : List.of("lnLExp_u", "lnLExp_g", "lnLDeV_u", "lnLDeV_g")) {
            ranges.put(logLikelihood, new double[] {-20_000, 0});
        }
        ranges.forEach((attribute, range) -> {
            for (double value : column(attribute)) {
                assertTrue(value >= range[0] && value <= range[1], () -> attribute + " is " + value);
            }
        });
    }

    @Test
    void spiralsAreBluerAndLessConcentratedThanEllipticals() {
        assertTrue(mean("petroMag_ug", "spiral") < mean("petroMag_ug", "elliptical") - 0.1);
        assertTrue(mean("petroMag_gr", "spiral") < mean("petroMag_gr", "elliptical") - 0.03);
        assertTrue(mean("fracDev_u", "spiral") < mean("fracDev_u", "elliptical") - 0.15);
    }

    private static double mean(String attribute, String votedMostly) {
        var column = column(attribute);
        return IntStream.range(0, column.length)
                .filter(i -> Double.parseDouble(votes.get(i).get(votedMostly + "_fraction")) > 0.6)
                .mapToDouble(i -> column[i])
                .average()
                .orElseThrow();
    }

    @Test
    void neitherOrderNorIdNorFieldTellsAMerger() {
        var order = IntStream.range(0, subjects.size()).asDoubleStream().toArray();
        // Ten bins of pure chance give 9 / (2 n ln 2) = 0.0003 bits.
        assertTrue(gain(order, mergers) < 0.001);
        assertTrue(gain(column("objid"), mergers) < 0.001);
    }

    @Test
    void twoRunsWriteTheSameBytes(@TempDir Path again) throws IOException {
        GalaxyPack.write(again);
        for (var file : List.of("subjects.csv", "votes.csv")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
        }
    }

    @Test
    void theAnalysisOfTheCaseStudyRunsEveryCombinationOfTenAttributesAndFindsItsFive() {
        var analysis = AttributeAnalysis.of(table(), 10, 10, 2010);

        assertEquals(1013, analysis.combinations().ran());
        assertEquals(
                BEST,
                analysis.gains().subList(0, 5).stream()
                        .map(InformationGain::attribute)
                        .toList());
        var single = analysis.combinations().single();
        assertEquals(
                new HashSet<>(BEST),
                single.subList(0, 5).stream()
                        .map(separation -> separation.attributes().getFirst())
                        .collect(Collectors.toSet()),
                () -> "alone: " + single);
        var together = analysis.combinations().together().getFirst();
        assertTrue(BEST.containsAll(together.attributes()), () -> "together: " + together);
        assertTrue(together.silhouette() > 0.1, () -> "together: " + together);
    }

    private static AttributeTable table() {
        return new AttributeTable(
                ATTRIBUTES, ATTRIBUTES.stream().map(GalaxyPackTest::column).toArray(double[][]::new), mergers);
    }

    private static double gain(double[] attribute, boolean[] positive) {
        var table = new AttributeTable(List.of("attribute"), new double[][] {attribute}, positive);
        return InformationGain.ranked(table).getFirst().bits();
    }

    private static double[] column(String name) {
        return subjects.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(name)))
                .toArray();
    }
}

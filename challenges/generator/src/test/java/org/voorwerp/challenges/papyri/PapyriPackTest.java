package org.voorwerp.challenges.papyri;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapyriPackTest {
    private static final int CLASSES = Letter.values().length;
    private static final List<String> EXPORT_COLUMNS = List.of(
            "classification_id",
            "user_name",
            "user_id",
            "user_ip",
            "workflow_id",
            "workflow_name",
            "workflow_version",
            "created_at",
            "gold_standard",
            "expert",
            "metadata",
            "annotations",
            "subject_data",
            "subject_ids");

    @TempDir
    private static Path folder;

    private static PapyriPack pack;
    private static List<CSVRecord> export;
    private static List<CSVRecord> subjects;

    @BeforeAll
    static void makeOnce() throws IOException {
        pack = PapyriPack.make();
        pack.writeTo(folder);
        export = read("classifications.csv");
        subjects = read("subjects.csv");
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
    void everyLetterIsWellPresentAndFragmentsAreOfSomeFortyLetters() {
        assertEquals(Papyri.LETTERS, pack.letters.size());
        var byLetter = pack.letters.stream().collect(Collectors.groupingBy(LetterImage::letter, Collectors.counting()));
        assertEquals(CLASSES, byLetter.size());
        byLetter.forEach((letter, count) -> assertTrue(count >= 85, () -> letter + " is there " + count + " times"));
        var byFragment =
                pack.letters.stream().collect(Collectors.groupingBy(LetterImage::fragment, Collectors.counting()));
        assertEquals(Papyri.FRAGMENTS, byFragment.size());
        assertTrue(byFragment.values().stream().allMatch(count -> count >= 13 && count <= 70));
    }

    @Test
    void theImagesAreGreyPngsOfOneSizeAsMadeAndNamedInSubjects() throws IOException {
        var crops = pack.letters.stream().collect(Collectors.toMap(LetterImage::filename, LetterImage::crop));
        assertEquals(
                crops.keySet(),
                subjects.stream().map(row -> row.get("filename")).collect(Collectors.toSet()));
        try (var zip = new ZipFile(folder.resolve("images.zip").toFile())) {
            assertEquals(crops.size(), zip.size());
            for (var entry : zip.stream().limit(300).toList()) {
                var image = ImageIO.read(zip.getInputStream(entry));
                assertEquals(8, image.getColorModel().getPixelSize(), "bits a pixel");
                var pixels = image.getRaster().getPixels(0, 0, Crop.SIDE, Crop.SIDE, (int[]) null);
                var expected =
                        Objects.requireNonNull(crops.get(entry.getName())).pixels();
                for (int i = 0; i < pixels.length; i++) {
                    assertEquals(Byte.toUnsignedInt(expected[i]), pixels[i]);
                }
            }
        }
    }

    @Test
    void theExportHasTheZooniversesColumnsAndEveryCellItsShape() {
        assertEquals(EXPORT_COLUMNS, export.getFirst().getParser().getHeaderNames());
        long before = 0;
        for (var row : export) {
            assertEquals(EXPORT_COLUMNS.size(), row.size(), () -> "cells in " + row);
            long id = Long.parseLong(row.get("classification_id"));
            assertTrue(id > before, "ids ascend");
            before = id;
            assertMatches("[0-9a-f]{20}", row, "user_ip");
            assertMatches("1[34]\\.(18|23)", row, "workflow_version");
            assertMatches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", row, "created_at");
            assertMatches(
                    "\\{\"session\":\"[0-9a-f]{16}\",\"started_at\":\".*Z\".*\"live_project\":(true|false)}",
                    row,
                    "metadata");
            assertMatches(
                    "\\[\\{\"task\":\"T0\",\"task_label\":\"[^\"]+\",\"value\":(null|\"[A-Z][a-z]+\")}]",
                    row,
                    "annotations");
            var subject = row.get("subject_ids");
            assertTrue(row.get("subject_data").startsWith("{\"" + subject + "\":{\"retired\":"), "subject_data");
            if (row.get("user_id").isEmpty()) {
                assertEquals("not-logged-in-" + row.get("user_ip"), row.get("user_name"));
            }
        }
    }

    private static void assertMatches(String pattern, CSVRecord row, String column) {
        assertTrue(row.get(column).matches(pattern), () -> column + " is " + row.get(column));
    }

    @Test
    void theExportHasTheBlemishesOfARealOne() {
        assertShare(0.0005, 0.003, row -> row.get("metadata").contains("\"live_project\":false"));
        assertShare(0.001, 0.005, row -> row.get("gold_standard").equals("true"));
        assertShare(0.002, 0.008, row -> row.get("annotations").contains("\"value\":null"));
        assertShare(0.05, 0.3, row -> row.get("user_id").isEmpty());
        assertShare(0.2, 0.4, row -> row.get("workflow_version").equals("14.18"));
        assertShare(0.01, 0.6, row -> row.get("subject_data").contains("\"retired\":null"));
        var seen = new HashSet<String>();
        assertShare(0.012, 0.03, row -> !seen.add(row.get("user_name") + " " + row.get("subject_ids")));
        assertShare(
                1,
                1,
                row -> row.get("subject_data").contains("\"#fragment\":\"P.Sim. ")
                        && row.get("subject_data").contains("\"//line\":")
                        && row.get("subject_data").contains("\"!side\":"));
    }

    private static void assertShare(double least, double most, Predicate<CSVRecord> is) {
        double share = (double) export.stream().filter(is).count() / export.size();
        assertTrue(share >= least && share <= most, () -> "the share is " + share);
    }

    @Test
    void theExportStaysSmallEnoughToStartWith() throws IOException {
        assertTrue(Files.size(folder.resolve("classifications.csv")) < 45_000_000);
    }

    @Test
    void mostVolunteersAreGoodSomeAreCarelessAndAFewDoMuchOfTheWork() {
        Map<String, int[]> rightAndAll = new LinkedHashMap<>();
        var truth = truth();
        for (var row : live()) {
            var counts = rightAndAll.computeIfAbsent(row.get("user_name"), _ -> new int[2]);
            counts[0] += answer(row) == truth.getOrDefault(row.get("subject_ids"), -1) ? 1 : 0;
            counts[1]++;
        }
        assertEquals(60, rightAndAll.size());
        var skills = rightAndAll.values().stream()
                .mapToDouble(counts -> (double) counts[0] / counts[1])
                .sorted()
                .toArray();
        assertTrue(skills[5] < 0.55, () -> "the sixth worst is right at " + skills[5]);
        assertTrue(skills[30] > 0.8, () -> "the median is right at " + skills[30]);
        var work = rightAndAll.values().stream()
                .mapToInt(counts -> counts[1])
                .sorted()
                .toArray();
        int sum = Arrays.stream(work).sum();
        int top = Arrays.stream(work, 48, 60).sum();
        assertTrue(top > 0.45 * sum, () -> "the busiest fifth did " + top + " of " + sum);
    }

    @Test
    void thePluralityIsTheTrueLetterForAboutNineteenInTwenty() {
        int right = 0;
        int untied = 0;
        var truth = truth();
        var firsts = new HashSet<String>();
        Map<String, int[]> votes = new LinkedHashMap<>();
        for (var row : live()) {
            if (firsts.add(row.get("user_name") + " " + row.get("subject_ids"))) {
                votes.computeIfAbsent(row.get("subject_ids"), _ -> new int[CLASSES])[answer(row)]++;
            }
        }
        assertEquals(truth.keySet(), votes.keySet());
        for (var subject : votes.entrySet()) {
            int most = Arrays.stream(subject.getValue()).max().orElseThrow();
            if (Arrays.stream(subject.getValue()).filter(count -> count == most).count() == 1) {
                untied++;
                right += subject.getValue()[truth.getOrDefault(subject.getKey(), -1)] == most ? 1 : 0;
            }
        }
        double accuracy = (double) right / untied;
        assertTrue(untied > 5_850, "only " + untied + " subjects have a single most voted letter");
        assertTrue(accuracy > 0.93 && accuracy < 0.975, () -> "the plurality is right at " + accuracy);
    }

    @Test
    void damagedImagesGetMoreMistakes() {
        var ordered = new ArrayList<>(pack.letters);
        ordered.sort(Comparator.comparingDouble(image -> image.crop().legibility()));
        double worst = votesRight(ordered.subList(0, 600));
        double best = votesRight(ordered.subList(5_400, 6_000));
        assertTrue(worst < 0.65 && best > 0.85, () -> "right at " + worst + " and " + best);
    }

    private static double votesRight(List<LetterImage> images) {
        var truth = truth();
        var wanted =
                images.stream().map(image -> Long.toString(image.subjectId())).collect(Collectors.toSet());
        return live().stream()
                .filter(row -> wanted.contains(row.get("subject_ids")))
                .mapToInt(row -> answer(row) == truth.getOrDefault(row.get("subject_ids"), -1) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void aNearestCentroidReadsSomeLettersFromPixelsButNotMost() {
        var train = new ArrayList<LetterImage>();
        var test = new ArrayList<LetterImage>();
        for (var image : pack.letters) {
            (image.fragment().hashCode() % 3 == 0 ? test : train).add(image);
        }
        var centroids = new double[CLASSES][Crop.SIDE * Crop.SIDE];
        var counts = train.stream().collect(Collectors.groupingBy(LetterImage::letter, Collectors.counting()));
        for (var image : train) {
            var greys = standardised(image);
            double count = counts.getOrDefault(image.letter(), 0L);
            for (int i = 0; i < greys.length; i++) {
                centroids[image.letter().ordinal()][i] += greys[i] / count;
            }
        }
        double accuracy = test.stream()
                .mapToInt(image -> nearest(centroids, standardised(image))
                                == image.letter().ordinal()
                        ? 1
                        : 0)
                .average()
                .orElseThrow();
        assertTrue(accuracy > 0.35 && accuracy < 0.75, () -> "nearest centroid is right at " + accuracy);
    }

    private static double[] standardised(LetterImage image) {
        var greys = new double[Crop.SIDE * Crop.SIDE];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = Byte.toUnsignedInt(image.crop().pixels()[i]);
        }
        double mean = Arrays.stream(greys).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(greys)
                .map(grey -> (grey - mean) * (grey - mean))
                .average()
                .orElseThrow());
        return Arrays.stream(greys).map(grey -> (grey - mean) / spread).toArray();
    }

    private static int nearest(double[][] centroids, double[] greys) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int k = 0; k < centroids.length; k++) {
            double distance = 0;
            for (int i = 0; i < greys.length; i++) {
                distance += (greys[i] - centroids[k][i]) * (greys[i] - centroids[k][i]);
            }
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    @Test
    void noPublishedColumnHoldsALetter() {
        assertEquals(
                List.of("subject_id", "filename", "fragment", "line"),
                subjects.getFirst().getParser().getHeaderNames());
        for (var row : subjects) {
            assertTrue(row.get("filename").matches("[0-9a-f]{12}\\.png"));
            assertTrue(row.get("fragment").matches("P\\.Sim\\. \\d{1,3}"));
        }
    }

    /// Correlation ratio: the share of a quantity's variance that the letter explains. If the letter explained
    /// nothing
    /// its expectation would be (classes − 1) / (letters − 1) = 0.0038, with a standard deviation of about 0.0011.
    @Test
    void idsNamesAndPlaceInTheFileSayNothingOfTheLetter() {
        // The file is in order of the ids, so what holds for these holds for the place.
        assertEquals(
                subjects.stream().map(row -> row.get("subject_id")).sorted().toList(),
                subjects.stream().map(row -> row.get("subject_id")).toList());
        assertSaysNothing(LetterImage::subjectId);
        assertSaysNothing(image -> Long.parseLong(image.filename().substring(0, 12), 16));
        assertSaysNothing(LetterImage::line);
    }

    private static void assertSaysNothing(ToDoubleFunction<LetterImage> quantity) {
        double mean = pack.letters.stream().mapToDouble(quantity).average().orElseThrow();
        double total = pack.letters.stream()
                .mapToDouble(quantity)
                .map(x -> (x - mean) * (x - mean))
                .sum();
        double between = 0;
        for (var same : pack.letters.stream()
                .collect(Collectors.groupingBy(LetterImage::letter))
                .values()) {
            double off = same.stream().mapToDouble(quantity).average().orElseThrow() - mean;
            between += same.size() * off * off;
        }
        double ratio = between / total;
        assertTrue(ratio < 0.0085, () -> "the letter explains " + ratio);
    }

    @Test
    void twoRunsWriteTheSameBytes(@TempDir Path again) throws IOException {
        PapyriPack.write(again);
        for (var file : List.of("images.zip", "subjects.csv", "classifications.csv")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
        }
    }

    @Test
    void lookAlikesNeverHoldTheLetterItself() {
        for (var letter : Letter.values()) {
            assertFalse(letter.lookAlikes().isEmpty());
            assertFalse(letter.lookAlikes().contains(letter));
        }
    }

    /// Rows that count: answered, by the public, after launch.
    private static List<CSVRecord> live() {
        return export.stream()
                .filter(row -> row.get("gold_standard").isEmpty())
                .filter(row -> row.get("metadata").contains("\"live_project\":true"))
                .filter(row -> !row.get("annotations").contains("null"))
                .toList();
    }

    private static int answer(CSVRecord row) {
        var cell = row.get("annotations");
        var name = cell.substring(cell.lastIndexOf(":\"") + 2, cell.lastIndexOf('"'));
        return PapyriPack.question().answers().indexOf(name);
    }

    private static Map<String, Integer> truth() {
        return pack.letters.stream()
                .collect(Collectors.toMap(
                        image -> Long.toString(image.subjectId()),
                        image -> image.letter().ordinal()));
    }
}

package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.consensus.extract.DrawingExtractor;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.Extraction;
import org.voorwerp.consensus.extract.Extractor;
import org.voorwerp.consensus.extract.Extractors;
import org.voorwerp.consensus.panoptes.RowSelection;

/// Whatever a file holds, each row is used, dropped for a reason or answered with a finding; nothing else comes out.
@NullUnmarked
class PanoptesExportFuzzTest {

    private static final String HEADER = String.join(",", Export.COLUMNS) + "\n";

    @TempDir
    static Path folder;

    private static void check(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("export.csv"), bytes);
        var votes = new ArrayList<Extract>();
        try {
            var tally = PanoptesExport.read(file, Recipe.of(7, "T0"), null, votes::add);
            assertEquals(tally.used(), votes.size());
            assertEquals(tally.read(), tally.used() + sum(tally));
        } catch (ConsensusException e) {
            assertFalse(e.findings().isEmpty());
        }
        for (var extractor : extractors()) {
            var rows = new ArrayList<ExtractRow>();
            new Extraction(RowSelection.of(7), "T0", extractor).rows(file, rows::add, _ -> {});
        }
    }

    private static long sum(Tally tally) {
        return tally.dropped().values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Extractor> extractors() {
        var extractors = new ArrayList<Extractor>();
        var settings = JsonNodeFactory.instance.objectNode();
        for (var name : List.of(
                "question_extractor",
                "dropdown_extractor",
                "survey_extractor",
                "slider_extractor",
                "text_extractor",
                "bezier_extractor",
                "poly_line_text_extractor")) {
            extractors.add(Extractors.of(name, settings).orElseThrow());
        }
        extractors.add(DrawingExtractor.all());
        return extractors;
    }

    @FuzzTest
    void anyFileIsReadOrAnswered(byte[] bytes) throws IOException {
        check(bytes);
        var headed = new byte[HEADER.length() + bytes.length];
        System.arraycopy(HEADER.getBytes(), 0, headed, 0, HEADER.length());
        System.arraycopy(bytes, 0, headed, HEADER.length(), bytes.length);
        check(headed);
    }

    /// Annotations of every kind, with pieces of one in another.
    @RepeatedTest(150)
    void anyMixOfAnnotationsIsReadOrAnswered(RepetitionInfo repetition) throws IOException {
        var random = new Random(repetition.getCurrentRepetition());
        var pieces = List.of(
                "[",
                "]",
                "{\"task\":\"T0\",\"value\":",
                "{\"tool\":0,\"frame\":0,\"x\":1,\"y\":2,\"details\":[{\"value\":0}]}",
                "{\"toolIndex\":1,\"points\":[{\"x\":1,\"y\":NaN}],\"details\":[{\"task\":\"T0.1.0\"}]}",
                "{\"toolIndex\":0,\"toolType\":\"freehandLine\",\"pathX\":[1,2],\"pathY\":[1]}",
                "{\"choice\":\"LION\",\"answers\":{\"HOWMANY\":[\"1\",null]}}",
                "{\"choice\":3,\"answers\":[]}",
                "{\"selection\":6}",
                "}",
                ",",
                "null",
                "\"Yes\"",
                "1e999",
                "-0.5",
                "[[]]",
                "{\"value\":[[null]]}");
        var export = new Export();
        for (int row = 0; row < 8; row++) {
            var value = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                value.append(pieces.get(random.nextInt(pieces.size())));
            }
            var cell = random.nextInt(3) == 0 ? value.toString() : Export.annotation("T0", "[" + value + "]");
            export.row("v" + row, "42", "", "annotations", cell);
        }
        check(Files.readAllBytes(export.to(folder)));
    }
}

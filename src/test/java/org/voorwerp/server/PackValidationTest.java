package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;

class PackValidationTest {

    private static final Path SHIPPED = Path.of("..", "target", "challenges");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"papyri-characters", "galaxy-mergers"})
    void shippedPacksHaveNoMistakes(String slug) {
        assertEquals(0, validate(SHIPPED.resolve(slug)), printed::toString);
    }

    @Test
    void everyMistakeIsNamedWithItsLine() throws IOException {
        try (var files = Files.list(SHIPPED.resolve("galaxy-mergers"))) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        var yaml = folder.resolve("challenge.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("name: rmse", "name: rsme"));
        assertEquals(1, validate(folder));
        var line = 1
                + Files.readAllLines(yaml).stream()
                        .takeWhile(text -> !text.contains("rsme"))
                        .count();
        assertTrue(printed.toString().contains("challenge.yaml, line " + line + ", column "), printed::toString);
        assertTrue(printed.toString().contains("there is no metric rsme"), printed::toString);
        // The data are not there either, and that is told at once.
        assertTrue(printed.toString().contains("votes.csv"), printed::toString);
    }

    @Test
    void theDataAreReadToo() throws IOException {
        var pack = new MemoryPack();
        var votes = new String(pack.files().get("data/votes.csv"), StandardCharsets.UTF_8);
        var good = Files.write(folder.resolve("good.zip"), Zips.of(pack));
        var bad = Files.write(
                folder.resolve("bad.zip"),
                Zips.of(pack.with("data/votes.csv", votes.replace("1007,20,", "1007,twenty,"))));
        assertEquals(0, validate(good), printed::toString);
        assertEquals(1, validate(bad));
        assertTrue(printed.toString().contains("data/votes.csv, line 9, column 2: "), printed::toString);
    }

    @Test
    void whatIsNoPackIsToldSo() throws IOException {
        assertEquals(2, validate(folder.resolve("nothing")));
        var file = Files.writeString(folder.resolve("pack.zip"), "this is no archive");
        assertEquals(1, validate(file));
        assertTrue(Stream.of(printed.toString().split("\n")).anyMatch(line -> line.contains("zip")), printed::toString);
    }

    private int validate(Path pack) {
        return new PackValidation(new PrintStream(printed, true, StandardCharsets.UTF_8)).run(pack);
    }
}

package org.voorwerp.server.challenge.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voorwerp.scoring.Metrics;

/// The packs of the repository, without their data.
class ShippedPacksTest {

    static List<Path> packs() throws IOException {
        try (var folders = Files.list(Path.of("..", "challenges"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("challenge.yaml")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void lackNothingButTheirData(Path folder) throws IOException {
        var pack = new FolderPack(folder, null);
        var wanted = WantedFiles.of(pack);
        assertEquals(folder.getFileName().toString(), wanted.slug());
        assertFalse(wanted.missing().isEmpty());
        var reading = new PackReader(Metrics.load(ShippedPacksTest.class.getClassLoader())).read(pack);
        var findings = ((PackReader.Rejected) reading).findings();
        assertEquals(
                List.of(),
                findings.stream()
                        .map(PackFinding::message)
                        .filter(message -> !message.endsWith(" in the pack"))
                        .toList());
    }
}

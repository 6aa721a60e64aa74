package org.voorwerp.server.challenge.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.server.challenge.pack.BrokenPacks.BrokenPack;
import org.voorwerp.server.challenge.pack.PackReader.Accepted;
import org.voorwerp.server.challenge.pack.PackReader.Rejected;

class PackReaderTest {

    private final PackReader reader = new PackReader(Metrics.load(PackReaderTest.class.getClassLoader()));

    static List<BrokenPack> brokenPacks() {
        return BrokenPacks.all();
    }

    @Test
    void aGoodPackIsAccepted() throws IOException {
        var reading = reader.read(new MemoryPack());
        var accepted = assertInstanceOf(Accepted.class, reading, reading::toString);
        assertEquals("small-mergers", accepted.definition().slug());
        assertEquals("# Small mergers\n", accepted.pages().get("overview"));
        assertEquals(42, accepted.definition().holdout().seed());
    }

    @Test
    void timesMayBeInAnyZone() throws IOException {
        var pack = new MemoryPack().replacing("2026-01-01T00:00:00Z", "2026-01-01T00:00:00+02:00");
        var reading = reader.read(pack);
        var accepted = assertInstanceOf(Accepted.class, reading, reading::toString);
        assertEquals(
                Instant.parse("2025-12-31T22:00:00Z"),
                accepted.definition().phases().getFirst().starts());
    }

    @ParameterizedTest
    @MethodSource("brokenPacks")
    void aBrokenPackIsToldWhatAndWhere(BrokenPack broken) throws IOException {
        var rejected = assertInstanceOf(Rejected.class, reader.read(broken.pack()));
        for (var expected : broken.findings()) {
            assertTrue(
                    rejected.findings().stream()
                            .anyMatch(finding -> finding.toString().startsWith(expected)),
                    () -> "expected " + expected + " in "
                            + rejected.findings().stream()
                                    .map(PackFinding::toString)
                                    .toList());
        }
        assertEquals(
                broken.findings().size(),
                rejected.count(),
                () -> "expected no more than these, found " + rejected.findings());
    }

    @Test
    void aProgramIsRefusedWhereItCannotBeRun() throws IOException {
        var pack = new MemoryPack()
                .replacing("  - name: mae\n", "  - {name: own, direction: lower, program: scoring}\n")
                .with("scoring/metadata.yaml", "command: sh score.sh\n");
        var problem = "there is no bwrap on this server; install Debian's packages bubblewrap and util-linux";
        var bare = new PackReader(Metrics.load(PackReaderTest.class.getClassLoader()), Optional.of(problem));
        var rejected = assertInstanceOf(Rejected.class, bare.read(pack));
        assertEquals(
                "challenge.yaml, line 29, column 44: a scoring program cannot be run: " + problem,
                rejected.findings().getFirst().toString());
        var able = new PackReader(Metrics.load(PackReaderTest.class.getClassLoader()), Optional.empty());
        assertInstanceOf(Accepted.class, able.read(pack));
    }

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        var pack = new MemoryPack()
                .replacing("title: Small mergers", "titel: Small mergers")
                .replacing("fraction: 0.5", "fraction: 5")
                .replacing("columns: {merger_fraction: merger}", "columns: {merger_fraction: mergers}")
                .replacing("name: mae", "name: f1")
                .replacing("ends: 2036", "ends: 2016")
                .replacing("overview.md", "about.md");
        var rejected = assertInstanceOf(Rejected.class, reader.read(pack));
        assertEquals(
                List.of(1L, 3L, 15L, 22L, 29L, 33L, 36L),
                rejected.findings().stream().map(PackFinding::line).toList());
        assertEquals(7, rejected.count());
    }
}

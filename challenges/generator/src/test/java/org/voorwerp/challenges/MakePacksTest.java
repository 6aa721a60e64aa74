package org.voorwerp.challenges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakePacksTest {
    @TempDir
    private Path folder;

    private Path challenges;
    private Path output;

    @BeforeEach
    void twoPacksAndAFolderThatIsNone() throws IOException {
        challenges = Files.createDirectory(folder.resolve("challenges"));
        output = folder.resolve("made");
        Files.createDirectory(challenges.resolve("generator"));
        for (var slug : List.of("galaxy-mergers", "rings")) {
            var pack = Files.createDirectory(challenges.resolve(slug));
            Files.writeString(pack.resolve("challenge.yaml"), "slug: " + slug);
            Files.writeString(pack.resolve("overview.md"), "# Overview");
            Files.writeString(pack.resolve("notes.txt"), "not part of the pack");
        }
    }

    @Test
    void packsAreCopiedAndSimulatedOnesGetTheirData() throws IOException {
        assertEquals(List.of("galaxy-mergers", "rings"), MakePacks.make(challenges, output));
        assertEquals("# Overview", Files.readString(output.resolve("rings/overview.md")));
        assertFalse(Files.exists(output.resolve("rings/notes.txt")));
        assertFalse(Files.exists(output.resolve("rings/data")));
        assertTrue(Files.size(output.resolve("galaxy-mergers/data/votes.csv")) > 1_000_000);
        assertFalse(Files.exists(output.resolve("generator")));
    }

    @Test
    void whatIsUpToDateIsLeftAlone() throws IOException {
        MakePacks.make(challenges, output);
        var made = Files.getLastModifiedTime(output.resolve("galaxy-mergers/data/votes.csv"));
        assertEquals(List.of(), MakePacks.make(challenges, output));
        assertEquals(made, Files.getLastModifiedTime(output.resolve("galaxy-mergers/data/votes.csv")));
    }

    @Test
    void aChangedPageOrALostFileMakesThatPackAgain() throws IOException {
        MakePacks.make(challenges, output);
        Files.writeString(challenges.resolve("rings/overview.md"), "# Overview\nof rings");
        assertEquals(List.of("rings"), MakePacks.make(challenges, output));
        assertEquals("# Overview\nof rings", Files.readString(output.resolve("rings/overview.md")));
        Files.delete(output.resolve("galaxy-mergers/data/votes.csv"));
        assertEquals(List.of("galaxy-mergers"), MakePacks.make(challenges, output));
        assertTrue(Files.exists(output.resolve("galaxy-mergers/data/votes.csv")));
    }

    @Test
    void aPackWhoseSourceIsGoneIsTakenAway() throws IOException {
        MakePacks.make(challenges, output);
        Files.delete(challenges.resolve("rings/challenge.yaml"));
        assertEquals(List.of(), MakePacks.make(challenges, output));
        assertFalse(Files.exists(output.resolve("rings")));
    }

    @Test
    void itSaysHowItIsCalled() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> MakePacks.main("challenges"));
        assertEquals("usage: MakePacks <folder of challenges> <folder to make the packs in>", refusal.getMessage());
    }
}

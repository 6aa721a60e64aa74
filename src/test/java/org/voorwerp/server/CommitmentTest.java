package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a challenge is bound to is told at once and can be verified afterwards.
@QuarkusTest
class CommitmentTest {

    private static final Instant END = Instant.parse("2033-05-20T00:00:00Z");

    @Inject
    SettableClock clock;

    @TempDir
    Path folder;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private int check(Path commitment, Path... files) {
        return new CommitmentCheck(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
                .run(commitment, List.of(files));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theSaltIsToldAtTheEndAndTheFilesAreThoseThatWereBound() throws IOException {
        var owner = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(owner.account)
                .phase("main", p -> p.to(END).with("late_until", END.plusSeconds(3600)))
                .create();
        var address = "/api/challenges/" + challenge.slug + "/commitment";
        var before = Api.nobody().get(address);
        assertFalse(before.json().has("salt"), before::text);
        assertEquals(2, check(file("before.json", before.text()), file("truth.csv", "x")));
        assertEquals(404, owner.get(address + "/truth.csv").status(), "not to the organisers either");
        clock.set(END);
        assertFalse(Api.nobody().get(address).json().has("salt"), "late submissions are still taken");
        clock.set(END.plusSeconds(3600));
        var after = Api.nobody().get(address);
        assertEquals(before.json().get("truth"), after.json().get("truth"));
        assertEquals(403, Api.participant().get(address + "/truth.csv").status());
        var commitment = file("after.json", after.text());
        var truth = file("truth.csv", owner.get(address + "/truth.csv").text());
        var split = file("split.csv", owner.get(address + "/split.csv").text());
        assertTrue(Files.readString(split).startsWith("id,part\ns000,public\n"), () -> "split");
        assertEquals(0, check(commitment, truth, split));
        Files.writeString(truth, Files.readString(truth).replaceFirst(",A", ",B"));
        assertEquals(1, check(commitment, truth, split));
        assertEquals(2, check(commitment, file("other.csv", "x")));
    }
}

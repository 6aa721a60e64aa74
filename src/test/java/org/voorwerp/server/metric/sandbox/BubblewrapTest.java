package org.voorwerp.server.metric.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BubblewrapTest {

    @Test
    void whereItIsMissingItIsSaidWhatToInstall() {
        var problem = Bubblewrap.problem(List.of("/no/such/folder")).orElseThrow();
        assertEquals("there is no bwrap on this server; install Debian's packages bubblewrap and util-linux", problem);
    }

    @Test
    void aJobReadsItsInputAndAnswers() throws Exception {
        assumeTrue(
                Sandbox.problem().isEmpty(),
                () -> "skipped: " + Sandbox.problem().orElse(""));
        var outcome = Sandbox.run(new Job(
                List.of("/bin/sh", "-c", "cat; env >&2; exit 3"),
                Map.of("COLOUR", "red"),
                Map.of(),
                List.of("/tmp"),
                "/tmp",
                out -> out.write("hello".getBytes()),
                new Limits(1 << 28, 1 << 28, 8, Duration.ofSeconds(10), 1 << 20, 100)));
        assertEquals(3, outcome.exit());
        assertEquals("hello", new String(outcome.output()));
        assertTrue(outcome.log().contains("COLOUR=red"), outcome::log);
        assertEquals(
                List.of("COLOUR", "PWD"),
                outcome.log()
                        .lines()
                        .map(line -> line.replaceFirst("=.*", ""))
                        .sorted()
                        .toList());
    }
}

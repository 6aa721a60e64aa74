package org.voorwerp.server.metric.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.metric.Comparisons;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.sandbox.Sandbox;

class ProgramMetricTest {

    private static final String HONEST = """
            import csv, json, sys
            def table(name):
                with open(name, newline="", encoding="utf-8") as file:
                    return list(csv.DictReader(file))
            truth = table(sys.argv[1] + "/ref/solution.csv")
            found = {row["id"]: row["label"] for row in table(sys.argv[1] + "/res/predictions.csv")}
            right = sum(found[row["id"]] == row["label"] for row in truth)
            print("scored", len(truth))
            json.dump({"right": right / len(truth), "rows": len(truth), "note": "text is left out"},
                      open(sys.argv[2] + "/scores.json", "w"))
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void bubblewrapAndPythonAreHere() {
        assumeTrue(
                Sandbox.problem().isEmpty(),
                () -> "skipped: " + Sandbox.problem().orElse(""));
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "skipped: there is no python3");
    }

    private static Programs programs(Duration time) {
        return new Programs(new ProgramConfig() {
            @Override
            public MemorySize memory() {
                return new MemorySize(BigInteger.valueOf(300L << 20));
            }

            @Override
            public int processes() {
                return 16;
            }

            @Override
            public Duration time() {
                return time;
            }

            @Override
            public MemorySize scratch() {
                return new MemorySize(BigInteger.valueOf(32L << 20));
            }

            @Override
            public Optional<List<Path>> folders() {
                return Optional.empty();
            }
        });
    }

    private ProgramSource program(String python) {
        return program(python, "command: python3 $program/score.py $input $output");
    }

    private ProgramSource program(String python, String metadata) {
        try {
            Files.writeString(folder.resolve("score.py"), python);
            Files.writeString(folder.resolve("metadata.yaml"), metadata + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new ProgramSource.Folder(folder);
    }

    private static double score(String name, ProgramSource source, Comparison comparison, Duration time) {
        return new ProgramMetric(name, Direction.HIGHER_IS_BETTER, source, programs(time))
                .score(comparison, Parameters.of(List.of(), Map.of()))
                .value();
    }

    private static double score(String name, ProgramSource source, Part part) {
        return score(name, source, Comparisons.of(part), Duration.ofSeconds(30));
    }

    private String fails(String python) {
        return fails(python, Duration.ofSeconds(30));
    }

    private String fails(String python, Duration time) {
        var source = program(python);
        var fault = assertThrows(
                MetricFault.class, () -> score("right", source, Comparisons.of(Part.PUBLIC), time), python);
        return String.valueOf(fault.getMessage());
    }

    /// What the program finds out, as a number it gives.
    private double finds(String expression) {
        return score(
                "right",
                program("import json, os, socket, sys\njson.dump({'right': float(" + expression
                        + ")}, open('/app/output/scores.json', 'w'))"),
                Part.PUBLIC);
    }

    @Test
    void aProgramScoresEachPartAlone() {
        var source = program(HONEST);
        assertEquals(0.5, score("right", source, Part.PUBLIC), 1e-15);
        assertEquals(1.0, score("right", source, Part.PRIVATE), 1e-15);
        assertEquals(6, score("rows", source, Part.PRIVATE));
    }

    @Test
    void severalScoresComeOfOneRun() {
        var source = program(
                "import json, time\njson.dump({'a': time.time_ns() / 1e9, 'b': 0}, open('/app/output/scores.json', 'w'))");
        var comparison = Comparisons.of(Part.PUBLIC);
        var first = score("a", source, comparison, Duration.ofSeconds(30));
        assertEquals(0, score("b", source, comparison, Duration.ofSeconds(30)));
        assertEquals(first, score("a", source, comparison, Duration.ofSeconds(30)), "not run again");
    }

    @Test
    void codaLabsTokensFilesAndFoldersAreUnderstood() {
        var source =
                program("""
                import os, sys
                assert os.getcwd() == "/app/program", os.getcwd()
                assert sys.argv[1:] == ["/app/input/ref", "/app/input/res", "/app/output", "two words", "/app/shared"]
                open("/app/output/scores.txt", "w").write("right: 0.25\\nset1_score: 3\\n")
                """, "command: python3 /app/program/score.py $hidden $predictions $output 'two words' $shared");
        assertEquals(0.25, score("right", source, Part.PUBLIC));
        assertEquals(3, score("set1_score", source, Part.PUBLIC));
    }

    @Test
    void aProgramThatFailsIsToldWithItsLog() {
        var told = fails("import sys\nprint('looking at s00')\nraise ValueError('a class I do not know')");
        assertTrue(told.startsWith("the program ended with status 1; its log:"), told);
        assertTrue(told.contains("looking at s00") && told.contains("ValueError: a class I do not know"), told);
        assertTrue(fails("pass").startsWith("the program wrote no scores.json"));
    }

    @Test
    void whatIsNoScoreIsTold() {
        var write = "open('/app/output/scores.json', 'w').write('%s')";
        assertTrue(fails(write.formatted("{\"right\": NaN}")).contains("NaN for right"));
        assertTrue(fails(write.formatted("{\"right\": -Infinity}")).contains("-Infinity for right"));
        assertTrue(fails(write.formatted("{\"right\": 1e999}")).contains("Infinity for right"));
        assertTrue(fails(write.formatted("{\"left\": 1}")).contains("no number called right, only left"));
        assertTrue(fails(write.formatted("{\"right\": \"1\"}")).contains("no number called right"));
        assertTrue(fails(write.formatted("[1]")).contains("must hold an object"));
        assertTrue(fails(write.formatted("{\"right\": ")).contains("no JSON"));
        assertTrue(fails(write.formatted("[[\" * 1 + ").replace("'[[", "'[' * 100000 + '"))
                .contains("no JSON"));
    }

    @Test
    void aGiantAnswerIsNotRead() {
        assertTrue(fails("open('/app/output/scores.json', 'w').write('{\"right\": 1,' + ' ' * 20000000 + '\"x\": 1}')")
                .contains("answered more than"));
    }

    @Test
    void aLinkIsNotFollowed() {
        assertTrue(fails("import os\nos.symlink('/app/input/ref/solution.csv', '/app/output/scores.json')")
                .contains("scores.json is a link"));
        assertTrue(fails("import os\nos.mkfifo('/app/output/scores.json')").contains("wrote no scores.json"));
        assertTrue(fails("import os\nos.mkdir('/app/output/scores.json')").contains("wrote no scores.json"));
    }

    @Test
    void theHostsFilesAreNotThere() throws IOException {
        var secret = Files.writeString(folder.resolveSibling("voorwerp-secret"), "truth");
        for (var path : List.of(
                "/etc/passwd",
                "/etc/shadow",
                "/root",
                "/home",
                "/var",
                "/run",
                "/proc/1/environ.d",
                "/sys",
                Path.of("").toAbsolutePath().toString(),
                secret.toString())) {
            assertEquals(0, finds("os.path.exists('" + path + "')"), path);
        }
        assertEquals(0, finds("len(os.environ.get('JAVA_HOME', ''))"));
        assertEquals(
                0,
                finds("any(b'java' in open(f'/proc/{p}/cmdline', 'rb').read()"
                        + " for p in os.listdir('/proc') if p.isdigit())"));
        assertEquals(65534, finds("os.getuid()"));
        Files.delete(secret);
    }

    @Test
    void onlyItsOwnFoldersCanBeWritten() {
        for (var path : List.of("/", "/app", "/app/program", "/app/input/ref", "/usr", "/dev", "/usr/local/lib")) {
            assertTrue(fails("open('" + path + "/x', 'w')").contains("Error"), path);
        }
        assertEquals(1, finds("all(open(d + '/x', 'w').write('x') for d in ('/tmp', '/app/output', '/app/shared'))"));
    }

    @Test
    void thereIsNoNetwork() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertTrue(finds("socket.socket().connect_ex(('127.0.0.1', " + server.getLocalPort() + "))") > 0);
        }
        assertEquals(1, finds("len(socket.if_nameindex())"), "only a loopback of its own");
    }

    @Test
    void memoryThatIsNobodysAndWaysAroundNamespacesAreRefused() {
        assertTrue(fails("import os\nos.memfd_create('x')").contains("PermissionError"));
        assertTrue(fails("import socket\nsocket.socket(40, socket.SOCK_STREAM)").contains("PermissionError"), "vsock");
        assertEquals(-1, finds("__import__('ctypes').CDLL(None).shmget(0, 1 << 30, 0o1600)"));
        assertEquals(-1, finds("__import__('ctypes').CDLL(None).unshare(0x10000000)"), "a user namespace of its own");
        assertEquals(0, finds("socket.socketpair()[0].close() or 0"));
    }

    @Test
    void aProgramThatNeverEndsIsEnded() {
        assertTrue(fails("while True: pass", Duration.ofSeconds(2)).contains("longer than the 2 seconds"));
        assertTrue(fails("import time\ntime.sleep(1000)", Duration.ofSeconds(2)).contains("longer than the 2 seconds"));
        assertTrue(fails("import os, time\nif os.fork() == 0: os.setsid()\ntime.sleep(1000)", Duration.ofSeconds(2))
                .contains("longer than"));
    }

    @Test
    void whatItLeavesRunningEndsWithIt() throws InterruptedException {
        var source = program("""
                import json, os, time
                if os.fork() == 0:
                    os.setsid()
                    time.sleep(12345)
                json.dump({"right": 1}, open("/app/output/scores.json", "w"))
                """);
        assertEquals(1, score("right", source, Part.PUBLIC));
        assertFalse(ProcessHandle.current().descendants().anyMatch(ProgramMetricTest::isOfProgram));
    }

    private static boolean isOfProgram(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("/app/program/score.py");
    }

    @Test
    void aProgramThatForksWithoutEndHarmsItselfOnly() {
        var told = fails("import os\nwhile True: os.fork()", Duration.ofSeconds(5));
        assertTrue(
                told.contains("BlockingIOError") || told.contains("processes allowed") || told.contains("longer than"),
                told);
        stillWell();
    }

    @Test
    void aProgramThatEatsMemoryHarmsItselfOnly() {
        assertTrue(fails("x = bytearray(10 << 30)").contains("MemoryError"));
        var many = fails("""
                import os, time
                for _ in range(8): os.fork() if _ < 3 else None
                x = bytearray(os.urandom(1 << 20)) * 100
                time.sleep(100)
                """);
        assertTrue(many.contains("of memory allowed"), many);
        stillWell();
    }

    @Test
    void aProgramThatFillsItsFoldersHarmsItselfOnly() {
        var endless = "f = open('%s/f', 'wb')\nwhile True: f.write(b'x' * 1048576)";
        for (var path : List.of("/tmp", "/app/output", "/app/shared", "/dev/shm")) {
            var told = fails(endless.formatted(path));
            assertTrue(told.contains("No space left") || told.contains("File too large"), told);
        }
        stillWell();
    }

    @Test
    void aProgramThatPrintsWithoutEndIsCutShort() {
        var told = fails("while True: print('x' * 10000)", Duration.ofSeconds(3));
        assertTrue(told.contains("bytes left out]"), told);
        assertTrue(told.length() < 16_000, () -> "" + told.length());
    }

    private void stillWell() {
        assertEquals(0.5, score("right", program(HONEST), Part.PUBLIC), 1e-15);
    }
}

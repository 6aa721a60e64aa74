package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Runs the tests of the client for Python, where there is a Python.
class PythonClientTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @Test
    void itsOwnTestsPass() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "skipped: there is no " + PYTHON);
        var tests = new ProcessBuilder(PYTHON.toString(), "-B", "-W", "error::ResourceWarning", "-m", "unittest")
                .directory(Path.of("..", "clients", "python").toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tests.waitFor(), output);
    }
}

package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page on the library shows a program and what it prints.
class LibraryPageTest {

    private static final Path PAGE = Path.of("..", "docs", "library.md");

    private static String block(String page, String language) {
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(block.find(), "the page has no block of " + language);
        return block.group(1);
    }

    @Test
    void theProgramOnThePagePrintsWhatThePageSays(@TempDir Path folder) throws IOException, InterruptedException {
        var page = Files.readString(PAGE);
        var program = Files.writeString(folder.resolve("Example.java"), block(page, "java"));
        var classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-cp",
                        classpath,
                        program.toString())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        assertEquals(block(page, "text"), printed);
    }
}

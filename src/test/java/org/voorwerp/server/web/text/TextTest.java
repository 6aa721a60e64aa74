package org.voorwerp.server.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;

/// Our texts keep up with the code they explain.
class TextTest {

    private static final Path SOURCES = Path.of("main", "java");
    private static final Pattern REFUSAL =
            Pattern.compile("(?:super\\(|Problem\\.of\\()\\s*\\d{3},\\s*\"([a-z][a-z-]+)\"");

    @Test
    void everyMetricIsExplained() {
        var silent = new TreeSet<String>();
        Metrics.load(Metric.class.getClassLoader()).all().stream()
                .map(Metric::name)
                .filter(name -> !name.startsWith("test-"))
                .filter(name -> Text.METRICS.section(name).isEmpty())
                .forEach(silent::add);
        assertEquals(new TreeSet<>(), silent);
    }

    @Test
    void everyKindOfProblemIsExplained() throws IOException {
        var types = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                REFUSAL.matcher(Files.readString(file)).results().forEach(found -> types.add(found.group(1)));
            }
        }
        assertFalse(types.isEmpty());
        types.removeIf(type -> Text.PROBLEMS.section(type).isPresent());
        assertEquals(new TreeSet<>(), types);
    }
}

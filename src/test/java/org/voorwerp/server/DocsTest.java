package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Prose that names the code must not outlive it.
class DocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*)`");
    private static final Pattern REFUSAL = Pattern.compile("\\(\\s*(\\d{3}),\\s*\"([a-z-]+)\",");

    @Test
    void everyClassThatArchitectureNamesExists() throws IOException {
        var classes = sources()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertAll(Stream.of("ARCHITECTURE.md", "CONTRIBUTING.md")
                .flatMap(name -> matches(ROOT.resolve(name), CLASS_NAME, 1))
                .<Executable>map(name -> () -> assertTrue(classes.contains(name), "there is no class " + name))
                .toList());
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        try (var files = Files.walk(ROOT, 4)) {
            assertAll(files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith(ROOT.resolve("target")))
                    .filter(file -> !file.startsWith(ROOT.resolve("challenges")))
                    .flatMap(file -> matches(file, LINK, 1)
                            .<Executable>map(link -> () ->
                                    assertTrue(Files.exists(file.resolveSibling(link)), file + " links to " + link)))
                    .toList());
        }
    }

    @Test
    void everyProblemTypeIsDescribed() throws IOException {
        var described = Files.readString(ROOT.resolve("docs/reference/problems.md"));
        assertAll(sources()
                .filter(file -> file.startsWith(Path.of("main")))
                .flatMap(file -> matches(file, REFUSAL, 2))
                .distinct()
                .<Executable>map(type -> () -> assertTrue(
                        described.contains("`" + type + "`"), "docs/reference/problems.md says nothing of " + type))
                .toList());
    }

    private static Stream<Path> sources() throws IOException {
        try (var server = Files.walk(Path.of("main", "java"));
                var tests = Files.walk(Path.of("test", "java"));
                var library = Files.walk(ROOT.resolve("scoring/src"));
                var generator = Files.walk(ROOT.resolve("challenges/generator/src"))) {
            return List.of(server, tests, library, generator).stream()
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> matches(Path file, Pattern pattern, int group) {
        try {
            return pattern.matcher(Files.readString(file)).results().map(match -> match.group(group)).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.voorwerp.server.metric.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Values;

class PluginsTest {

    private static final Path GUIDE = Path.of("..", "docs", "write-a-metric.md");
    private static final Path EXAMPLE =
            Path.of("..", "scoring/example-plugin/src/main/java/org/example/metrics/WithinTolerance.java");
    private static final String NAME = "org.example.metrics.WithinTolerance";

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Plugins.class.getName());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(
                    line instanceof org.jboss.logmanager.ExtLogRecord told
                            ? told.getFormattedMessage()
                            : line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(listener);
    }

    private static String example() throws IOException {
        return Files.readString(EXAMPLE);
    }

    private Plugins load() {
        return Plugins.load(Optional.of(folder));
    }

    private static List<String> names(Plugins plugins) {
        return plugins.metrics().all().stream().map(Metric::name).toList();
    }

    @Test
    void theGuideShowsTheExampleAsItIs() throws IOException {
        var block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertTrue(block.find());
        assertEquals(example(), block.group(1));
    }

    @Test
    void theExampleIsFoundWithItsDocumentation() throws IOException {
        PluginJar.of(folder.resolve("example.jar"), NAME, NAME, example());
        var plugins = load();
        var kind = new Values(List.of(new NumberColumn("size")));
        var metric = plugins.metrics()
                .configure(kind, "within-tolerance", "near", null, Map.of("tolerance", 2), true)
                .metric();
        assertEquals(Optional.of("example.jar"), plugins.source(metric));
        assertTrue(Metrics.documentation(metric).startsWith("The share of subjects"), Metrics.documentation(metric));
        assertEquals(List.of("the plug-in example.jar brings within-tolerance"), log);
    }

    @Test
    void aBrokenJarIsToldByNameAndTheOthersAreUsed() throws IOException {
        PluginJar.of(folder.resolve("a-missing.jar"), "org.example.NoSuchMetric", NAME, example());
        Files.writeString(folder.resolve("b-text.jar"), "this is no jar");
        PluginJar.of(
                folder.resolve("c-throws.jar"),
                NAME,
                NAME,
                example()
                        .replace(
                                "    @Override\n    public String name()",
                                "    public WithinTolerance() { throw new IllegalStateException(\"not today\"); }\n"
                                        + "    @Override\n    public String name()"));
        var newer = PluginJar.compiled(NAME, example());
        var type = newer.resolve(NAME.replace('.', '/') + ".class");
        var bytes = Files.readAllBytes(type);
        bytes[7] = 99;
        Files.write(type, bytes);
        PluginJar.of(folder.resolve("d-newer.jar"), NAME, newer);
        PluginJar.of(
                folder.resolve("e-nameless.jar"), NAME, NAME, example().replace("\"within-tolerance\"", "\"No name\""));
        PluginJar.of(folder.resolve("f-taken.jar"), NAME, NAME, example().replace("\"within-tolerance\"", "\"rmse\""));
        PluginJar.of(
                folder.resolve("g-curious.jar"),
                NAME,
                NAME,
                example()
                        .replace(
                                "return \"within-tolerance\"",
                                "return Class.forName(\"io.quarkus.runtime.Quarkus\").getName()")
                        .replace("public String name() {", "public String name() { try {")
                        .replace(
                                ".getName();\n",
                                ".getName(); } catch (Exception e) { throw new IllegalStateException(e); }\n"));
        PluginJar.of(folder.resolve("h-good.jar"), NAME, NAME, example());
        PluginJar.of(folder.resolve("i-twice.jar"), NAME, NAME, example());
        PluginJar.of(folder.resolve("j-nothing.jar"), "# nothing\n", NAME, example());
        PluginJar.of(folder.resolve("k-other.jar"), "java.lang.String", NAME, example());

        var names = names(load());
        assertEquals(1, names.stream().filter("within-tolerance"::equals).count());
        assertEquals(names(Plugins.load(Optional.empty())).size() + 1, names.size());
        told("a-missing.jar", "org.example.NoSuchMetric not found");
        told("b-text.jar", "zip");
        told("c-throws.jar", "not today");
        told("d-newer.jar", "UnsupportedClassVersionError");
        told("e-nameless.jar", "lower-case words");
        told("f-taken.jar", "two metrics are named rmse");
        told("g-curious.jar", "ClassNotFoundException: io.quarkus.runtime.Quarkus");
        told("i-twice.jar", "two metrics are named within-tolerance");
        told("j-nothing.jar", "names no class of its own");
        told("k-other.jar", "names no class of its own");
        assertEquals(11, log.size(), log::toString);
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Plugins.load(Optional.of(folder.resolve("none")));
        assertTrue(log.getFirst().contains("cannot be read"), log::toString);
    }

    private void told(String jar, String reason) {
        assertTrue(
                log.stream()
                        .anyMatch(line ->
                                line.startsWith("the plug-in " + jar + " is left out") && line.contains(reason)),
                () -> jar + ": " + reason + " in\n" + String.join("\n", log));
    }
}

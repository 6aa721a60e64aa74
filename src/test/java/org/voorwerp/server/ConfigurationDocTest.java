package org.voorwerp.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/reference/configuration.md says what the `*Config` interfaces say: it is made of their doc comments.
class ConfigurationDocTest {

    private static final Path SOURCES = Path.of("main", "java");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"");
    private static final Pattern OPTION = Pattern.compile(
            "((?: *///[^\\n]*\\n)+)(?: *@WithDefault\\(\"([^\"]*)\"\\)\\n)? *([A-Za-z.<>]+) (\\w+)\\(\\);");

    @Test
    void theReferenceSaysWhatTheInterfacesSay() throws IOException {
        Documents.assertCurrent(Path.of("..", "docs", "reference", "configuration.md"), render());
    }

    private static String render() throws IOException {
        var options = new TreeMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith("Config.java")).toList()) {
                var source = Files.readString(file);
                var prefix = PREFIX.matcher(source);
                if (prefix.find()) {
                    options.putAll(options(prefix.group(1), source));
                }
            }
        }
        var lines = new ArrayList<>(List.of(
                "# Configuration",
                "",
                "Every option is a system property (`-Dvoorwerp.queue.threads=4`), an environment variable",
                "(`VOORWERP_QUEUE_THREADS=4`), or a line of `config/application.properties` beside the server.",
                "Options of Quarkus itself work too; those needed most often stand in [run.md](../run.md).",
                "",
                "| option | default | meaning |",
                "| --- | --- | --- |"));
        lines.addAll(options.values());
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static TreeMap<String, String> options(String prefix, String source) {
        var rows = new TreeMap<String, String>();
        var option = OPTION.matcher(source);
        while (option.find()) {
            var key = prefix + "." + kebab(option.group(4));
            var standard = option.group(2) == null ? "" : "`" + option.group(2) + "`";
            var meaning = option.group(1)
                    .lines()
                    .map(line -> line.strip().substring(3).strip())
                    .collect(Collectors.joining(" "));
            rows.put(key, "| `" + key + "` | " + standard + " | " + meaning + " |");
        }
        return rows;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

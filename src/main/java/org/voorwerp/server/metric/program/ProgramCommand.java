package org.voorwerp.server.metric.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voorwerp.server.metric.MetricFault;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The command of a program's metadata.yaml: words, not a line for a shell.
public final class ProgramCommand {

    /// The files that may hold it, the first that is there.
    public static final List<String> FILES = List.of("metadata.yaml", "metadata");

    /// How large such a file may be.
    public static final int MOST_BYTES = 1 << 16;

    /// What Codabench puts in place of the tokens of CodaLab, for a scoring program.
    private static final Map<String, String> TOKENS = Map.of(
            "$input", "/app/input",
            "$output", "/app/output",
            "$program", "/app/program",
            "$ingestion_program", "/app/program",
            "$hidden", "/app/input/ref",
            "$predictions", "/app/input/res",
            "$shared", "/app/shared",
            "$tmp", "/app/output");

    private static final Pattern TOKEN = Pattern.compile("\\$[a-z_]+");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private ProgramCommand() {}

    /// The file that holds it.
    ///
    /// @param program a folder
    /// @throws MetricFault if there is none
    public static byte[] metadata(Path program) throws IOException {
        for (var name : FILES) {
            var file = program.resolve(name);
            if (Files.isRegularFile(file)) {
                try (var in = Files.newInputStream(file)) {
                    return in.readNBytes(MOST_BYTES + 1);
                }
            }
        }
        throw new MetricFault("the program's folder has no metadata.yaml");
    }

    /// @param metadata the bytes of the file
    /// @throws MetricFault saying what is wrong with it
    public static List<String> of(byte[] metadata) {
        var document = document(metadata);
        // Wrong ones are told when the pack is checked, not when the first submission is scored.
        ProgramFiles.of(document.get("files"));
        if (document.get("command") instanceof String command && !command.isBlank()) {
            return words(command);
        }
        throw new MetricFault("it has no command, e.g. command: python3 $program/score.py $input $output");
    }

    /// In which files the program finds truth and predictions.
    ///
    /// @throws MetricFault as [#of]
    static ProgramFiles files(byte[] metadata) {
        return ProgramFiles.of(document(metadata).get("files"));
    }

    private static Map<?, ?> document(byte[] metadata) {
        if (metadata.length > MOST_BYTES) {
            throw new MetricFault("it is larger than " + MOST_BYTES / 1024 + " KiB");
        }
        Object document;
        try {
            document = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(metadata, StandardCharsets.UTF_8));
        } catch (YAMLException e) {
            throw new MetricFault("it is no YAML: " + e.getMessage());
        }
        return document instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var word = WORD.matcher(replaced(command));
        while (word.find()) {
            words.add(QUOTED.matcher(word.group())
                    .replaceAll(quoted ->
                            Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1))));
        }
        if (words.isEmpty()) {
            throw new MetricFault("its command has a quote that does not end: " + command);
        }
        return words;
    }

    private static String replaced(String command) {
        return TOKEN.matcher(command).replaceAll(token -> {
            var place = TOKENS.get(token.group());
            if (place == null) {
                throw new MetricFault("its command names " + token.group()
                        + ", which there is not; there" + " are "
                        + String.join(", ", TOKENS.keySet().stream().sorted().toList()));
            }
            return place;
        });
    }
}

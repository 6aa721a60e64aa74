package org.voorwerp.server.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a program's source tells of the files that it reads.
final class SourceNames {

    private static final int LARGEST = 1 << 20;
    private static final Pattern TEXT = Pattern.compile(
            "['\"](?:[^'\"\\n]*/)?([A-Za-z0-9_][A-Za-z0-9_.-]*\\.(?:csv|tsv|txt|predict|labels?|solution))['\"]");

    private SourceNames() {}

    /// The data file that a Python program names besides the truth, most likely that of the predictions: the first
    /// called
    /// so, or else the first.
    static Optional<String> predictions(Path program, String truth) throws IOException {
        var first = Optional.<String>empty();
        for (var file : SourceFolder.files(program)) {
            if (!file.toString().endsWith(".py") || Files.size(file) > LARGEST) {
                continue;
            }
            var found = TEXT.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            while (found.find()) {
                var name = found.group(1);
                if (name.equals(truth) || name.startsWith("scores.")) {
                    continue;
                }
                if (name.matches("(?i).*(predict|submission|result|answer).*")) {
                    return Optional.of(name);
                }
                first = first.or(() -> Optional.of(name));
            }
        }
        return first;
    }
}

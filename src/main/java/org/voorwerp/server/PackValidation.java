package org.voorwerp.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackFiles;
import org.voorwerp.server.challenge.pack.PackLimits;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.challenge.pack.ZipPack;
import org.voorwerp.server.metric.plugin.Plugins;

/// `voorwerp validate`: checks a pack as an upload would be checked, and prints every mistake.
final class PackValidation {

    /// One's own pack on one's own machine may be as large as it likes.
    private static final PackLimits NO_LIMITS = new PackLimits(Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    private final PrintStream out;

    PackValidation(PrintStream out) {
        this.out = out;
    }

    /// @param pack a folder or a zip
    /// @return the exit status: 0 for a good pack, 1 for one with mistakes, 2 where there is none
    int run(Path pack) {
        try {
            if (Files.isDirectory(pack)) {
                return tell(new FolderPack(
                        pack, folder("VOORWERP_PACKS_DATA_FOLDER").orElse(null)));
            }
            if (!Files.isRegularFile(pack)) {
                out.println("There is no pack at " + pack + "; name a folder with a challenge.yaml, or a zip of one.");
                return 2;
            }
            try (var zip = ZipPack.open(pack, NO_LIMITS)) {
                return tell(zip);
            }
        } catch (PackRefused e) {
            out.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("The pack cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private int tell(PackFiles files) throws IOException {
        var metrics = Plugins.load(folder("VOORWERP_PLUGINS_FOLDER")).metrics();
        return switch (new PackReader(metrics).read(files)) {
            case PackReader.Accepted(var definition, var pages) -> {
                out.println(definition.title() + " (" + definition.slug() + "): no mistakes found.");
                yield 0;
            }
            case PackReader.Rejected(var findings, long count) -> {
                findings.forEach(out::println);
                out.println(count + (count == 1 ? " mistake." : " mistakes."));
                yield 1;
            }
        };
    }

    private static Optional<Path> folder(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(Path::of);
    }
}

package org.voorwerp.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.build.source.PackTables;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackFiles;
import org.voorwerp.server.challenge.pack.PackLimits;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.challenge.pack.ZipPack;
import org.voorwerp.server.metric.catalogue.Catalogue;

/// `voorwerp validate`: checks a pack as an upload would be checked, and prints every mistake.
final class PackValidation {

    /// One's own pack on one's own machine may be as large as it likes.
    private static final PackLimits NO_LIMITS = new PackLimits(Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    private final Catalogue catalogue = Catalogue.withoutServer();
    private final PrintStream out;

    PackValidation(PrintStream out) {
        this.out = out;
    }

    /// @param pack a folder or a zip
    /// @return the exit status: 0 for a good pack, 1 for one with mistakes, 2 where there is none
    int run(Path pack) {
        try {
            if (Files.isDirectory(pack)) {
                var folder = new FolderPack(pack, dataFolder());
                return tell(folder, definition -> PackTables.check(folder, definition, catalogue));
            }
            if (!Files.isRegularFile(pack)) {
                out.println("There is no pack at " + pack + "; name a folder with a challenge.yaml, or a zip of one.");
                return 2;
            }
            try (var zip = ZipPack.open(pack, NO_LIMITS)) {
                return tell(zip, definition -> PackTables.check(zip, definition, catalogue));
            }
        } catch (PackRefused e) {
            e.findings().forEach(out::println);
            out.println(e.count() + (e.count() == 1 ? " mistake." : " mistakes."));
            return 1;
        } catch (IOException e) {
            out.println("The pack cannot be read: " + e.getMessage());
            return 2;
        }
    }

    private interface TableCheck {
        void check(Definition definition) throws IOException;
    }

    private int tell(PackFiles pack, TableCheck tables) throws IOException {
        return switch (new PackReader(catalogue.metrics()).read(pack)) {
            case PackReader.Accepted(var definition, var _) -> {
                tables.check(definition);
                out.println(definition.title() + " (" + definition.slug() + "): no mistakes found.");
                yield 0;
            }
            case PackReader.Rejected(var findings, long count) -> throw new PackRefused(findings, count);
        };
    }

    private static @Nullable Path dataFolder() {
        var folder = System.getenv("VOORWERP_PACKS_DATA_FOLDER");
        return folder == null ? null : Path.of(folder);
    }
}

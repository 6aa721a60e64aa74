package org.voorwerp.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.importing.NotImported;
import org.voorwerp.server.importing.PackImport;

/// `voorwerp import`: makes a pack of a challenge of another platform, says what became of what, and checks the pack.
final class PackImporting {

    private final PrintStream out;

    PackImporting(PrintStream out) {
        this.out = out;
    }

    /// @param from a folder or a zip
    /// @param pack the folder to be made
    /// @return the exit status: 0 for a good pack, 1 where none can be made or it has mistakes, 2 for files that
    ///     cannot be read
    int run(Path from, Path pack) {
        try {
            out.println(PackImport.run(from, pack));
            return new PackValidation(out).run(pack);
        } catch (NotImported e) {
            out.println("Not imported: " + e.getMessage() + ".");
            return 1;
        } catch (PackRefused e) {
            e.findings().forEach(out::println);
            return 1;
        } catch (IOException e) {
            out.println("It cannot be read: " + e.getMessage());
            return 2;
        }
    }
}

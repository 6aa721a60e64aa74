package org.voorwerp.consensus;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Real volunteers' data, which this repository cannot hold: it lies in `shared/data` beside the repository.
public final class RealData {

    private RealData() {}

    /// A file of it; the test is skipped where it is missing.
    public static Path file(String name) {
        // Maven runs tests in the module's folder, an IDE perhaps in the repository's.
        for (var folder : new String[] {"../shared/data", "../../shared/data"}) {
            var file = Path.of(folder, name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Assumptions.abort("skipped: ../shared/data/" + name + " is not there");
    }
}

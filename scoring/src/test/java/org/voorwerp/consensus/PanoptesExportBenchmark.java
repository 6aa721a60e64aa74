package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.voorwerp.consensus.panoptes.RowSelection;
import org.voorwerp.consensus.panoptes.SpecialRows;

/// Reads the votes of a classification export and says how long that took: file, workflow, task, and how often.
@NullUnmarked
final class PanoptesExportBenchmark {

    private PanoptesExportBenchmark() {}

    public static void main(String... arguments) throws IOException {
        var file = Path.of(arguments[0]);
        long workflow = Long.parseLong(arguments[1]);
        var all = RowSelection.of(workflow);
        var recipe = Recipe.of(workflow, arguments[2])
                .withRows(new RowSelection(
                        workflow,
                        all.versions(),
                        SpecialRows.KEEP,
                        SpecialRows.KEEP,
                        all.beforeLaunch(),
                        all.anonymous()));
        for (int i = Integer.parseInt(arguments[3]); i > 0; i--) {
            long start = System.nanoTime();
            var votes = new long[1];
            var tally = PanoptesExport.read(file, recipe, null, extract -> votes[0]++);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%s%n%d votes in %.3f s, %.0f MB/s%n", tally, votes[0], seconds, Files.size(file) / seconds / 1e6);
        }
    }
}

package org.voorwerp.consensus.program;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is written where.
final class OutputOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            description = "The consensus. Default: <reducer>_reductions.csv.")
    @Nullable
    Path output;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "The report. Default: beside the output, under its name.")
    @Nullable
    Path report;

    @Option(names = "--no-report", description = "No report.")
    boolean noReport;

    @Option(names = "--extracts", paramLabel = "FILE.csv", description = "Also the extracts that were reduced.")
    @Nullable
    Path extracts;

    @Option(
            names = "--volunteers",
            paramLabel = "FILE.csv",
            description = "Also every volunteer's figure of merit, with intervals.")
    @Nullable
    Path volunteers;

    Path output(String reducer) {
        return output == null ? Path.of(reducer + "_reductions.csv") : output;
    }

    /// A file beside another, with another ending.
    static Path beside(Path file, String ending) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }
}

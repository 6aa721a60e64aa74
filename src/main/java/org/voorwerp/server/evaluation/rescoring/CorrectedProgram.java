package org.voorwerp.server.evaluation.rescoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import org.voorwerp.server.challenge.pack.PackLimits;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.challenge.pack.ZipPack;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.TooLarge;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.program.ProgramCommand;
import org.voorwerp.server.metric.program.ProgramSource;
import org.voorwerp.server.metric.program.ProgramStore;

/// A scoring program put right, as an organiser sends it: a zip with metadata.yaml at its top, checked like the folder
/// of a pack.
@ApplicationScoped
class CorrectedProgram {

    private static final PackLimits LIMITS =
            new PackLimits(ProgramStore.MOST_BYTES, ProgramStore.MOST_FILES, ProgramStore.MOST_BYTES);

    private final ProgramStore programs;

    CorrectedProgram(ProgramStore programs) {
        this.programs = programs;
    }

    /// Keeps the program, if it passes its trial.
    ///
    /// @param zip not closed
    /// @param trial throws if it does not
    /// @return the digest of its blob
    /// @throws PackRefused if the archive is not acceptable
    /// @throws Invalid if it holds no program
    /// @throws TooLarge if it is larger than a program may be
    String keep(InputStream zip, Consumer<ProgramSource> trial) throws IOException {
        var work = Files.createTempDirectory("voorwerp-corrected-");
        try {
            var archive = work.resolve("program.zip");
            copy(zip, archive);
            var program = Files.createDirectory(work.resolve("program"));
            try (var pack = ZipPack.ofAnything(archive, LIMITS)) {
                pack.unpack(program);
            }
            ProgramCommand.of(ProgramCommand.metadata(program));
            trial.accept(new ProgramSource.Folder(program));
            return programs.keep(program);
        } catch (MetricFault e) {
            throw new Invalid("The program cannot be used: " + e.getMessage() + ".");
        } finally {
            delete(work);
        }
    }

    private static void copy(InputStream zip, Path archive) throws IOException {
        try (var out = Files.newOutputStream(archive)) {
            var buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read; (read = zip.read(buffer)) >= 0; ) {
                bytes += read;
                if (bytes > LIMITS.bytes()) {
                    throw new TooLarge("A program may have at most " + (LIMITS.bytes() >> 20) + " MiB.");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

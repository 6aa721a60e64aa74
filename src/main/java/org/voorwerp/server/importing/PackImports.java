package org.voorwerp.server.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.build.PackIntake;
import org.voorwerp.server.challenge.build.source.Workspace;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.challenge.pack.PackLimits;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.http.TooLarge;

/// Takes challenges of other platforms in: makes a pack of one and sends it to be built, like any other pack.
@ApplicationScoped
public class PackImports {

    /// Each unpacks an archive and packs another.
    private final Semaphore turns = new Semaphore(2);

    private final Workspace workspace;
    private final PackIntake intake;
    private final PackLimits limits;

    PackImports(Workspace workspace, PackIntake intake, PackConfig config) {
        this.workspace = workspace;
        this.intake = intake;
        this.limits = PackLimits.of(config);
    }

    /// Makes a pack and queues its build.
    ///
    /// @param name of the archive: the challenge's title, where nothing in it is one
    /// @param archive a zip, of a Codabench bundle, an EvalAI challenge or a folder as for Kaggle
    /// @throws ImportRefused if no pack can be made of it, or one with mistakes
    /// @throws PackRefused if the archive could do harm
    public ImportedPack take(Caller caller, String name, InputStream archive) {
        try (var work = workspace.open()) {
            var source = work.path().resolve("source.zip");
            copy(archive, source);
            turns.acquireUninterruptibly();
            try {
                return take(caller, name, source, work.path());
            } finally {
                turns.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportedPack take(Caller caller, String name, Path source, Path work) throws IOException {
        var pack = work.resolve("pack");
        var report = made(name, source, pack, Files.createDirectory(work.resolve("scratch")));
        var zipped = work.resolve("pack.zip");
        zip(pack, zipped);
        try (var in = Files.newInputStream(zipped)) {
            return new ImportedPack(intake.take(caller, in), ImportedPack.Report.of(report));
        } catch (PackRefused e) {
            throw ImportRefused.of(e, report);
        }
    }

    private ImportReport made(String name, Path source, Path pack, Path scratch) throws IOException {
        try {
            return PackImport.run(source, name, pack, scratch, limits);
        } catch (NotImported e) {
            throw ImportRefused.of(e);
        }
    }

    private void copy(InputStream archive, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read; (read = archive.read(buffer)) >= 0; ) {
                bytes += read;
                if (bytes > limits.bytes()) {
                    throw new TooLarge("An archive may have at most " + (limits.bytes() >> 20) + " MiB.");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void zip(Path folder, Path archive) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var file : SourceFolder.files(folder)) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
    }
}

package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.challenge.pack.PackLimits;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.challenge.pack.ZipPack;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.http.TooLarge;
import org.voorwerp.server.metric.catalogue.Catalogue;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Takes packs in: the bytes are written while they arrive, the archive and its challenge.yaml are checked at once, so
/// that whoever sends a broken pack knows by the answer; what remains is a job.
@ApplicationScoped
public class PackIntake {

    /// Checking an archive inflates it: two at a time keep a processor free.
    private final Semaphore turns = new Semaphore(2);

    private final Blobs blobs;
    private final PackBuilds builds;
    private final Hosting hosting;
    private final Unchanged unchanged;
    private final PackReader reader;
    private final PackLimits limits;

    PackIntake(
            Blobs blobs,
            PackBuilds builds,
            Hosting hosting,
            Unchanged unchanged,
            Catalogue catalogue,
            PackConfig config) {
        this.blobs = blobs;
        this.builds = builds;
        this.hosting = hosting;
        this.unchanged = unchanged;
        this.reader = new PackReader(catalogue.metrics());
        this.limits = PackLimits.of(config);
    }

    /// Takes a pack and queues its build.
    ///
    /// @throws PackRefused saying what is wrong with it
    /// @throws SlugTaken if its slug is not free for the caller
    public BuildView take(Caller caller, InputStream archive) {
        try (var incoming = blobs.incoming(Area.PACKS)) {
            copy(archive, incoming);
            var definition = check(incoming.file());
            hosting.requireFree(definition.slug(), caller.account());
            return BuildView.of(builds.begin(caller.account(), definition.slug(), incoming.keep()), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes a pack that puts a hosted challenge right, and queues its build.
    ///
    /// @param reason what was wrong, said to everybody
    /// @throws PackRefused saying what is wrong with it, or what of it differs that may not
    public BuildView takeCorrection(Challenge challenge, String reason, Caller caller, InputStream archive) {
        try (var incoming = blobs.incoming(Area.PACKS)) {
            copy(archive, incoming);
            unchanged.require(challenge.definition, check(incoming.file()));
            var build = builds.begin(caller.account(), challenge.slug, incoming.keep(), challenge.id, reason);
            return BuildView.of(build, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The pack that a challenge was made of, or last put right by, as it was sent.
    ///
    /// @throws NotFound if it came with the server
    Path sent(Challenge challenge) {
        return builds.packOf(challenge.id)
                .map(blob -> blobs.path(Area.PACKS, blob))
                .orElseThrow(() -> new NotFound("The pack of " + challenge.slug
                        + " was not sent here: it came with the server, whose folder of packs has it."));
    }

    /// Checks a pack and keeps nothing of it.
    ///
    /// @throws PackRefused as [#take]
    Definition check(InputStream archive) {
        try (var incoming = blobs.incoming(Area.PACKS)) {
            copy(archive, incoming);
            return check(incoming.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(InputStream archive, OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read; (read = archive.read(buffer)) >= 0; ) {
            bytes += read;
            if (bytes > limits.bytes()) {
                throw new TooLarge("A pack may have at most " + (limits.bytes() >> 20) + " MiB.");
            }
            out.write(buffer, 0, read);
        }
    }

    private Definition check(Path archive) throws IOException {
        turns.acquireUninterruptibly();
        try (var pack = ZipPack.open(archive, limits)) {
            pack.verify();
            return switch (reader.read(pack)) {
                case PackReader.Accepted(var definition, var _) -> definition;
                case PackReader.Rejected(var findings, var count) -> throw new PackRefused(findings, count);
            };
        } finally {
            turns.release();
        }
    }
}

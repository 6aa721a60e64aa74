package org.voorwerp.server.challenge.build.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.challenge.pack.ZipDirectory;

/// The images of a pack: a folder, a zip or a tar archive, in which files are found by name whatever folder they are
/// in.
///
/// @param path where it lies
/// @param shown how messages call it, e.g. `data/images.zip`
/// @param mostBytes how much is read of an archive once it is inflated
public record ImageSource(Path path, String shown, long mostBytes) {

    /// The largest image file taken.
    private static final int LARGEST = 64 << 20;

    private static final int MOST_ENTRIES = 1_000_000;

    /// Gets one image after the other.
    interface Taker {
        /// @param name without folders
        void take(String name, byte[] bytes) throws IOException;
    }

    /// Hands out the files that are wanted, in the order in which they are stored.
    ///
    /// @throws PackRefused if the archive is damaged or too large
    void read(Set<String> wanted, Taker taker) throws IOException {
        var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (Files.isDirectory(path)) {
                readFolder(wanted, taker);
            } else if (name.endsWith(".zip")) {
                readZip(wanted, taker);
            } else {
                readTar(wanted, taker, !name.endsWith(".tar"));
            }
        } catch (IOException | UncheckedIOException e) {
            throw PackRefused.of(shown, "the images cannot be read: " + e.getMessage());
        }
    }

    private void readFolder(Set<String> wanted, Taker taker) throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (wanted.contains(file.getFileName().toString())) {
                    try (var in = Files.newInputStream(file)) {
                        take(file.getFileName().toString(), in, taker);
                    }
                }
            }
        }
    }

    private void readZip(Set<String> wanted, Taker taker) throws IOException {
        ZipDirectory.check(path, MOST_ENTRIES);
        try (var zip = new ZipFile(path.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var name = withoutFolders(entry.getName());
                if (!entry.isDirectory() && wanted.contains(name)) {
                    try (var in = zip.getInputStream(entry)) {
                        take(name, in, taker);
                    }
                }
            }
        }
    }

    private void readTar(Set<String> wanted, Taker taker, boolean compressed) throws IOException {
        try (var file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
                var inflated = compressed ? new GZIPInputStream(file, 1 << 16) : file;
                var tar = new TarArchiveInputStream(new Bounded(inflated, mostBytes))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = withoutFolders(entry.getName());
                if (entry.isFile() && wanted.contains(name)) {
                    take(name, tar, taker);
                }
            }
        }
    }

    private void take(String name, InputStream in, Taker taker) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw PackRefused.of(shown, "the image " + name + " is larger than " + (LARGEST >> 20) + " MiB");
        }
        taker.take(name, bytes);
    }

    static String withoutFolders(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// Ends a bomb.
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return count(read, read);
        }

        private int count(int result, int read) throws IOException {
            if (result >= 0) {
                left -= read;
            }
            if (left < 0) {
                throw new IOException("the archive inflates to more than is allowed");
            }
            return result;
        }
    }
}

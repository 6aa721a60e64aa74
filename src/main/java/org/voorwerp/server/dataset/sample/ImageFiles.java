package org.voorwerp.server.dataset.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Single images out of a published archive, made small enough for a page.
@ApplicationScoped
public class ImageFiles {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /// How many archives are kept open: while one is, Java need not read its directory again.
    private static final int OPEN = 4;

    private static final long KEPT_BYTES = 16L << 20;
    private static final int AT_ONCE = 2;

    private final Blobs blobs;
    private final Semaphore drawing = new Semaphore(AT_ONCE);
    private final Map<String, ZipFile> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Picture> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    ImageFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /// The image of a subject, at most [Picture#SIDE] pixels wide and high; empty if there is none, or none that
    /// can be drawn.
    public Optional<Picture> small(DatasetFile archive, String subject) {
        return kept(
                archive.blob + " " + subject, () -> read(archive, subject).flatMap(png -> made(png, Picture::small)));
    }

    /// Several subjects' images beside each other, as one.
    ///
    /// @param subjects those that have no image, or none that can be drawn, are passed over
    public Optional<Picture> sheet(DatasetFile archive, List<String> subjects, int columns) {
        return kept(archive.blob + " " + columns + " " + subjects, () -> {
            var tiles = subjects.stream()
                    .flatMap(subject -> read(archive, subject).flatMap(png -> made(png, Picture::tile)).stream())
                    .toList();
            return tiles.isEmpty() ? Optional.empty() : Optional.of(Picture.sheet(tiles, columns));
        });
    }

    private interface Making {
        Optional<Picture> make();
    }

    private Optional<Picture> kept(String key, Making making) {
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        drawing.acquireUninterruptibly();
        try {
            var made = making.make();
            made.ifPresent(picture -> keep(key, picture));
            return made;
        } finally {
            drawing.release();
        }
    }

    private void keep(String key, Picture picture) {
        synchronized (kept) {
            var before = kept.put(key, picture);
            keptBytes += picture.bytes().length - (before == null ? 0 : before.bytes().length);
            var oldest = kept.values().iterator();
            while (keptBytes > KEPT_BYTES && kept.size() > 1) {
                keptBytes -= oldest.next().bytes().length;
                oldest.remove();
            }
        }
    }

    private interface Drawing<T> {
        T of(byte[] png) throws IOException;
    }

    private static <T> Optional<T> made(byte[] png, Drawing<T> drawing) {
        try {
            return Optional.of(drawing.of(png));
        } catch (IOException e) {
            // Of an archive that somebody put in place of what the build made nothing is known.
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(DatasetFile archive, String subject) {
        if (!ID.matcher(subject).matches()) {
            return Optional.empty();
        }
        var file = blobs.path(Area.DATASETS, archive.blob).toFile();
        // Opened anew for each reader, so that nobody closes it under another's hands.
        try (var zip = new ZipFile(file)) {
            keepOpen(archive.blob, file);
            var entry = zip.getEntry("images/" + subject + ".png");
            if (entry == null) {
                return Optional.empty();
            }
            try (var in = zip.getInputStream(entry)) {
                // Not by the size that the archive claims.
                return Optional.of(in.readNBytes(Picture.LARGEST + 1)).filter(png -> png.length <= Picture.LARGEST);
            }
        } catch (ZipException | EOFException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepOpen(String blob, File file) throws IOException {
        synchronized (open) {
            if (open.get(blob) == null) {
                open.put(blob, new ZipFile(file));
            }
            if (open.size() > OPEN) {
                var oldest = open.values().iterator();
                oldest.next().close();
                oldest.remove();
            }
        }
    }
}

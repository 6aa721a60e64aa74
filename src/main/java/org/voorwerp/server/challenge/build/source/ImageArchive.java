package org.voorwerp.server.challenge.build.source;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.voorwerp.baseline.GreyPixels;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.challenge.pack.PackFindings;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.dataset.sample.Images;
import org.voorwerp.table.Excerpt;

/// The images of all subjects, each as `images/<id>.png` in the order of the published ids, whatever they were called
/// and however they were ordered upstream. The same images give the same bytes.
public final class ImageArchive implements AutoCloseable {

    /// The side of the square that baselines see, in pixels.
    static final int SIDE = 16;

    /// The same for all files, so that it tells nothing.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// Where an image stands in the scratch file.
    ///
    /// @param crc what a zip says of it
    /// @param digest what tells it from others: among some thousand images two may have the same CRC
    private record Place(long offset, int length, long crc, String digest, int width, int height) {}

    private final ImageSource source;
    private final String table;
    private final boolean seeing;
    /// By the name of the image, without folders.
    private final Map<String, List<WantedImage>> wanted;

    private final FileChannel scratch;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, double[]> pixels = new HashMap<>();
    private final PackFindings findings = new PackFindings();
    private final Set<String> taken = new HashSet<>();
    private long written;
    /// Something that is our fault, not an image's.
    private volatile @Nullable Throwable fault;

    /// @param table how messages call the table that names the images
    /// @param seeing whether the pixels are kept for baselines
    /// @param scratch a file that it may use and delete
    public ImageArchive(ImageSource source, String table, List<WantedImage> wanted, boolean seeing, Path scratch)
            throws IOException {
        this.source = source;
        this.table = table;
        this.seeing = seeing;
        this.wanted = wanted.stream().collect(Collectors.groupingBy(image -> ImageSource.withoutFolders(image.name())));
        this.scratch = FileChannel.open(
                scratch,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// Reads all images and takes them apart, several at a time.
    ///
    /// @param progress is told the share done
    /// @throws PackRefused naming images that are missing, stand there twice or cannot be read
    public void read(Progress progress) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        var room = new Semaphore(4 * threads);
        try (var workers = Executors.newFixedThreadPool(threads)) {
            source.read(wanted.keySet(), (name, bytes) -> {
                if (!taken.add(name)) {
                    tell(name, "there are two images of this name");
                    return;
                }
                room.acquireUninterruptibly();
                progress.at("re-encoding images", (double) taken.size() / wanted.size());
                submit(workers, room, name, bytes);
            });
        }
        if (fault != null) {
            throw new IllegalStateException("an image could not be re-encoded", fault);
        }
        wanted.forEach((name, images) -> {
            if (!taken.contains(name)) {
                findings.add(new PackFinding(
                        table,
                        images.getFirst().line(),
                        0,
                        "there is no image " + Excerpt.of(name) + " in " + source.shown()));
            }
        });
        if (!findings.isEmpty()) {
            throw new PackRefused(findings.list(), findings.count());
        }
    }

    private void submit(ExecutorService workers, Semaphore room, String name, byte[] bytes) {
        workers.submit(() -> {
            try {
                var image = Images.decode(bytes);
                keep(name, image, Images.encode(image), seeing ? GreyPixels.features(image, SIDE) : new double[0]);
            } catch (IOException e) {
                tell(name, String.valueOf(e.getMessage()));
            } catch (RuntimeException | Error e) {
                fault = e;
            } finally {
                room.release();
            }
        });
    }

    private synchronized void keep(String name, BufferedImage image, byte[] png, double[] seen) throws IOException {
        var checksum = new CRC32();
        checksum.update(png);
        var place =
                new Place(written, png.length, checksum.getValue(), sha256(png), image.getWidth(), image.getHeight());
        var buffer = ByteBuffer.wrap(png);
        while (buffer.hasRemaining()) {
            written += scratch.write(buffer, written);
        }
        for (var subject : wanted.getOrDefault(name, List.of())) {
            places.put(subject.id(), place);
            pixels.put(subject.id(), seen);
        }
    }

    private synchronized void tell(String name, String problem) {
        findings.add(new PackFinding(source.shown(), 0, 0, "image " + Excerpt.of(name) + ": " + problem));
    }

    /// Writes the archive. PNGs are packed already, so it only stores them.
    public void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        for (var place : new TreeMap<>(places).entrySet()) {
            var entry = new ZipEntry("images/" + place.getKey() + ".png");
            entry.setTimeLocal(TIME);
            entry.setSize(place.getValue().length());
            entry.setCrc(place.getValue().crc());
            zip.putNextEntry(entry);
            zip.write(bytes(place.getValue()));
            zip.closeEntry();
        }
        zip.finish();
    }

    /// The image of a subject as grey pixels.
    public double[] pixels(String id) {
        return pixels.getOrDefault(id, new double[0]);
    }

    /// How many bytes the image of a subject has.
    public int length(String id) {
        return Objects.requireNonNull(places.get(id)).length();
    }

    public int width(String id) {
        return Objects.requireNonNull(places.get(id)).width();
    }

    public int height(String id) {
        return Objects.requireNonNull(places.get(id)).height();
    }

    /// The same for equal images, and for no others.
    public String digest(String id) {
        return Objects.requireNonNull(places.get(id)).digest();
    }

    private static String sha256(byte[] bytes) {
        return "SHA-256 " + DigestUtils.sha256Hex(bytes);
    }

    /// The image of a subject as it is published.
    public byte[] png(String id) {
        return bytes(Objects.requireNonNull(places.get(id), id));
    }

    public int size() {
        return places.size();
    }

    private byte[] bytes(Place place) {
        try {
            var buffer = ByteBuffer.allocate(place.length());
            while (buffer.hasRemaining() && scratch.read(buffer, place.offset() + buffer.position()) > 0) {
                // Reads on until the buffer is full.
            }
            return buffer.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}

package org.voorwerp.server.dataset.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Organisers may put any archive in place of the one that the build made.
@QuarkusTest
class ImageFilesTest {

    @Inject
    Blobs blobs;

    @Inject
    ImageFiles images;

    @Test
    void whatCannotBeDrawnIsNotThere() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("good", png(32, 20));
        files.put("text", "this is no image".getBytes(StandardCharsets.UTF_8));
        files.put("half", Arrays.copyOf(png(300, 200), 60));
        files.put("huge", claiming(100_000, 100_000));
        // Twice as many bytes as are looked at, but a good image for the first few of them.
        files.put("long", Arrays.copyOf(png(32, 20), 2 * Picture.LARGEST));
        var archive = archive(zip(files));
        assertTrue(images.small(archive, "good").isPresent());
        for (var broken : List.of("text", "half", "huge", "long", "none")) {
            assertTrue(images.small(archive, broken).isEmpty(), broken);
            assertTrue(images.sheet(archive, List.of(broken), 4).isEmpty(), broken);
        }
        var sheet = images.sheet(archive, List.of("text", "good", "huge", "good"), 4)
                .orElseThrow();
        assertEquals(
                2 * 96, ImageIO.read(new ByteArrayInputStream(sheet.bytes())).getWidth(), "of those that can be drawn");
    }

    @Test
    void theSizeThatAnArchiveClaimsIsNotBelieved() throws IOException {
        var zip = zip(Map.of("long", Arrays.copyOf(png(32, 20), 2 * Picture.LARGEST)));
        // The uncompressed size in the central directory.
        int directory = zip.length;
        do {
            directory--;
        } while (ByteBuffer.wrap(zip).getInt(directory - 3) != 0x504b0102);
        ByteBuffer.wrap(zip).putInt(directory - 3 + 24, 0x00040000);
        assertTrue(images.small(archive(zip), "long").isEmpty());
    }

    @Test
    void whatIsNoArchiveHasNoImages() throws IOException {
        var archive = archive("this is no archive".getBytes(StandardCharsets.UTF_8));
        assertTrue(images.small(archive, "good").isEmpty());
        assertTrue(images.sheet(archive, List.of("good"), 4).isEmpty());
        var broken = zip(Map.of("good", png(300, 200)));
        Arrays.fill(broken, 60, 120, (byte) 0x5a);
        assertTrue(images.small(archive(broken), "good").isEmpty());
    }

    private DatasetFile archive(byte[] bytes) throws IOException {
        try (var incoming = blobs.incoming(Area.DATASETS)) {
            incoming.write(bytes);
            var file = new DatasetFile();
            file.blob = incoming.keep().digest();
            return file;
        }
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("images/" + file.getKey() + ".png"));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /// A small file that says it is a large image: decoding it would take gigabytes.
    private static byte[] claiming(int width, int height) throws IOException {
        var png = png(1, 1);
        var header = ByteBuffer.wrap(png);
        header.putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        return png;
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}

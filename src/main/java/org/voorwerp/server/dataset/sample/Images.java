package org.voorwerp.server.dataset.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Takes images apart and puts them together anew, as PNG: what is published has the pixels and nothing else of the
/// upstream file, neither its bytes, by whose digest it could be found, nor what a camera wrote into it.
public final class Images {

    /// The largest image taken apart, in pixels.
    private static final long LARGEST = 40_000_000;

    private Images() {}

    /// The first image in a file.
    ///
    /// @throws IOException if this is no image, is broken or too large; its message says so
    public static BufferedImage decode(byte[] file) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("it is no image of a known kind (PNG, JPEG, GIF, BMP, TIFF)");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > LARGEST) {
                    throw new IOException("it has more than " + LARGEST / 1_000_000 + " million pixels");
                }
                return reader.read(0);
            } catch (RuntimeException e) {
                // Readers throw what they like at broken files.
                throw new IOException("it is broken: " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    /// An image as PNG.
    public static byte[] encode(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("its pixels cannot be written as PNG");
            }
        }
        return bytes.toByteArray();
    }
}

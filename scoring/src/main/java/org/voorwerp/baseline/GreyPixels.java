package org.voorwerp.baseline;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;

/// An image as numbers: grey from 0, black, to 1, white, brought to a square of given side by averaging over areas.
/// Proportions are not kept. Transparent pixels are seen on white.
public final class GreyPixels {

    /// The largest image taken apart, in pixels.
    private static final long LARGEST = 64_000_000;

    private GreyPixels() {}

    /// An image's pixels as features for a [Material]: each with the image's own mean taken out and divided by its
    /// own standard deviation, so that neither dark papyrus nor faded ink counts. A single shade gives zeros.
    ///
    /// @param in not closed
    /// @return `side * side` numbers, row by row
    /// @throws IOException as [#read]
    public static double[] features(InputStream in, int side) throws IOException {
        return standardised(read(in, side));
    }

    /// The same of an image that was read already.
    public static double[] features(BufferedImage image, int side) {
        return standardised(scaled(image, side));
    }

    private static double[] standardised(double[] pixels) {
        double mean = Arrays.stream(pixels).average().orElse(0);
        double variance = Arrays.stream(pixels)
                .map(pixel -> (pixel - mean) * (pixel - mean))
                .average()
                .orElse(0);
        // Below this nothing differs but by rounding.
        double deviation = variance < 1e-12 ? Double.POSITIVE_INFINITY : Math.sqrt(variance);
        return Arrays.stream(pixels).map(pixel -> (pixel - mean) / deviation).toArray();
    }

    /// Reads a PNG, JPEG, GIF, BMP or TIFF.
    ///
    /// @param in not closed
    /// @return `side * side` numbers, row by row
    /// @throws IOException if it is no such image, is broken, or has more than 64 million pixels
    public static double[] read(InputStream in, int side) throws IOException {
        try (var images = ImageIO.createImageInputStream(in)) {
            var readers = ImageIO.getImageReaders(images);
            if (!readers.hasNext()) {
                throw new IOException("this is no image of a known kind");
            }
            var reader = readers.next();
            try {
                reader.setInput(images, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > LARGEST) {
                    throw new IOException("the image has " + reader.getWidth(0) + " x " + reader.getHeight(0)
                            + " pixels, more than can be taken apart");
                }
                return scaled(reader.read(0), side);
            } catch (RuntimeException e) {
                // Readers throw what they like at broken files.
                throw new IOException("the image is broken: " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    /// The grey of an image's pixels, averaged.
    public static double[] scaled(BufferedImage image, int side) {
        int width = image.getWidth();
        int height = image.getHeight();
        var narrow = new double[height][side];
        for (int y = 0; y < height; y++) {
            var line = new double[width];
            for (int x = 0; x < width; x++) {
                line[x] = grey(image, x, y);
            }
            narrow[y] = averaged(line, side);
        }
        var pixels = new double[side * side];
        for (int x = 0; x < side; x++) {
            var line = new double[height];
            for (int y = 0; y < height; y++) {
                line[y] = narrow[y][x];
            }
            double[] column = averaged(line, side);
            for (int y = 0; y < side; y++) {
                pixels[y * side + x] = column[y];
            }
        }
        return pixels;
    }

    /// A grey image's own numbers, for Java takes them as linear and would brighten them; of colours the luma of
    /// ITU-R BT.601.
    private static double grey(BufferedImage image, int x, int y) {
        var raster = image.getRaster();
        if (raster.getNumBands() == 1 && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return raster.getSample(x, y, 0)
                    / (double) ((1 << raster.getSampleModel().getSampleSize(0)) - 1);
        }
        int argb = image.getRGB(x, y);
        double alpha = (argb >>> 24) / 255.0;
        double luma = (0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255)) / 255;
        return alpha * luma + 1 - alpha;
    }

    /// A line of pixels as a line of `length`: each of the new ones is the mean of what it covers of the old ones.
    private static double[] averaged(double[] line, int length) {
        double step = (double) line.length / length;
        var averaged = new double[length];
        for (int i = 0; i < length; i++) {
            double from = i * step;
            double to = Math.min(line.length, from + step);
            double sum = 0;
            for (int j = (int) from; j < to; j++) {
                sum += line[j] * (Math.min(to, j + 1.0) - Math.max(from, j));
            }
            averaged[i] = sum / (to - from);
        }
        return averaged;
    }
}

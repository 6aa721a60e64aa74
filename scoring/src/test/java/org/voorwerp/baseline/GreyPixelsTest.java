package org.voorwerp.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GreyPixelsTest {

    private static ByteArrayInputStream written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes));
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static BufferedImage grey(int width, int height, int... samples) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, width, height, samples);
        return image;
    }

    @Test
    void greyPixelsComeOutAsTheyAre() throws IOException {
        var pixels = GreyPixels.read(written(grey(2, 2, 0, 51, 102, 255), "png"), 2);

        assertArrayEquals(new double[] {0, 0.2, 0.4, 1}, pixels, 1e-12);
    }

    @Test
    void areasAreAveragedEvenWhereTheyCutPixels() throws IOException {
        // Three pixels to two: the middle one counts half on either side. Two lines to two: as they are.
        var pixels = GreyPixels.read(written(grey(3, 2, 0, 255, 255, 51, 51, 51), "png"), 2);

        assertArrayEquals(new double[] {1 / 3.0, 1, 0.2, 0.2}, pixels, 1e-12);
    }

    @Test
    void featuresForgetLightAndContrast() throws IOException {
        var dark = GreyPixels.features(written(grey(2, 2, 10, 20, 30, 40), "png"), 2);
        var light = GreyPixels.features(written(grey(2, 2, 100, 140, 180, 220), "png"), 2);

        // Deviations −15, −5, 5, 15 with the mean square 125.
        double unit = Math.sqrt(125);
        assertArrayEquals(new double[] {-15 / unit, -5 / unit, 5 / unit, 15 / unit}, dark, 1e-9);
        assertArrayEquals(dark, light, 1e-9);
        assertArrayEquals(new double[4], GreyPixels.features(written(grey(1, 1, 77), "png"), 2), 1e-12);
    }

    @Test
    void smallImagesAreSpreadOut() throws IOException {
        var pixels = GreyPixels.read(written(grey(1, 1, 51), "png"), 4);

        assertTrue(Arrays.stream(pixels).allMatch(p -> Math.abs(p - 0.2) < 1e-12));
    }

    @Test
    void coloursBecomeLumaAndTransparentIsWhite() throws IOException {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xffff0000);
        image.setRGB(1, 0, 0x00ff0000);
        var pixels = GreyPixels.read(written(image, "png"), 2);

        assertEquals(0.299, pixels[0], 1e-12);
        assertEquals(1, pixels[1], 1e-12);
    }

    @Test
    void jpegIsRead() throws IOException {
        var samples = new int[256];
        Arrays.fill(samples, 128);
        var pixels = GreyPixels.read(written(grey(16, 16, samples), "jpg"), 4);

        assertTrue(Arrays.stream(pixels).allMatch(p -> Math.abs(p - 128 / 255.0) < 0.02), Arrays.toString(pixels));
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        assertThrows(IOException.class, () -> GreyPixels.read(new ByteArrayInputStream(new byte[100]), 4));
        byte[] whole = written(grey(64, 64, new int[4096]), "png").readAllBytes();
        var cut = new ByteArrayInputStream(whole, 0, whole.length / 2);
        assertThrows(IOException.class, () -> GreyPixels.read(cut, 4));
    }
}

package org.voorwerp.server.dataset.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void whatIsSmallIsSentAsItIs() throws IOException {
        var png = png(32, 20);
        assertArrayEquals(png, Picture.small(png).bytes());
        assertEquals("image/png", Picture.small(png).type());
    }

    @Test
    void whatIsLargeIsMadeSmallInItsProportions() throws IOException {
        var wide = image(Picture.small(png(1000, 250)));
        assertEquals(Picture.SIDE, wide.getWidth());
        assertEquals(Picture.SIDE / 4, wide.getHeight());
        var thin = image(Picture.small(png(1, 3000)));
        assertEquals(1, thin.getWidth());
        assertEquals(Picture.SIDE, thin.getHeight());
        assertTrue(Picture.small(png(4000, 4000)).bytes().length < 20_000, "small in bytes, too");
    }

    @Test
    void aSheetHasATileForEachImage() throws IOException {
        var sheet = image(Picture.sheet(Collections.nCopies(6, Picture.tile(png(32, 48))), 4));
        assertEquals(4 * 96, sheet.getWidth());
        assertEquals(2 * 96, sheet.getHeight());
        assertEquals(
                96, image(Picture.sheet(List.of(Picture.tile(png(500, 5))), 4)).getWidth());
    }

    @Test
    void anImageOfTooManyPixelsIsNotDecodedHoweverFewItsBytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8000, 5001, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
        assertThrows(IOException.class, () -> Picture.small(bytes.toByteArray()));
        assertThrows(IOException.class, () -> Picture.tile(bytes.toByteArray()));
    }

    private static BufferedImage image(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}

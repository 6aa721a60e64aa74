package org.voorwerp.server.dataset.sample;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// A small image, to be sent to a browser.
///
/// @param type its media type
public record Picture(byte[] bytes, String type) {

    /// The longest side of a single image, in pixels.
    public static final int SIDE = 160;

    /// An image of more bytes than this is not looked at.
    static final int LARGEST = 32 << 20;

    /// The side of each image on a sheet.
    private static final int TILE = 96;

    /// Of a PNG image, as the build writes every one; but organisers may have put another archive in its place.
    ///
    /// @throws IOException if it is none, or too large
    static Picture small(byte[] png) throws IOException {
        var image = Images.decode(png);
        if (image.getWidth() <= SIDE && image.getHeight() <= SIDE) {
            return new Picture(png, "image/png");
        }
        return written(scaled(image, SIDE));
    }

    /// An image's tile of a sheet.
    ///
    /// @throws IOException as [#small]
    static BufferedImage tile(byte[] png) throws IOException {
        var tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB);
        var graphics = tile.createGraphics();
        fill(graphics, Images.decode(png));
        graphics.dispose();
        return tile;
    }

    static Picture sheet(List<BufferedImage> tiles, int columns) {
        int rows = (tiles.size() + columns - 1) / columns;
        int across = Math.min(columns, tiles.size());
        var sheet = new BufferedImage(across * TILE, rows * TILE, BufferedImage.TYPE_INT_RGB);
        var graphics = sheet.createGraphics();
        for (int i = 0; i < tiles.size(); i++) {
            graphics.drawImage(tiles.get(i), i % columns * TILE, i / columns * TILE, null);
        }
        graphics.dispose();
        return written(sheet);
    }

    /// Fills a tile: what does not fit is cut off on both sides.
    private static void fill(Graphics2D graphics, BufferedImage image) {
        boolean enlarged = image.getWidth() < TILE;
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                enlarged ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int side = Math.min(image.getWidth(), image.getHeight());
        int left = (image.getWidth() - side) / 2;
        int top = (image.getHeight() - side) / 2;
        var square = image.getSubimage(left, top, side, side);
        var small = side > 2 * TILE ? scaled(square, 2 * TILE) : square;
        graphics.drawImage(small, 0, 0, TILE, TILE, null);
    }

    /// Halved again and again, so that every pixel has its part in the result.
    private static BufferedImage scaled(BufferedImage image, int side) {
        var now = image;
        int longest = Math.max(image.getWidth(), image.getHeight());
        while (longest > side) {
            int next = Math.max(side, longest / 2);
            double factor = (double) next / longest;
            int width = (int) Math.max(1, Math.round(now.getWidth() * factor));
            int height = (int) Math.max(1, Math.round(now.getHeight() * factor));
            var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = smaller.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(now, 0, 0, width, height, null);
            graphics.dispose();
            now = smaller;
            longest = next;
        }
        return now;
    }

    private static Picture written(BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return new Picture(bytes.toByteArray(), "image/jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

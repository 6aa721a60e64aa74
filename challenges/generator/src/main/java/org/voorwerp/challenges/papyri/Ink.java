package org.voorwerp.challenges.papyri;

import java.util.Arrays;

/// How much ink lies on each pixel of a square, from 0 to 1.
///
/// The square is larger than the image cut from it by [#MARGIN] on each side, so that what the crop cuts off is
/// known.
final class Ink {
    static final int MARGIN = 10;
    static final int SIDE = Crop.SIDE + 2 * MARGIN;

    private final double[] amount = new double[SIDE * SIDE];

    /// Ink at a pixel of the image; x and y may lie in the margin.
    double at(int x, int y) {
        return amount[(y + MARGIN) * SIDE + x + MARGIN];
    }

    /// Lays down one straight piece of a stroke. Coordinates and radii are in pixels of the image; a pixel's share of
    /// ink
    /// is the depth at which its centre lies inside the piece's round-ended outline.
    void line(double x0, double y0, double r0, double x1, double y1, double r1, double density) {
        double reach = Math.max(r0, r1) + 0.5;
        int left = Math.max(-MARGIN, (int) Math.floor(Math.min(x0, x1) - reach));
        int right = Math.min(SIDE - MARGIN - 1, (int) Math.ceil(Math.max(x0, x1) + reach));
        int top = Math.max(-MARGIN, (int) Math.floor(Math.min(y0, y1) - reach));
        int bottom = Math.min(SIDE - MARGIN - 1, (int) Math.ceil(Math.max(y0, y1) + reach));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.max(dx * dx + dy * dy, 1e-12);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double t = Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0.0, 1.0);
                double awayX = x - x0 - t * dx;
                double awayY = y - y0 - t * dy;
                double depth = r0 + t * (r1 - r0) - Math.sqrt(awayX * awayX + awayY * awayY) + 0.5;
                if (depth > 0) {
                    int pixel = (y + MARGIN) * SIDE + x + MARGIN;
                    amount[pixel] = Math.max(amount[pixel], Math.min(depth, 1) * density);
                }
            }
        }
    }

    double total() {
        return Arrays.stream(amount).sum();
    }
}

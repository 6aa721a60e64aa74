package org.voorwerp.challenges.papyri;

import org.voorwerp.challenges.chance.Chance;

/// One scribe's way of writing, the same over a whole fragment.
///
/// @param height height of a letter in pixels
/// @param breadth width of the letters, relative to their natural width
/// @param slant shift to the right per pixel of height
/// @param tilt how much the line climbs, in pixels per pixel
/// @param pen half the width of the pen's broad edge, in pixels
/// @param edge angle of the pen's broad edge, in radians
/// @param contrast how much thinner a stroke along the edge is than one across it, 0 (a round pen) to 1
/// @param unsteady how far points stray, relative to the height
/// @param thirst how much ink a stroke loses towards its end, 0 to 1
/// @param forms which form of each letter the scribe prefers
record Hand(
        double height,
        double breadth,
        double slant,
        double tilt,
        double pen,
        double edge,
        double contrast,
        double unsteady,
        double thirst,
        int[] forms) {

    static Hand of(Chance chance) {
        var forms = new int[Letter.values().length];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = chance.below(Letter.values()[i].forms());
        }
        return new Hand(
                chance.uniform(15.5, 22),
                chance.uniform(0.7, 1.12),
                chance.normal(0.08, 0.15),
                chance.normal(0, 0.05),
                0.75 + 1.35 * chance.beta(1.3, 1.8),
                chance.uniform(-0.2, 1.1),
                chance.uniform(0.0, 0.65),
                chance.uniform(0.022, 0.068),
                chance.uniform(0.0, 0.45),
                forms);
    }

    /// Writes a letter with its middle at the given pixel.
    void write(Ink ink, Letter letter, double middleX, double middleY, Chance chance) {
        int number = chance.happens(0.85) ? forms[letter.ordinal()] : chance.below(letter.forms());
        var form = letter.form(number);
        double size = height * chance.logNormal(1, 0.06);
        double wide = size * form.width() * breadth * chance.logNormal(1, 0.07);
        double lean = slant + chance.normal(0, 0.04);
        for (var stroke : form.drawn(chance, unsteady)) {
            double loaded = 1 - 0.25 * thirst * chance.uniform();
            var x = new double[stroke.length];
            var y = new double[stroke.length];
            for (int i = 0; i < stroke.length; i++) {
                double up = 0.5 - stroke[i][1];
                double along = (stroke[i][0] - 0.5) * wide;
                x[i] = middleX + along + lean * up * size;
                y[i] = middleY - up * size - tilt * along;
            }
            for (int i = 1; i < stroke.length; i++) {
                double radius = pen * thickness(x[i] - x[i - 1], y[i] - y[i - 1]);
                double done = (double) i / stroke.length;
                ink.line(x[i - 1], y[i - 1], radius, x[i], y[i], radius, loaded * (1 - thirst * done * done));
            }
        }
    }

    /// Share of the pen's full width that a stroke in this direction shows.
    private double thickness(double dx, double dy) {
        double length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
        double across = Math.abs(dx * StrictMath.sin(edge) - dy * StrictMath.cos(edge)) / length;
        return 1 - contrast + contrast * across;
    }
}

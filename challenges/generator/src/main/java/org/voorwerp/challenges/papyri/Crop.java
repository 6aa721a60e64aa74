package org.voorwerp.challenges.papyri;

import org.voorwerp.challenges.chance.Chance;

/// One letter cut from the photograph of a fragment.
///
/// @param pixels greys row by row, [#SIDE] × [#SIDE]
/// @param legibility how far the letter's ink stands out from the papyrus around it: the mean difference in grey over
///     all of its ink (ink lost to a hole, to fading or outside the crop counts 0), divided by the papyrus's own
///     scatter. Below about 1 it can hardly be read, above 4 it can hardly be missed.
record Crop(byte[] pixels, double legibility) {
    static final int SIDE = 32;
    private static final double MIDDLE = (SIDE - 1) / 2.0;

    /// Writes a letter with its neighbours on the sheet at (u, v) and cuts it out, not quite in the middle.
    static Crop of(
            Letter letter, Letter before, Letter after, Hand hand, Sheet sheet, double u, double v, Chance chance) {
        double x = MIDDLE + chance.normal(0, 1.7);
        double y = MIDDLE + chance.normal(0, 1.3);
        var own = new Ink();
        hand.write(own, letter, x, y, chance);
        var others = new Ink();
        double advance = hand.height() * hand.breadth() * chance.uniform(1.15, 1.5) + 2 * hand.pen();
        hand.write(others, before, x - advance * width(letter, before), y + hand.tilt() * advance, chance);
        hand.write(others, after, x + advance * width(letter, after), y - hand.tilt() * advance, chance);
        return photograph(own, others, sheet, u, v, chance);
    }

    private static double width(Letter one, Letter other) {
        return (one.form(0).width() + other.form(0).width()) / 2 + 0.08;
    }

    private static Crop photograph(Ink own, Ink others, Sheet sheet, double u, double v, Chance chance) {
        var grey = new double[SIDE * SIDE];
        double seen = 0;
        double sum = 0;
        double squares = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double papyrus = sheet.papyrus(u + x, v + y);
                double hole = sheet.hole(u + x, v + y);
                double left = sheet.inkLeft(u + x, v + y);
                double bare = papyrus + hole * (sheet.board() - papyrus);
                double cover = Math.max(own.at(x, y), others.at(x, y)) * left * (1 - hole);
                grey[y * SIDE + x] = bare + cover * (sheet.ink() - papyrus);
                seen += own.at(x, y) * own.at(x, y) * left * (1 - hole) * Math.abs(sheet.ink() - papyrus);
                double rest = bare + others.at(x, y) * left * (1 - hole) * (sheet.ink() - papyrus);
                sum += rest;
                squares += rest * rest;
            }
        }
        double count = SIDE * SIDE;
        double scatter = Math.sqrt(Math.max(0, squares / count - sum * sum / count / count)) + sheet.grain();
        return new Crop(developed(grey, sheet, chance), seen / own.total() / scatter);
    }

    /// Softens as a lens does, adds the camera's grain, rounds to 8 bits.
    private static byte[] developed(double[] grey, Sheet sheet, Chance chance) {
        var pixels = new byte[grey.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double near = at(grey, x - 1, y) + at(grey, x + 1, y) + at(grey, x, y - 1) + at(grey, x, y + 1);
                double soft = 0.6 * at(grey, x, y) + 0.1 * near + chance.normal(0, sheet.grain());
                pixels[y * SIDE + x] = (byte) Math.clamp(Math.round(soft), 0, 255);
            }
        }
        return pixels;
    }

    private static double at(double[] grey, int x, int y) {
        return grey[Math.clamp(y, 0, SIDE - 1) * SIDE + Math.clamp(x, 0, SIDE - 1)];
    }
}

package org.voorwerp.challenges.papyri;

import org.voorwerp.challenges.chance.Chance;

/// A smooth random surface over the plane: random heights on whole coordinates, eased in between (value noise).
record Noise(long seed) {

    /// Height at a point, from -1 to 1, with a bump about every unit.
    double at(double x, double y) {
        double left = Math.floor(x);
        double top = Math.floor(y);
        double u = ease(x - left);
        double v = ease(y - top);
        long column = (long) left;
        long row = (long) top;
        double above = corner(column, row) * (1 - u) + corner(column + 1, row) * u;
        double below = corner(column, row + 1) * (1 - u) + corner(column + 1, row + 1) * u;
        return above * (1 - v) + below * v;
    }

    private double corner(long column, long row) {
        long bits = Chance.mix(seed ^ Chance.mix(column * 0x1F123BB5L ^ Long.rotateLeft(row, 32)));
        return (bits >> 11) * 0x1.0p-52;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}

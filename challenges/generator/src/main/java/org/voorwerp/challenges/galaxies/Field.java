package org.voorwerp.challenges.galaxies;

import org.voorwerp.challenges.chance.Chance;

/// One field of the survey: a frame of the camera, about 10 by 13 arc minutes, photographed in one minute of one
/// night.
///
/// @param run number of the scan; these are higher than any that SDSS made, so that no id is a real object's
/// @param camcol column of the camera, 1 to 6
/// @param number of the field along the scan
/// @param seeing how blurred the air made it, relative to the survey's median
/// @param reddening what dust in our own Galaxy adds to g−r, in magnitudes
record Field(int run, int camcol, int number, double seeing, double reddening) {

    static Field of(int index, Chance chance) {
        int run = 9_100 + 17 * (index / 24);
        return new Field(
                run,
                1 + index % 6,
                40 + 31 * (index % 24 / 6) + chance.below(30),
                chance.logNormal(1, 0.12),
                0.02 * chance.gamma(1));
    }

    /// `run-camcol-field`, as SDSS writes it.
    String name() {
        return "%d-%d-%d".formatted(run, camcol, number);
    }

    /// SDSS's object id: sky version 1, rerun 41, run, camera column, field and number in the field, packed into bits
    /// as
    /// the survey's data releases up to the seventh do. It has 18 digits.
    long objid(int object) {
        return (1L << 59) | (41L << 48) | ((long) run << 32) | ((long) camcol << 29) | ((long) number << 16) | object;
    }
}

package org.voorwerp.challenges.papyri;

import org.voorwerp.challenges.chance.Chance;

/// The papyrus of one fragment: strips of the plant laid across and along, stains, holes, places where the ink has
/// gone.
///
/// Everything is a function of the place on the sheet, in pixels, so that two crops of one fragment share their
/// paper.
///
/// @param tone mean grey of the papyrus, 0 to 255
/// @param fibres strength of the strips along the line of writing, in greys
/// @param crossing strength of those across it
/// @param stains strength of broad stains
/// @param grain strength of the camera's noise
/// @param ink grey of full ink
/// @param strength how much of the ink is left over the whole fragment, 0 to 1
/// @param abrasion how much of it the fibres took away, 0 to 1
/// @param wear level above which the sheet has a hole; 1.5 is beyond reach
/// @param board grey of what lies behind the holes
record Sheet(
        double tone,
        double fibres,
        double crossing,
        double stains,
        double grain,
        double ink,
        double strength,
        double abrasion,
        double wear,
        double board,
        Noise noise) {

    static Sheet of(Chance chance, long seed) {
        double tone = chance.uniform(122, 198);
        boolean worn = chance.happens(0.6);
        return new Sheet(
                tone,
                chance.uniform(9, 32),
                chance.uniform(2, 12),
                chance.uniform(4, 18),
                chance.uniform(2, 7),
                chance.uniform(18, Math.min(70, tone - 60)),
                chance.uniform(0.45, 1.0),
                chance.uniform(0.05, 0.95),
                worn ? chance.uniform(0.6, 0.92) : 1.5,
                chance.happens(0.6) ? chance.uniform(8, 40) : chance.uniform(222, 248),
                new Noise(seed));
    }

    /// Grey of the bare papyrus.
    double papyrus(double u, double v) {
        double strips = noise.at(u / 17, v / 1.15) + 0.6 * noise.at(u / 9 + 500, v / 2.6);
        double across = noise.at(u / 1.3 + 900, v / 23);
        double broad = noise.at(u / 38, v / 31 + 700);
        return tone + fibres * strips * 0.75 + crossing * across + stains * broad;
    }

    /// Share of the ink that is left at a place, 0 to 1.
    double inkLeft(double u, double v) {
        double faded = 1 - 0.45 * Math.max(0, noise.at(u / 70 + 300, v / 50));
        double rubbed = abrasion * Math.max(0, noise.at(u / 6 + 1300, v / 1.7) + 0.35 * noise.at(u / 2, v / 2 + 1700));
        return strength * faded * Math.max(0, 1 - 1.5 * rubbed);
    }

    /// Share of a place that is hole, 0 (papyrus) to 1, soft over about a pixel.
    double hole(double u, double v) {
        double level = 0.8 * noise.at(u / 17 + 2100, v / 10) + 0.3 * noise.at(u / 5, v / 2.2 + 2500);
        return Math.clamp((level - wear) * 9, 0.0, 1.0);
    }
}

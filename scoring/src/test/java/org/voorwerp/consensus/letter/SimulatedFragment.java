package org.voorwerp.consensus.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A fragment of papyrus with letters that are known, and clicks of volunteers who miss some, click some twice,
/// mistake some and see some that are not there.
record SimulatedFragment(List<True> letters, List<Click> clicks) {

    record True(double x, double y, String character) {}

    private static final String ALPHABET = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";

    /// @param pitch between letters of a line, in pixels
    /// @param jitter standard deviation of a click, in pixels
    /// @param mistaken the share of clicks with a wrong character
    static SimulatedFragment of(long seed, int volunteers, double pitch, double jitter, double mistaken) {
        var random = new Random(seed);
        var letters = new ArrayList<True>();
        for (int line = 0; line < 6; line++) {
            for (int column = 0; column < 15; column++) {
                letters.add(new True(
                        30 + pitch * column + random.nextGaussian(),
                        40 + 1.6 * pitch * line + random.nextGaussian(),
                        character(random)));
            }
        }
        var clicks = new ArrayList<Click>();
        for (int v = 0; v < volunteers; v++) {
            var who = "user:" + v;
            for (var letter : letters) {
                if (random.nextDouble() < 0.15) {
                    continue;
                }
                var seen = random.nextDouble() < mistaken ? character(random) : letter.character;
                clicks.add(click(who, letter.x, letter.y, jitter, seen, random));
                if (random.nextDouble() < 0.05) {
                    clicks.add(click(who, letter.x, letter.y, jitter / 3, seen, random));
                }
            }
            for (int i = 0; i < 4; i++) {
                clicks.add(
                        click(who, 300 * random.nextDouble(), 200 * random.nextDouble(), 0, character(random), random));
            }
        }
        return new SimulatedFragment(letters, clicks);
    }

    private static Click click(String who, double x, double y, double jitter, String character, Random random) {
        return new Click(who, x + jitter * random.nextGaussian(), y + jitter * random.nextGaussian(), character);
    }

    private static String character(Random random) {
        int at = random.nextInt(ALPHABET.length());
        return ALPHABET.substring(at, at + 1);
    }
}

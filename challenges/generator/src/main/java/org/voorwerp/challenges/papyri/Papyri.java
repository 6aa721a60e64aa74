package org.voorwerp.challenges.papyri;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.voorwerp.challenges.chance.Chance;

/// Writes the fragments: each has a sheet, a hand and some lines of text, cut into letters.
final class Papyri {
    static final int FRAGMENTS = 150;
    static final int LETTERS = 6_000;
    private static final int LINE = 11;

    private final long seed;
    private final double[] shares = Letter.shares();
    private final List<Written> written = new ArrayList<>();

    private Papyri(long seed) {
        this.seed = seed;
    }

    private record Written(Letter letter, Crop crop, String fragment, int line) {}

    /// All letters, in an order that says nothing of their class or fragment, which is also the order of their ids.
    static List<LetterImage> write(long seed) {
        var papyri = new Papyri(seed);
        var sizes = papyri.sizes();
        for (int i = 0; i < FRAGMENTS; i++) {
            papyri.fragment(i, sizes[i]);
        }
        return papyri.named();
    }

    /// How many letters each fragment holds: about 40, together exactly [#LETTERS].
    private int[] sizes() {
        var chance = Chance.of(seed, "sizes", 0);
        var sizes = new int[FRAGMENTS];
        for (int i = 0; i < FRAGMENTS; i++) {
            sizes[i] = (int) Math.clamp(chance.normal(40, 11), 14, 66);
        }
        int missing = LETTERS - Arrays.stream(sizes).sum();
        for (int i = 0; missing != 0; i = (i + 1) % FRAGMENTS) {
            sizes[i] += Integer.signum(missing);
            missing -= Integer.signum(missing);
        }
        return sizes;
    }

    private void fragment(int number, int size) {
        var chance = Chance.of(seed, "fragment", number);
        var hand = Hand.of(chance);
        var sheet = Sheet.of(chance, Chance.mix(seed ^ Chance.mix(number)));
        var text = new Letter[size + 2];
        for (int i = 0; i < text.length; i++) {
            text[i] = Letter.values()[chance.pick(shares)];
        }
        for (int i = 0; i < size; i++) {
            double u = (i % LINE) * 27 + chance.normal(0, 1);
            double v = Math.floorDiv(i, LINE) * 36 + chance.normal(0, 1);
            var crop = Crop.of(text[i + 1], text[i], text[i + 2], hand, sheet, u, v, chance);
            written.add(new Written(text[i + 1], crop, "P.Sim. " + (number + 1), i / LINE + 1));
        }
    }

    private List<LetterImage> named() {
        var chance = Chance.of(seed, "names", 0);
        chance.shuffle(written);
        var letters = new ArrayList<LetterImage>();
        long id = 71_204_000;
        for (var one : written) {
            id += 1 + chance.below(3);
            letters.add(
                    new LetterImage(one.letter(), one.crop(), one.fragment(), one.line(), id, chance.hex(12) + ".png"));
        }
        return List.copyOf(letters);
    }
}

package org.voorwerp.challenges.papyri;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The 24 Greek capitals, each with the forms a scribe gives it: rounded epsilon, lunate sigma, omega like a `w`.
///
/// A form is written like an SVG path (`M` move, `L` line, `C` cubic curve) in a box one wide and one high whose
/// upper
/// edge is the top line and whose lower edge is the baseline; phi, psi and rho reach beyond it. The frequency is that
/// of
/// the letter in Greek prose, in percent.
enum Letter {
    ALPHA(
            "Α",
            11.0,
            1.0,
            "M.04 1 L.5 0 M.44 -.04 L.98 1 M.2 .64 L.78 .62",
            "M.36 -.02 L1 1 M.46 .16 L.04 .82 L.78 .64",
            "M.98 1 C.74 .92 .62 .4 .46 .06 C.2 .4 -.06 .8 .1 .94 C.26 1.04 .58 .72 .7 .62"),
    BETA(
            "Β",
            0.8,
            0.85,
            "M.15 0 L.15 1 M.15 0 C.8 -.06 .8 .46 .15 .46 M.15 .46 C1 .42 1.02 1.04 .12 1",
            "M.2 -.12 L.15 1.02 M.18 -.1 C.7 -.1 .7 .36 .2 .42 M.2 .42 C.95 .45 .95 .95 .0 1"),
    GAMMA("Γ", 1.8, 0.85, "M.15 1 L.15 .02 L.92 0", "M.2 1.05 L.18 .04 M.02 .06 L.6 .0 L.92 .12"),
    DELTA(
            "Δ",
            2.2,
            1.05,
            "M.5 0 L.0 .95 L1 .95 L.44 -.06",
            "M.36 -.14 L.98 .95 L.04 .92 L.5 .08",
            "M.44 -.1 C.6 .2 .8 .7 1 .96 C.6 .9 .3 .9 .0 .94 C.2 .7 .4 .3 .5 .02"),
    EPSILON(
            "Ε",
            9.2,
            0.85,
            "M.92 .12 C.6 -.12 .04 -.02 .04 .5 C.04 1.02 .6 1.12 .94 .86 M.06 .48 L.8 .47",
            "M.82 .02 C.45 -.04 .1 .12 .1 .5 C.1 .9 .45 1.04 .86 .96 M.1 .5 L1.06 .44",
            "M.5 -.02 C.0 .1 .0 .9 .5 1 C.7 1.02 .82 .96 .92 .86 M.5 -.02 C.8 .0 .84 .3 .6 .42 L.06 .5"),
    ZETA("Ζ", 0.5, 0.9, "M.06 0 L.94 0 L.06 1 L.96 1", "M.04 .06 C.3 -.04 .6 .04 .9 .02 C.6 .3 .3 .6 .06 .98 L1 1.04"),
    ETA(
            "Η",
            4.6,
            0.95,
            "M.1 0 L.1 1 M.9 0 L.9 1 M.1 .5 L.9 .48",
            "M.12 -.06 L.12 1 M.12 .52 C.5 .34 .84 .38 .84 .66 L.9 1.02"),
    THETA(
            "Θ",
            1.6,
            0.95,
            "M.5 0 C-.12 0 -.12 1 .5 1 C1.12 1 1.12 0 .5 0 M.06 .5 L.94 .5",
            "M.5 -.1 C.02 -.06 .02 1.06 .5 1.08 C.98 1.06 .98 -.06 .48 -.1 M-.08 .52 L1.06 .48"),
    IOTA("Ι", 9.0, 0.5, "M.5 0 L.5 1", "M.36 .08 L.52 0 L.5 1.04"),
    KAPPA(
            "Κ",
            4.0,
            0.95,
            "M.12 0 L.12 1 M.9 0 L.15 .52 L.96 1",
            "M.16 -.08 L.12 1.04 M.92 .06 C.6 .3 .4 .46 .16 .5 C.5 .54 .7 .8 .98 1",
            "M.2 -.04 L.1 1 M.16 .6 C.3 .3 .6 .1 .84 .04 M.3 .42 C.5 .5 .7 .9 .98 .98"),
    LAMBDA("Λ", 3.2, 1.0, "M.0 1 L.5 .06 M.4 -.1 L1 1", "M.02 1 C.26 .84 .44 .44 .52 .26 M.34 -.02 L1 1"),
    MU(
            "Μ",
            3.4,
            1.2,
            "M.02 1 L.14 0 C.24 .5 .36 .72 .5 .74 C.64 .72 .76 .5 .86 0 L.98 1",
            "M.04 1 L.12 .02 L.5 .74 L.88 .0 L.98 1.02",
            "M-.04 1.14 L.14 .0 C.2 .7 .56 .84 .72 .04 C.74 .6 .8 .98 1.02 1"),
    NU(
            "Ν",
            8.6,
            1.0,
            "M.1 1 L.1 0 L.9 1 L.9 0",
            "M.06 1 L.14 0 C.34 .4 .6 .84 .88 .94 L.94 -.08",
            "M.02 1.05 L.1 0 C.24 .2 .6 .94 .76 1 C.86 .7 .9 .3 1.0 -.1"),
    XI(
            "Ξ",
            0.5,
            0.9,
            "M.1 0 L.9 0 M.2 .48 L.8 .48 M.04 1 L.96 1",
            "M.12 0 L.88 0 C.5 .16 .2 .34 .34 .44 L.78 .46 C.3 .54 .0 .7 .2 .86 C.4 .98 .8 .92 .9 1.12"),
    OMICRON(
            "Ο",
            10.2,
            0.75,
            "M.5 .16 C.0 .16 .0 .86 .5 .86 C1 .86 1 .16 .5 .16",
            "M.5 .02 C-.08 .02 -.08 .98 .5 .98 C1.08 .98 1.08 .02 .46 .02"),
    PI(
            "Π",
            3.8,
            1.0,
            "M.16 1 L.16 .03 M.0 .02 L1 .02 M.84 .02 L.84 1",
            "M.18 1 L.2 .06 M.02 .06 L.98 .02 M.78 .03 C.74 .5 .8 .92 1 .94",
            "M.08 1 C.2 .6 .2 .3 .2 .06 C.5 -.06 .8 .0 .8 .2 L.86 1.02"),
    RHO(
            "Ρ",
            4.2,
            0.75,
            "M.25 1.24 L.25 0 M.25 .03 C1 -.12 1 .62 .25 .55",
            "M.3 1.34 L.26 .02 M.24 .1 C.7 -.16 .92 .38 .3 .42"),
    SIGMA(
            "Σ",
            7.6,
            0.85,
            "M.92 .1 C.6 -.1 .04 -.02 .04 .5 C.04 1.02 .6 1.1 .94 .88",
            "M1 .0 L.5 .02 C.14 .08 .08 .3 .08 .52 C.08 .9 .5 1 .9 .94"),
    TAU(
            "Τ",
            8.2,
            1.0,
            "M.0 .02 L1 .02 M.5 .02 L.5 1",
            "M.0 .16 C.16 -.06 .5 .04 1.02 .0 M.54 .02 L.5 1.06",
            "M.0 .3 C.06 -.02 .24 .0 .5 .06 L1 .0 M.5 .06 C.5 .5 .46 .8 .62 1"),
    UPSILON(
            "Υ",
            4.6,
            1.0,
            "M.02 .0 L.5 .54 L.98 .0 M.5 .54 L.5 1.12",
            "M.04 .12 C.1 -.12 .42 .2 .5 .58 M.98 -.02 C.84 .3 .56 .5 .42 1.22"),
    PHI(
            "Φ",
            1.0,
            1.1,
            "M.5 -.3 L.5 1.32 M.5 .2 C.0 .2 .0 .8 .5 .8 C1 .8 1 .2 .5 .2",
            "M.52 -.34 L.46 1.34 M.5 .3 C-.14 .26 -.14 .74 .5 .72 C1.14 .74 1.14 .26 .48 .3",
            "M.56 -.36 L.44 1.34 M.5 .24 C.1 .3 .1 .8 .5 .78 C.96 .7 .9 .2 .5 .24"),
    CHI(
            "Χ",
            1.0,
            1.0,
            "M.05 0 L.95 1 M.95 0 L.05 1",
            "M.0 .06 C.4 .1 .6 .94 1.02 .98 M.94 -.02 C.7 .3 .3 .7 .0 1.06",
            "M.04 .02 L.98 1.06 M1 .02 C.6 .3 .4 .7 .06 .92"),
    PSI(
            "Ψ",
            0.3,
            1.1,
            "M.5 -.24 L.5 1.28 M.02 .06 C.04 .74 .96 .74 .98 .06",
            "M.52 -.3 L.48 1.3 M.0 .2 C.24 .52 .76 .52 1 .16"),
    OMEGA(
            "Ω",
            3.9,
            1.25,
            "M.15 .1 C-.1 .5 .05 1 .28 1 C.5 1 .5 .7 .5 .42 C.5 .7 .5 1 .72 1 C.95 1 1.1 .5 .85 .1",
            "M.02 .14 C.0 1.12 .5 1.14 .5 .4 C.5 1.14 1.0 1.12 .98 .08",
            "M.1 .2 C.0 .9 .4 1.2 .52 .6 C.56 1.2 1.06 .94 1 .1 L.86 .06");

    /// The letter itself.
    final String glyph;

    /// Share of this letter in Greek prose, in percent.
    final double frequency;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of outlines that nobody changes
    private final List<Outline> forms;

    Letter(String glyph, double frequency, double width, String... forms) {
        this.glyph = glyph;
        this.frequency = frequency;
        var outlines = new ArrayList<Outline>();
        for (var form : forms) {
            outlines.add(Outline.parse(form, width));
        }
        this.forms = List.copyOf(outlines);
    }

    /// The class name in the challenge: `Alpha`, `Beta`, …
    String className() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    int forms() {
        return forms.size();
    }

    Outline form(int number) {
        return forms.get(number);
    }

    /// How likely each letter is in the pack, in the order of the constants: part prose, part evenly, so that even
    /// psi
    /// is seen often enough to be learnt.
    static double[] shares() {
        var all = values();
        double sum = 0;
        for (var letter : all) {
            sum += letter.frequency;
        }
        var shares = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            shares[i] = 0.6 * all[i].frequency / sum + 0.4 / all.length;
        }
        return shares;
    }

    /// The letters a tired eye takes this one for.
    List<Letter> lookAlikes() {
        return switch (this) {
            case ALPHA -> List.of(LAMBDA, DELTA);
            case LAMBDA -> List.of(ALPHA, DELTA);
            case DELTA -> List.of(ALPHA, LAMBDA);
            case OMICRON -> List.of(THETA, SIGMA, EPSILON);
            case THETA -> List.of(OMICRON, EPSILON);
            case EPSILON -> List.of(SIGMA, THETA);
            case SIGMA -> List.of(EPSILON, OMICRON);
            case BETA -> List.of(RHO, EPSILON);
            case GAMMA -> List.of(TAU, PI);
            case ZETA -> List.of(XI);
            case XI -> List.of(ZETA);
            case ETA -> List.of(PI, NU, KAPPA);
            case IOTA -> List.of(RHO, TAU);
            case KAPPA -> List.of(CHI, ETA);
            case MU -> List.of(NU, LAMBDA);
            case NU -> List.of(MU, ETA);
            case PI -> List.of(GAMMA, TAU, ETA);
            case RHO -> List.of(IOTA, BETA);
            case TAU -> List.of(GAMMA, UPSILON);
            case UPSILON -> List.of(TAU, CHI, PSI);
            case PHI -> List.of(PSI, OMICRON);
            case CHI -> List.of(KAPPA, UPSILON);
            case PSI -> List.of(PHI, UPSILON);
            case OMEGA -> List.of(MU, OMICRON);
        };
    }
}

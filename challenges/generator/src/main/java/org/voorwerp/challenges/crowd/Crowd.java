package org.voorwerp.challenges.crowd;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.challenges.chance.Chance;

/// The volunteers of a project: most of them good, a few who click without looking, a few who never learn to tell
/// look-alikes apart; some who never signed in; and, as in every project, a handful who do most of the work.
///
/// @param volunteers the public
/// @param expert who made the gold standard
public record Crowd(List<Volunteer> volunteers, Volunteer expert) {
    private static final int VOLUNTEERS = 60;
    private static final int CARELESS = 6;
    private static final int CONFUSED = 10;
    private static final int ANONYMOUS = 11;
    private static final List<String> FIRST =
            List.of("reed", "amber", "ibis", "dune", "lamp", "scroll", "olive", "heron", "cedar", "lotus");
    private static final List<String> SECOND = List.of("reader", "finch", "quill", "owl", "moth", "hand", "well");

    /// Sixty volunteers and an expert.
    public static Crowd of(long seed) {
        var chance = Chance.of(seed, "crowd", 0);
        var names = names(chance);
        var volunteers = new ArrayList<Volunteer>();
        for (int i = 0; i < VOLUNTEERS; i++) {
            volunteers.add(volunteer(i, names.get(i), chance));
        }
        var expert = new Volunteer("papyrologist", "1800061", chance.hex(20), 1, 1, 0, 0, 9, 0);
        return new Crowd(List.copyOf(volunteers), expert);
    }

    private static Volunteer volunteer(int number, String name, Chance chance) {
        boolean careless = number < CARELESS;
        boolean confused = !careless && number < CARELESS + CONFUSED;
        // Every fifth is anonymous, so that the careless and the confused have anonymous people among them too.
        boolean anonymous = number % 5 == 2 && number / 5 < ANONYMOUS;
        var address = chance.hex(20);
        return new Volunteer(
                anonymous ? "not-logged-in-" + address : name,
                anonymous ? "" : Integer.toString(1_800_000 + number),
                address,
                chance.logNormal(careless ? 0.7 : 1, 1.25),
                1 - 0.3 * chance.beta(1.2, 5),
                careless ? chance.uniform(0.45, 0.95) : 0.01 * chance.uniform(),
                confused ? chance.uniform(0.3, 0.7) : 0,
                careless ? chance.uniform(0.9, 1.8) : chance.uniform(3, 9),
                3600 * (chance.below(14) - 6));
    }

    private static List<String> names(Chance chance) {
        var names = new ArrayList<String>();
        for (var first : FIRST) {
            for (var second : SECOND) {
                names.add(first + "_" + second);
            }
        }
        chance.shuffle(names);
        return names;
    }
}

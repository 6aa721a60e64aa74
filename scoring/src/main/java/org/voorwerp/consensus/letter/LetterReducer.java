package org.voorwerp.consensus.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/// Finds the letters of one fragment.
///
/// Letters stand as close as clicks spread, so that density clustering, which chains, would join neighbours. Instead
/// each letter is grown around the place where most volunteers clicked, takes the nearest click of each volunteer
/// within the radius, and moves to the mean of these; then the next is looked for among what is left, farther than
/// the radius from all others. A volunteer clicks a letter at most once. (The first pipeline of Ancient Lives
/// likewise took peaks of density greedily: Williams et al. 2014.)
public final class LetterReducer {

    /// A place is settled after a few moves; a cycle of two would else never end.
    private static final int MOVES = 20;

    /// Work grows with the square of what lies in one place.
    private static final int LIMIT = 20_000;

    private final LetterRecipe recipe;

    public LetterReducer(LetterRecipe recipe) {
        this.recipe = recipe;
    }

    /// @param fragment all clicks on one fragment, in any order
    /// @return the letters line by line as far as `y` tells lines apart: by y, then x
    /// @throws IllegalArgumentException if there are more than 20,000 clicks
    public List<Letter> reduce(List<Click> fragment) {
        if (fragment.size() > LIMIT) {
            throw new IllegalArgumentException(
                    "%,d clicks on one fragment; at most %,d are taken".formatted(fragment.size(), LIMIT));
        }
        var clicks = fragment.stream()
                .sorted(Comparator.comparingDouble(Click::y)
                        .thenComparingDouble(Click::x)
                        .thenComparing(Click::volunteer)
                        .thenComparing(Click::character))
                .toArray(Click[]::new);
        var field = new ClickField(clicks, recipe.radius());
        long volunteers = Arrays.stream(clicks).map(Click::volunteer).distinct().count();
        var letters = new ArrayList<Letter>();
        for (int seed : field.byVolunteersAround()) {
            // Others may have been taken since, so that it is looked at anew.
            if (field.isFree(seed)
                    && field.volunteersAround(clicks[seed].x(), clicks[seed].y()) >= recipe.volunteers()) {
                grow(field, clicks, seed, volunteers, letters);
            }
        }
        letters.sort(Comparator.comparingDouble(Letter::y).thenComparingDouble(Letter::x));
        return letters;
    }

    private void grow(ClickField field, Click[] clicks, int seed, long volunteers, List<Letter> letters) {
        double x = clicks[seed].x();
        double y = clicks[seed].y();
        int[] members = field.nearestOfEach(x, y);
        var seen = new HashSet<List<Integer>>();
        for (int move = 0;
                move < MOVES && seen.add(Arrays.stream(members).boxed().toList());
                move++) {
            double meanX = mean(members, i -> clicks[i].x());
            double meanY = mean(members, i -> clicks[i].y());
            int[] there = field.nearestOfEach(meanX, meanY);
            if (there.length < members.length) {
                break;
            }
            members = there;
        }
        if (members.length < recipe.volunteers()) {
            return;
        }
        field.take(members);
        var letter = letter(Arrays.stream(members).mapToObj(i -> clicks[i]).toList(), volunteers);
        // Second clicks on a letter that is there already are no letter.
        if (letters.stream().allMatch(other -> apart(letter, other))) {
            letters.add(letter);
        }
    }

    private boolean apart(Letter one, Letter other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y()) > recipe.radius();
    }

    private static double mean(int[] members, IntToDoubleFunction coordinate) {
        return Arrays.stream(members).mapToDouble(coordinate).average().orElseThrow();
    }

    private static Letter letter(List<Click> clicks, long volunteers) {
        double x = clicks.stream().mapToDouble(Click::x).average().orElseThrow();
        double y = clicks.stream().mapToDouble(Click::y).average().orElseThrow();
        double squares = clicks.stream()
                .mapToDouble(c -> (c.x() - x) * (c.x() - x) + (c.y() - y) * (c.y() - y))
                .sum();
        var counts = new TreeMap<String, Integer>();
        clicks.forEach(click -> counts.merge(click.character(), 1, Integer::sum));
        var votes = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> votes.put(entry.getKey(), entry.getValue()));
        int most = votes.values().iterator().next();
        var tied = votes.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        double spread = clicks.size() > 1 ? Math.sqrt(squares / (clicks.size() - 1)) : Double.NaN;
        return new Letter(
                x, y, tied.getFirst(), tied, votes, clicks.size(), (double) clicks.size() / volunteers, spread);
    }
}

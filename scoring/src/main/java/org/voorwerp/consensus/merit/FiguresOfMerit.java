package org.voorwerp.consensus.merit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.crowd.Skill;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

/// Judges every volunteer against all the others, against the gold standard, and by the skills that models found.
public final class FiguresOfMerit {

    private final Votes votes;
    private final Map<String, Fit> fits;
    private final int[] given;
    private final int[] compared;
    private final double[] agreed;
    private final int[] known;
    private final int[] right;
    private final double[][] own;
    private final double[][] others;

    /// @param fits by the name of their model
    public FiguresOfMerit(Votes votes, Gold gold, Map<String, Fit> fits) {
        int volunteers = votes.volunteers().size();
        int classes = votes.classes().size();
        this.votes = votes;
        this.fits = new LinkedHashMap<>(fits);
        given = votes.given();
        compared = new int[volunteers];
        agreed = new double[volunteers];
        known = new int[volunteers];
        right = new int[volunteers];
        own = new double[volunteers][classes];
        others = new double[volunteers][classes];
        var counts = new int[classes];
        for (int i = 0; i < votes.subjects().size(); i++) {
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                counts[votes.answer(vote)]++;
            }
            for (int vote = votes.start(i); vote < votes.end(i); vote++) {
                compare(i, vote, counts, gold);
            }
            Arrays.fill(counts, 0);
        }
    }

    private void compare(int subject, int vote, int[] counts, Gold gold) {
        int j = votes.volunteer(vote);
        int answer = votes.answer(vote);
        if (gold.knows(subject)) {
            known[j]++;
            right[j] += gold.labels()[subject] == answer ? 1 : 0;
        }
        // A volunteer's other votes on the same subject are no judgement by others either.
        var rest = counts.clone();
        for (int other = votes.start(subject); other < votes.end(subject); other++) {
            rest[votes.answer(other)] -= votes.volunteer(other) == j ? 1 : 0;
        }
        int most = 0;
        int holders = 0;
        for (int count : rest) {
            holders = count > most ? 1 : count == most ? holders + 1 : holders;
            most = Math.max(most, count);
        }
        if (most == 0) {
            return;
        }
        compared[j]++;
        own[j][answer]++;
        for (int k = 0; k < rest.length; k++) {
            double share = rest[k] == most ? 1.0 / holders : 0;
            others[j][k] += share;
            agreed[j] += k == answer ? share : 0;
        }
    }

    /// @param volunteer an index into the votes' volunteers
    public FigureOfMerit of(int volunteer) {
        var skills = new LinkedHashMap<String, Skill>();
        fits.forEach((name, fit) -> skills.put(name, fit.skills().of(volunteer)));
        return new FigureOfMerit(
                votes.volunteers().get(volunteer),
                given[volunteer],
                Share.of(agreed[volunteer], compared[volunteer]),
                Share.of(right[volunteer], known[volunteer]),
                beyondChance(volunteer),
                skills);
    }

    private double beyondChance(int j) {
        double n = compared[j];
        double chance = 0;
        for (int k = 0; k < own[j].length; k++) {
            chance += own[j][k] / n * (others[j][k] / n);
        }
        return chance < 1 ? (agreed[j] / n - chance) / (1 - chance) : Double.NaN;
    }
}

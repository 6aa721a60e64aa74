package org.voorwerp.consensus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.crowd.Fits;
import org.voorwerp.consensus.merit.FiguresOfMerit;

/// How good the volunteers are.
///
/// @param model by which accuracy and information are told; null where none fits these votes
/// @param volunteers how many there are
/// @param most those with the most votes, [#SHOWN] at most
/// @param medianVotes of all volunteers
/// @param judged how many stand in the histogram: those with [#FEWEST] votes or more that could be compared
/// @param agreement how many of them agree with the others' plurality how often, in twenty bins from 0 to 1
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Merits(
        @Nullable String model,
        int volunteers,
        List<Merit> most,
        double medianVotes,
        int judged,
        List<Integer> agreement) {

    /// How many volunteers are told one by one.
    public static final int SHOWN = 200;

    /// With fewer votes an agreement says nothing.
    public static final int FEWEST = 5;

    /// Numbers for each pair of a volunteer and a class are kept; more pairs than this would need gigabytes.
    private static final long MOST_PAIRS = 20_000_000;

    private static final String MODEL = "dawid-skene";
    private static final int BINS = 20;

    /// @param names whether volunteers are told by name
    /// @return null where there are too many volunteers and classes to judge each
    static @Nullable Merits of(Fits fits, boolean names) {
        var votes = fits.votes();
        if ((long) votes.volunteers().size() * votes.classes().size() > MOST_PAIRS) {
            return null;
        }
        var fit = fit(fits);
        var figures = new FiguresOfMerit(votes, fits.gold(), fit == null ? Map.of() : Map.of(MODEL, fit));
        int[] given = votes.given();
        int[] order = IntStream.range(0, given.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(j -> -given[j]).thenComparing(j -> j))
                .mapToInt(Integer::intValue)
                .toArray();
        var histogram = new int[BINS];
        int judged = 0;
        var most = new ArrayList<Merit>();
        for (int rank = 0; rank < order.length; rank++) {
            int j = order[rank];
            if (given[j] < FEWEST && most.size() == SHOWN) {
                break;
            }
            var figure = figures.of(j);
            if (given[j] >= FEWEST && figure.others().of() > 0) {
                histogram[Math.min(BINS - 1, (int) (figure.others().value() * BINS))]++;
                judged++;
            }
            if (most.size() < SHOWN) {
                var name = names ? votes.volunteers().get(j) : Integer.toString(rank + 1);
                most.add(Merit.of(figure, name, fit == null ? null : MODEL));
            }
        }
        return new Merits(
                fit == null ? null : MODEL,
                given.length,
                most,
                median(given),
                judged,
                Arrays.stream(histogram).boxed().toList());
    }

    /// The fit by which volunteers are judged, also in the table of all of them: that under the parameters that were
    /// asked for, else one with the defaults.
    ///
    /// @return null where the model does not fit these votes
    public static @Nullable Fit fit(Fits fits) {
        return fits.votes().classes().size() < 2
                ? null
                : fits.of(CrowdModels.builtIn().configure(MODEL, Map.of()));
    }

    private static double median(int[] given) {
        int[] sorted = given.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }
}

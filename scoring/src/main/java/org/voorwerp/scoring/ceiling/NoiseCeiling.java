package org.voorwerp.scoring.ceiling;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View;

/// Where two crowds stand on a board whose truth is the votes of volunteers: no model is asked to do better than
/// these.
///
/// - The **crowd**: as many votes on each subject as there are, drawn anew from its vote fractions, predict the
///   consensus. The draws come from the fractions as they were counted, which vary themselves, so a second crowd
///   of other volunteers would stand a little lower.
/// - One **volunteer**: of each subject one of its votes is drawn, which predicts what all others say.
///
/// Where a label is asked for, the crowd gives the commonest of its votes (of several the first class), a
/// volunteer the vote. Where probabilities are, the crowd gives its fractions with one vote more that is spread
/// evenly over the classes
/// (W. Perks, Journal of the Institute of Actuaries 73, 1947), lest what nobody happened to say be impossible, and
/// a volunteer [org.voorwerp.scoring.Probabilities#SURE] for the vote. Where vote fractions are, fractions and 0
/// or 1. Several columns of fractions are drawn each by itself, which is right for whatever is a mean over
/// columns.
///
/// @param crowd null where the metric is undefined for the drawn votes
/// @param volunteer null where the metric is undefined for what the others say
public record NoiseCeiling(@Nullable Line crowd, @Nullable Line volunteer) {

    /// A level on the board.
    ///
    /// @param value the mean score over the draws
    /// @param low where 2.5 % of the draws would score less, by their standard deviation
    /// @param high where 2.5 % of the draws would score more
    public record Line(double value, double low, double high) {}

    /// Draws with few votes; with many there are fewer, and they vary less.
    private static final int MOST_DRAWS = 400;

    private static final int FEWEST_DRAWS = 25;
    private static final long VOTES_TO_DRAW = 20_000_000;

    /// Of more subjects so many are drawn from, evenly spaced in the order of their ids, which says nothing of
    /// them.
    static final int MOST_SUBJECTS = 100_000;

    /// The ceilings of some metrics on one part of the hold-out, all from the same draws.
    ///
    /// @return by [ConfiguredMetric#key()]; empty where the votes behind the truth are not known, or no subject
    ///     has two
    public static Map<String, NoiseCeiling> of(
            List<ConfiguredMetric<?>> metrics, TaskKind kind, Truth truth, Part part) {
        var draws = VoteDraws.of(kind, truth, some(truth, truth.rows(part)));
        var ceilings = new LinkedHashMap<String, NoiseCeiling>();
        if (draws != null) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(View.SEED);
            var crowd = new Scores(metrics, kind);
            var volunteer = new Scores(metrics, kind);
            int count = (int) Math.clamp(VOTES_TO_DRAW / draws.votes(), FEWEST_DRAWS, MOST_DRAWS);
            for (int draw = 0; draw < count; draw++) {
                crowd.add(draws.crowd(random));
                volunteer.add(draws.volunteer(random));
            }
            for (var metric : metrics) {
                ceilings.put(metric.key(), new NoiseCeiling(crowd.line(metric), volunteer.line(metric)));
            }
        }
        return ceilings;
    }

    /// Positions of subjects with two votes or more.
    private static int[] some(Truth truth, int[] rows) {
        int[] votes = truth.votes();
        if (votes == null) {
            return new int[0];
        }
        int[] voted = IntStream.of(rows).filter(row -> votes[row] > 1).toArray();
        return voted.length <= MOST_SUBJECTS
                ? voted
                : IntStream.range(0, MOST_SUBJECTS)
                        .map(i -> voted[(int) ((long) i * voted.length / MOST_SUBJECTS)])
                        .toArray();
    }

    /// The scores of the draws.
    private static final class Scores {
        private final List<ConfiguredMetric<?>> metrics;
        private final TaskKind kind;
        private final Map<String, Moments> byKey = new HashMap<>();

        Scores(List<ConfiguredMetric<?>> metrics, TaskKind kind) {
            this.metrics = metrics;
            this.kind = kind;
        }

        void add(VoteDraws.Drawn drawn) {
            int[] rows = IntStream.range(0, drawn.truth().subjects().size()).toArray();
            for (var metric : metrics) {
                var moments = byKey.computeIfAbsent(metric.key(), _ -> new Moments());
                try {
                    moments.add(metric.score(kind, drawn.truth(), drawn.predictions(), rows, null)
                            .value());
                } catch (UndefinedScoreException | ParticipantVisibleException e) {
                    moments.undefined = true;
                }
            }
        }

        @Nullable
        Line line(ConfiguredMetric<?> metric) {
            var moments = byKey.get(metric.key());
            if (moments == null || moments.undefined) {
                return null;
            }
            double reach = Intervals.Z * Math.sqrt(moments.squares / (moments.count - 1));
            var range = metric.metric().range();
            return new Line(moments.mean, range.nearest(moments.mean - reach), range.nearest(moments.mean + reach));
        }
    }

    private static final class Moments {
        private int count;
        private double mean;
        private double squares;
        private boolean undefined;

        void add(double score) {
            count++;
            double step = score - mean;
            mean += step / count;
            squares += step * (score - mean);
        }
    }
}

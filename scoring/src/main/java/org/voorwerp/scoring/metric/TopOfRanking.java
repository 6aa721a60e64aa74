package org.voorwerp.scoring.metric;

import java.util.List;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View.ValueView;

/// Metrics of the first places of a ranking: how many of the subjects with the highest predicted numbers are
/// positive, that is, have a truth above the threshold. They are what counts where somebody will look at so many
/// subjects and no more.
///
/// Equally predicted subjects share their places (F. McSherry and M. Najork, ECIR 2008), so a constant prediction
/// gets what a random order gets on average. With weights a subject takes so many places, the mean of those with
/// weight being one. Several columns count alike. All of them go up to their end where the first places hold
/// nothing but positives, and are undefined without a positive in the truth, except the precision, which is then
/// 0.
///
/// Interval: logit scale with the jackknife's standard error, in which the place where the ranking is cut counts
/// with the share of positives around it. What few first places of two submissions differ by is told worse by that:
/// they are compared in the same samples of both, up to 10,000 subjects.
public final class TopOfRanking {

    private TopOfRanking() {}

    private static final Parameter PLACES = new Parameter.Whole(
            "k", "how many of the first places count; all of them if there are fewer subjects", 100, 1, 1_000_000_000);

    /// The share of positives among the first `k` subjects, from 0 to 1 (C. Manning, P. Raghavan and H. Schütze,
    /// Introduction to Information Retrieval, 2008, section 8.4). Where there are fewer than `k` subjects it is
    /// that among all of them. A random order gets the share of positives.
    public static final class PrecisionAtK extends Top {
        @Override
        public String name() {
            return "precision-at-k";
        }

        @Override
        Parameter cutAt() {
            return PLACES;
        }

        @Override
        Estimate estimate(RankingCut cut, Column column) {
            var among = cut.positivesAmong();
            return among.mapped(Math.min(1, among.value() / cut.share()), 1 / cut.share());
        }

        @Override
        double of(double hits, double positives, double cut, double all) {
            return hits / cut;
        }

        @Override
        double speaking(RankingCut cut) {
            return cut.share() * cut.subjects();
        }
    }

    /// The share of all positives that is among the first `k` subjects, from 0 to 1, and less than 1 where there
    /// are more positives than `k` (the same section). A random order gets k over the number of subjects.
    /// Undefined without a positive.
    public static final class RecallAtK extends Top {
        @Override
        public String name() {
            return "recall-at-k";
        }

        @Override
        Parameter cutAt() {
            return PLACES;
        }

        @Override
        Estimate estimate(RankingCut cut, Column column) {
            return cut.amongOverAll(name(), column.name());
        }

        @Override
        double of(double hits, double positives, double cut, double all) {
            return hits / positives;
        }

        @Override
        double speaking(RankingCut cut) {
            return cut.positives().value() * cut.subjects();
        }
    }

    /// How many times more positives the first subjects hold than so many drawn at random: the share of positives
    /// among the first `share` of all subjects over that among all, 1 for a random order (C. Ling and C. Li, Data
    /// Mining for Direct Marketing, KDD 1998). At most the lesser of 1 / `share` and one over the share of
    /// positives. Undefined without a positive.
    public static final class Lift extends Top {
        @Override
        public String name() {
            return "lift";
        }

        @Override
        public Range range() {
            return Range.LOSS;
        }

        @Override
        Parameter cutAt() {
            return new Parameter.Decimal("share", "which share of all subjects counts, the first ones", 0.1, 1e-9, 1.0);
        }

        @Override
        Estimate estimate(RankingCut cut, Column column) {
            var recall = cut.amongOverAll(name(), column.name());
            return recall.mapped(recall.value() / cut.share(), 1 / cut.share());
        }

        @Override
        double of(double hits, double positives, double cut, double all) {
            return hits / positives * (all / cut);
        }

        /// It is the recall over a fixed share, and so is its interval.
        @Override
        double highest(RankingCut cut) {
            return 1 / cut.share();
        }

        @Override
        double speaking(RankingCut cut) {
            return cut.positives().value() * cut.subjects();
        }
    }

    private abstract static class Top extends ColumnMetric {

        /// `k` or `share`.
        abstract Parameter cutAt();

        abstract Estimate estimate(RankingCut cut, Column column);

        /// The score of a sample.
        ///
        /// @param hits weight of the positives above the cut
        /// @param positives weight of all positives
        /// @param cut weight of all that is above the cut
        /// @param all weight of all subjects
        abstract double of(double hits, double positives, double cut, double all);

        /// How many subjects speak at the ends of the range.
        abstract double speaking(RankingCut cut);

        double highest(RankingCut cut) {
            return 1;
        }

        @Override
        final List<Parameter> ownParameters() {
            return List.of(cutAt(), Positives.THRESHOLD);
        }

        @Override
        final Estimate estimate(Column column, Parameters parameters) {
            return estimate(cut(column, parameters), column);
        }

        @Override
        public final Estimate estimate(ValueView view, Parameters parameters) {
            var columns = columns(view, parameters);
            var estimate = estimate(columns, parameters);
            var tops = columns.stream()
                    .map(column -> new DrawnTop(column, Positives.of(column, parameters), share(column, parameters)))
                    .toList();
            var draws = DrawnSubjects.scores(
                    (long) tops.size() * view.size(),
                    draw -> tops.stream()
                            .mapToDouble(top -> top.in(draw, this::of))
                            .average()
                            .orElseThrow());
            return draws == null ? estimate : estimate.drawn(draws);
        }

        @Override
        final Interval interval(Estimate estimate, List<Column> columns, Parameters parameters) {
            return interval(
                    estimate,
                    columns.stream().map(column -> cut(column, parameters)).toList());
        }

        private Interval interval(Estimate estimate, List<RankingCut> cuts) {
            double highest = cuts.stream().mapToDouble(this::highest).average().orElseThrow();
            double fewest = cuts.stream().mapToDouble(this::speaking).min().orElseThrow();
            return Intervals.between(
                    0, highest, estimate.value(), estimate.standardError(), fewest, "jackknife on the logit scale");
        }

        /// Sorts once, for score and interval.
        @Override
        final Score unweighted(Column column, Parameters parameters) {
            var cut = cut(column, parameters);
            var estimate = estimate(cut, column);
            return new Score(estimate.value(), interval(estimate, List.of(cut)));
        }

        private RankingCut cut(Column column, Parameters parameters) {
            return RankingCut.of(column, Positives.of(column, parameters), share(column, parameters));
        }

        /// Which share of all weight is above the cut.
        private double share(Column column, Parameters parameters) {
            double share = switch (cutAt()) {
                case Parameter.Whole(var name, var _, var _, var _, var _) ->
                    parameters.whole(name) / RankingCut.counted(column.weights());
                default -> parameters.decimal("share");
            };
            return Math.min(1, share);
        }
    }

    static UndefinedScoreException noPositive(String metric, String column) {
        return new UndefinedScoreException(metric + " needs a positive subject; in " + column + " there is none");
    }
}

package org.voorwerp.server.web.organise;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.attribute.AttributeAnalysis;
import org.voorwerp.consensus.report.Figures;
import org.voorwerp.holdout.ConsensusReport;
import org.voorwerp.holdout.ConsensusReport.Side;
import org.voorwerp.holdout.ConsensusReport.ValueSummary;
import org.voorwerp.scoring.ceiling.NoiseCeiling;
import org.voorwerp.server.challenge.BuildReport;
import org.voorwerp.server.challenge.BuildReport.Ceiling;
import org.voorwerp.server.challenge.BuildReport.Power;
import org.voorwerp.server.web.text.Format;

/// A build's report as its page shows it.
///
/// @param figures name → number, in words
/// @param tables counts drawn as bars
/// @param values summaries of numeric columns; empty for classes
/// @param baselines scored like anyone's
/// @param crowd plots of agreement, certainty and volunteers; empty where votes are not known
/// @param attributes plots of what attributes know; empty where that was not analysed
/// @param combinations the best of them
/// @param ceilings where two crowds would stand; empty where votes are not known
/// @param power which differences are noise
/// @param leaks what keeps the challenge from being published, in words
record ReportView(
        List<Figure> figures,
        List<Counts> tables,
        List<ValueLine> values,
        List<Side> sides,
        List<String> baselines,
        List<CeilingLine> ceilings,
        List<Plot> crowd,
        List<Plot> attributes,
        List<CombinationLine> combinations,
        List<PowerLine> power,
        List<String> leaks) {

    private static final int BAR = 160;

    record Figure(String name, String value) {}

    /// Numbers under one heading.
    record Counts(String title, String of, List<Count> counts) {}

    /// @param width of its bar, the largest count's being 160
    record Count(String name, long number, double width) {}

    /// @param bars heights of ten bars, the highest 28
    record ValueLine(String column, String min, String max, String mean, String deviation, List<Bar> bars) {}

    record Bar(int x, double y, double height) {}

    /// @param svg made by the library, its texts escaped
    record Plot(String title, String caption, RawString svg) {

        static List<Plot> of(List<org.voorwerp.consensus.report.Figure> figures) {
            return figures.stream()
                    .map(figure -> new Plot(figure.title(), figure.caption(), new RawString(figure.svg())))
                    .toList();
        }
    }

    record CombinationLine(String attributes, String daviesBouldin, String silhouette) {

        private static final int SHOWN = 10;

        private static List<CombinationLine> of(AttributeAnalysis analysis) {
            return analysis.combinations().together().stream()
                    .limit(SHOWN)
                    .map(best -> new CombinationLine(
                            String.join(", ", best.attributes()),
                            Format.score(best.daviesBouldin()),
                            best.silhouette() == null ? "–" : Format.score(best.silhouette())))
                    .toList();
        }
    }

    /// The noise ceiling of a metric.
    record CeilingLine(String metric, String part, String crowd, String volunteer) {

        private static CeilingLine of(Ceiling ceiling) {
            return new CeilingLine(
                    ceiling.metric(), ceiling.part(), words(ceiling.crowd()), words(ceiling.volunteer()));
        }

        private static String words(NoiseCeiling.@Nullable Line line) {
            return line == null
                    ? "undefined"
                    : Format.score(line.value()) + " (" + Format.score(line.low()) + " to " + Format.score(line.high())
                            + ")";
        }
    }

    /// Which differences are more than noise.
    record PowerLine(String metric, String part, int subjects, String noise, String told) {

        private static PowerLine of(Power power) {
            return new PowerLine(
                    power.metric(), power.part(), power.subjects(), plain(power.noise()), plain(power.told()));
        }
    }

    private static List<String> leaks(BuildReport report) {
        var leaks = new ArrayList<String>();
        if (report.leaks() != null) {
            report.leaks()
                    .forEach(leak -> leaks.add(leak.feature() + " alone tells the truth: ROC-AUC "
                            + Format.score(leak.area()) + " on subjects not learnt from"));
        }
        if (report.straddling() != null) {
            leaks.addAll(report.straddling());
        }
        return leaks;
    }

    static ReportView of(BuildReport report) {
        var consensus = report.consensus();
        var tables = new ArrayList<Counts>();
        if (consensus.classBalance() != null) {
            tables.add(counts("Classes", "subjects", consensus.classBalance()));
        }
        tables.add(counts("Subjects left out", "subjects", consensus.leftOut()));
        tables.add(counts("Rows not used", "rows", consensus.rows().dropped()));
        tables.removeIf(table -> table.counts().isEmpty());
        return new ReportView(
                figures(consensus, report.images()),
                tables,
                consensus.values() == null
                        ? List.of()
                        : consensus.values().stream().map(ReportView::line).toList(),
                consensus.sides(),
                report.baselines(),
                report.ceilings() == null
                        ? List.of()
                        : report.ceilings().stream().map(CeilingLine::of).toList(),
                consensus.crowd() == null ? List.of() : Plot.of(Figures.of(consensus.crowd())),
                report.attributes() == null ? List.of() : Plot.of(Figures.of(report.attributes())),
                report.attributes() == null ? List.of() : CombinationLine.of(report.attributes()),
                report.power() == null
                        ? List.of()
                        : report.power().stream().map(PowerLine::of).toList(),
                leaks(report));
    }

    /// The figures of a report alone; none where there is no report.
    static List<Figure> figures(BuildReport report) {
        // Challenges hosted before there were reports have an empty one.
        return report.consensus() == null || report.consensus().source() == null
                ? List.of()
                : figures(report.consensus(), report.images());
    }

    private static List<Figure> figures(ConsensusReport consensus, @Nullable Integer images) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "Source", consensus.source().file() + " (" + consensus.source().kind() + ")"));
        figures.add(new Figure(
                "Rows",
                Format.count(consensus.rows().read()) + " read, "
                        + Format.count(consensus.rows().used()) + " used"));
        figures.add(new Figure("Subjects", Format.count(consensus.subjects())));
        add(figures, "Votes", consensus.votes());
        add(figures, "Volunteers", consensus.volunteers());
        var agreement = consensus.agreement();
        if (agreement != null) {
            var alpha = agreement.krippendorffAlpha();
            figures.add(new Figure("Krippendorff’s alpha", alpha == null ? "undefined" : Format.score(alpha)));
            figures.add(new Figure("Mean share of the winner", Format.score(agreement.meanPluralityShare())));
            figures.add(new Figure("Mean entropy", Format.score(agreement.meanEntropyBits()) + " bits"));
        }
        var open = consensus.openAgreement();
        if (open != null) {
            figures.add(new Figure(
                    "Krippendorff’s alpha",
                    Format.score(open.krippendorffAlpha()) + " ("
                            + Format.score(open.interval().low()) + " to "
                            + Format.score(open.interval().high()) + ")"));
        }
        add(figures, "Images", images);
        add(figures, "Votes held back for the baseline of one volunteer", consensus.heldBack());
        return figures;
    }

    private static void add(List<Figure> figures, String name, @Nullable Number number) {
        if (number != null) {
            figures.add(new Figure(name, Format.count(number.longValue())));
        }
    }

    private static Counts counts(String title, String of, Map<String, ? extends Number> numbers) {
        long most = numbers.values().stream().mapToLong(Number::longValue).max().orElse(1);
        return new Counts(
                title,
                of,
                numbers.entrySet().stream()
                        .map(entry -> new Count(
                                entry.getKey(),
                                entry.getValue().longValue(),
                                tenth((double) BAR * entry.getValue().longValue() / Math.max(1, most))))
                        .sorted(Comparator.comparingLong(Count::number).reversed())
                        .toList());
    }

    private static ValueLine line(ValueSummary summary) {
        int most = summary.histogram().stream().max(Integer::compare).orElse(1);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < summary.histogram().size(); i++) {
            double height = tenth(28.0 * summary.histogram().get(i) / Math.max(1, most));
            bars.add(new Bar(i * 12, tenth(30 - height), height));
        }
        return new ValueLine(
                summary.column(),
                plain(summary.min()),
                plain(summary.max()),
                plain(summary.mean()),
                plain(summary.standardDeviation()),
                bars);
    }

    private static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }
}

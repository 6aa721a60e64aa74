package org.voorwerp.consensus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.attribute.AttributeAnalysis;
import org.voorwerp.consensus.attribute.InformationGain;
import org.voorwerp.consensus.plot.Bars;
import org.voorwerp.consensus.plot.Bars.Bar;
import org.voorwerp.consensus.plot.HeatMap;
import org.voorwerp.consensus.plot.HeatMap.Axis;
import org.voorwerp.consensus.plot.Histogram;
import org.voorwerp.consensus.plot.Whiskers;
import org.voorwerp.consensus.plot.Whiskers.Whisker;

/// The plots of reports.
public final class Figures {

    /// More rows than this are no plot any more.
    private static final int ROWS = 40;

    private Figures() {}

    /// How far a crowd agrees, how surely it knows, how good its volunteers are.
    public static List<Figure> of(CrowdReport report) {
        var figures = new ArrayList<Figure>();
        figures.add(agreement(report));
        figures.add(doubt(report.doubt()));
        figures.add(balance(report));
        var confusion = report.confusion();
        if (confusion != null) {
            figures.add(confusion(report.classes(), confusion));
        }
        var merits = report.merits();
        if (merits != null) {
            figures.addAll(merits(merits));
        }
        return figures;
    }

    private static Figure agreement(CrowdReport report) {
        var rows = new ArrayList<Whisker>();
        var alpha = report.krippendorff();
        if (alpha != null) {
            rows.add(new Whisker(
                    "Krippendorff's α",
                    alpha.alpha(),
                    alpha.interval().low(),
                    alpha.interval().high()));
        }
        var kappa = report.fleiss();
        if (kappa != null) {
            rows.add(new Whisker("Fleiss' κ", kappa.kappa(), kappa.kappa(), kappa.kappa()));
        }
        double low = rows.stream().anyMatch(row -> row.low() < 0) ? -1 : 0;
        var caption = rows.isEmpty()
                ? "No subject has two votes, or all votes are for one class: agreement cannot be told."
                : "1 is full agreement, 0 what chance gives. The line is the 95 % interval."
                        + (kappa == null || kappa.equalVotes()
                                ? ""
                                : " Subjects have different numbers of votes, for which κ was not made: go by α.");
        return new Figure("Agreement", caption, Whiskers.draw(rows, low, 1, 0, "agreement beyond chance"));
    }

    private static Figure doubt(Doubt doubt) {
        int bins = doubt.grid().size();
        double most = doubt.grid().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        var strengths = new double[bins][bins];
        for (int row = 0; row < bins; row++) {
            for (int column = 0; column < bins; column++) {
                double share = doubt.grid().get(row).get(column) / Math.max(1, most);
                // The root, so that single subjects are seen beside thousands.
                strengths[row][column] = share > 0 ? 0.12 + 0.88 * Math.sqrt(share) : 0;
            }
        }
        var name = switch (doubt.against()) {
            case CERTAINTY -> "certainty of the label";
            case PROBABILITY -> "probability by the model";
            case SHARE -> "share of the most voted class";
        };
        var caption = switch (doubt.against()) {
            case CERTAINTY -> "Certainty is calibrated on the gold standard.";
            case PROBABILITY ->
                "No certainty: without twenty subjects of a gold standard the model's probability cannot be calibrated,"
                        + " and it is too sure of itself.";
            case SHARE -> "Single votes are not known.";
        };
        return new Figure(
                "Dispersion against certainty",
                "Each cell is a number of subjects. Top right: hard subjects, whose votes are spread and whose class is"
                        + " known all the same. Top left: votes are spread and the class is open. " + caption,
                HeatMap.draw(
                        strengths,
                        new Axis(name, List.of("0", "1")),
                        new Axis("entropy of the votes", List.of("0", "1")),
                        row -> column -> String.format(
                                Locale.ROOT,
                                "%,d subjects with entropy %.2f and %s %.2f",
                                doubt.grid().get(row).get(column),
                                (row + 0.5) / bins,
                                name,
                                (column + 0.5) / bins)));
    }

    private static Figure balance(CrowdReport report) {
        var bars = report.classes().stream()
                .limit(ROWS)
                .map(line -> new Bar(line.name(), line.subjects()))
                .toList();
        return new Figure(
                "Class balance",
                report.classes().size() > ROWS
                        ? "How many subjects each class has; the first " + ROWS + " of "
                                + report.classes().size() + " classes."
                        : "How many subjects each class has.",
                Bars.draw(bars, "subjects", "subjects by class"));
    }

    private static Figure confusion(List<CrowdReport.ClassLine> classes, double[][] confusion) {
        var names = classes.stream().map(CrowdReport.ClassLine::name).toList();
        return new Figure(
                "Confusion between volunteers",
                "Where one volunteer says what stands at the left, how often another says what stands below.",
                HeatMap.draw(
                        confusion,
                        new Axis("says another", names),
                        new Axis("says one", names),
                        row -> column -> String.format(
                                Locale.ROOT,
                                "%s, and another says %s: %.1f %%",
                                names.get(row),
                                names.get(column),
                                100 * confusion[row][column])));
    }

    private static List<Figure> merits(Merits merits) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "Volunteers' agreement",
                String.format(
                        Locale.ROOT,
                        "How often a volunteer agrees with the plurality of all others: the %,d of %,d volunteers with %d"
                                + " votes or more.",
                        merits.judged(),
                        merits.volunteers(),
                        Merits.FEWEST),
                Histogram.draw(merits.agreement(), 0, 1, "agreement with the others", "volunteers")));
        figures.add(merit(merits, "Who votes most: agreement", "agreement with the others", 1, Merit::others));
        if (merits.model() != null) {
            figures.add(merit(
                    merits,
                    "Who votes most: accuracy",
                    "probability of a right vote, by " + merits.model(),
                    1,
                    Merit::accuracy));
            double bits = merits.most().stream()
                    .map(Merit::bits)
                    .filter(Objects::nonNull)
                    .mapToDouble(Rate::high)
                    .max()
                    .orElse(1);
            figures.add(merit(merits, "Who votes most: information", "bits a vote", Math.max(0.01, bits), Merit::bits));
        }
        if (merits.most().stream().anyMatch(merit -> merit.gold() != null)) {
            figures.add(merit(merits, "Who votes most: gold standard", "agreement with the experts", 1, Merit::gold));
        }
        return figures;
    }

    private static Figure merit(
            Merits merits, String title, String axis, double most, Function<Merit, @Nullable Rate> rate) {
        var rows = new ArrayList<Whisker>();
        for (var merit : merits.most()) {
            var told = rate.apply(merit);
            if (told != null && rows.size() < ROWS) {
                rows.add(new Whisker(merit.volunteer(), told.value(), told.low(), told.high()));
            }
        }
        return new Figure(
                title,
                "With 95 % intervals, which are wide where there are few votes.",
                Whiskers.draw(rows, 0, most, Double.NaN, axis));
    }

    /// What attributes know of the consensus.
    public static List<Figure> of(AttributeAnalysis analysis) {
        var gains = analysis.gains().stream()
                .limit(ROWS)
                .map(gain -> new Bar(gain.attribute(), gain.bits()))
                .toList();
        var combinations = analysis.combinations();
        return List.of(
                new Figure(
                        "Information gain of attributes",
                        String.format(
                                Locale.ROOT,
                                "In bits, about whether a subject belongs to the group (%,d of %,d do); %s. By chance"
                                        + " alone an attribute would show some %.4f.",
                                analysis.positive(),
                                analysis.subjects(),
                                analysis.binning(),
                                analysis.gains().stream()
                                        .mapToDouble(InformationGain::chanceBits)
                                        .max()
                                        .orElse(0)),
                        Bars.draw(gains, "bits", "information gain by attribute")),
                new Figure(
                        "What sets the groups apart",
                        "Davies-Bouldin index of the two groups by each attribute alone; the smaller the farther apart"
                                + " they lie.",
                        Bars.draw(
                                combinations.single().stream()
                                        .limit(ROWS)
                                        .map(alone -> new Bar(alone.attributes().getFirst(), alone.daviesBouldin()))
                                        .toList(),
                                "",
                                "separation by attribute")));
    }

    /// What became of the rows that were dropped.
    public static Figure dropped(Map<String, Long> dropped) {
        return new Figure(
                "What was left out",
                dropped.isEmpty() ? "Nothing was." : "Numbers of rows, by the reason.",
                Bars.draw(
                        dropped.entrySet().stream()
                                .map(entry -> new Bar(entry.getKey(), entry.getValue()))
                                .toList(),
                        "rows",
                        "rows left out by reason"));
    }
}

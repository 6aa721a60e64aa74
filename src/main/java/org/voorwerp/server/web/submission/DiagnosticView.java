package org.voorwerp.server.web.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.diagnostic.ClassReport;
import org.voorwerp.scoring.diagnostic.ConfusionMatrix;
import org.voorwerp.scoring.diagnostic.Diagnostic;
import org.voorwerp.scoring.diagnostic.ReliabilityCurve;
import org.voorwerp.server.web.chart.Matrix;
import org.voorwerp.server.web.chart.Reliability;
import org.voorwerp.server.web.text.Format;

/// Where predictions went wrong, drawn and as tables.
///
/// @param matrix null where there are no classes, or too many to draw
/// @param confusions the most frequent ones
/// @param classes how well each is found
/// @param curves how sure predictions are, and how right
record DiagnosticView(
        @Nullable Matrix matrix, List<Confused> confusions, List<ClassLine> classes, List<CurveView> curves) {

    private static final int LISTED = 20;

    /// @param number of subjects, each counting by its weight
    record Confused(String truth, String prediction, String number, String share) {}

    record ClassLine(String name, String precision, String recall, String f1, String support) {}

    /// @param of the class it is of; null for the most probable one
    record CurveView(@Nullable String of, Reliability drawing, List<PointLine> points) {}

    record PointLine(String predicted, String happened, String range, String subjects) {}

    boolean isEmpty() {
        return matrix == null && classes.isEmpty() && curves.isEmpty();
    }

    static DiagnosticView of(List<Diagnostic> all) {
        Matrix matrix = null;
        var confusions = List.<Confused>of();
        var classes = List.<ClassLine>of();
        var curves = new ArrayList<CurveView>();
        for (var diagnostic : all) {
            switch (diagnostic) {
                case ConfusionMatrix confusion -> {
                    matrix = matrix(confusion);
                    confusions = confusions(confusion);
                }
                case ClassReport report ->
                    classes = report.classes().stream()
                            .map(line -> new ClassLine(
                                    line.name(),
                                    share(line.precision()),
                                    share(line.recall()),
                                    share(line.f1()),
                                    Format.number(line.support())))
                            .toList();
                case ReliabilityCurve curve -> curves.add(curve(curve));
            }
        }
        return new DiagnosticView(matrix, confusions, classes, curves);
    }

    private static String share(@Nullable Double share) {
        return share == null ? "–" : Format.percent(share);
    }

    private static @Nullable Matrix matrix(ConfusionMatrix confusion) {
        var seen = new HashSet<String>();
        confusion.cells().forEach(cell -> {
            seen.add(cell.truth());
            seen.add(cell.prediction());
        });
        var present = confusion.classes().stream().filter(seen::contains).toList();
        if (present.isEmpty() || present.size() > Matrix.MOST) {
            return null;
        }
        var shares = new double[present.size()][present.size()];
        for (var cell : confusion.cells()) {
            shares[present.indexOf(cell.truth())][present.indexOf(cell.prediction())] = cell.weight();
        }
        double right = 0;
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            double row = 0;
            for (double weight : shares[i]) {
                row += weight;
            }
            right += shares[i][i];
            sum += row;
            for (int j = 0; j < shares.length && row > 0; j++) {
                shares[i][j] /= row;
            }
        }
        return Matrix.of(
                present,
                shares,
                "Confusion matrix of " + present.size() + " classes: " + Format.percent(sum == 0 ? 0 : right / sum)
                        + " of the subjects are called what they are. The most frequent confusions follow as a table.");
    }

    private static List<Confused> confusions(ConfusionMatrix confusion) {
        var rows = new HashMap<String, Double>();
        confusion.cells().forEach(cell -> rows.merge(cell.truth(), cell.weight(), Double::sum));
        return confusion.cells().stream()
                .filter(cell -> !cell.truth().equals(cell.prediction()))
                .sorted(Comparator.comparingDouble(ConfusionMatrix.Cell::weight).reversed())
                .limit(LISTED)
                .map(cell -> new Confused(
                        cell.truth(),
                        cell.prediction(),
                        Format.number(cell.weight()),
                        Format.percent(cell.weight() / rows.getOrDefault(cell.truth(), 1.0))))
                .toList();
    }

    private static CurveView curve(ReliabilityCurve curve) {
        var points = curve.points().stream()
                .map(p -> new Reliability.Point(p.predicted(), p.happened(), p.low(), p.high()))
                .toList();
        var says = "Reliability of " + (curve.of() == null ? "the most probable class" : curve.of()) + " in "
                + points.size() + " bins; the figures follow as a table.";
        return new CurveView(
                curve.of(),
                Reliability.of(points, says),
                curve.points().stream()
                        .map(p -> new PointLine(
                                Format.number(p.predicted()),
                                Format.percent(p.happened()),
                                Format.percent(p.low()) + "–" + Format.percent(p.high()),
                                Format.number(p.weight())))
                        .toList());
    }
}

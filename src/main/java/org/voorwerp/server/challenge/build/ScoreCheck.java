package org.voorwerp.server.challenge.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.PredictionColumn;
import org.voorwerp.scoring.PredictionColumn.ClassColumn;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.server.challenge.pack.PackFiles;
import org.voorwerp.server.challenge.pack.PackFindings;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackRefused;

/// Whether every metric can be computed on both parts of the truth: found out now rather than by the first
/// participant.
final class ScoreCheck {

    private ScoreCheck() {}

    /// @param metrics of `pack`, as configured
    /// @throws PackRefused naming each metric and part for which the truth does not allow a score
    static void check(TaskKind kind, Truth truth, List<ConfiguredMetric<?>> metrics, PackFiles pack)
            throws IOException {
        var sample = sample(kind, truth.subjects().size());
        var findings = new PackFindings();
        for (var metric : metrics) {
            for (var part : List.of(Part.PUBLIC, Part.PRIVATE)) {
                if (part == Part.PRIVATE && truth.rows(part).length == 0) {
                    continue; // as wanted: everything stands behind the public board
                }
                try {
                    metric.score(kind, truth, sample, part);
                } catch (UndefinedScoreException e) {
                    findings.add(PackReader.finding(
                            pack,
                            "/metrics",
                            "the metric " + metric.key() + " cannot be computed on the " + part.word() + " part: "
                                    + e.getMessage()));
                } catch (ParticipantVisibleException e) {
                    // The sample submission cannot be scored, but another one can.
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new PackRefused(findings.list(), findings.count());
        }
    }

    /// The sample submission.
    private static Predictions sample(TaskKind kind, int subjects) {
        var columns = kind.columns();
        var sample = kind.sampleCells();
        var cells = new ArrayList<Cells>();
        for (int c = 0; c < columns.size(); c++) {
            cells.add(filled(columns.get(c), sample.get(c), subjects));
        }
        return new Predictions(cells);
    }

    private static Cells filled(PredictionColumn column, String cell, int subjects) {
        return switch (column) {
            case ClassColumn(var _, var classes) -> {
                var indices = new int[subjects];
                Arrays.fill(indices, classes.indexOf(cell));
                yield new ClassCells(indices);
            }
            case NumberColumn _ -> {
                var numbers = new double[subjects];
                Arrays.fill(numbers, Double.parseDouble(cell));
                yield new NumberCells(numbers);
            }
        };
    }
}

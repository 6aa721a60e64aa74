package org.voorwerp.server.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.Scoring;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.server.metric.program.ProgramMetric;
import org.voorwerp.server.metric.program.ProgramSource;

/// Compares predictions with the truth, by every metric and over both parts of the hold-out.
public final class Scorer {

    private static final List<Part> SCORED = List.of(Part.PUBLIC, Part.PRIVATE);

    private Scorer() {}

    /// A score, and what it is of.
    public record Scored(Part part, String metric, Score score) {}

    /// @param detail what programs said meanwhile, for organisers; null if nothing
    record Outcome(List<Scored> scores, @Nullable String detail) {}

    /// All scores. A part without subjects has none.
    ///
    /// @throws org.voorwerp.scoring.ParticipantVisibleException if a metric has something to say to the participant
    static Outcome score(TaskKind kind, Truth truth, Predictions predictions, List<ConfiguredMetric<?>> metrics) {
        var scores = new ArrayList<Scored>();
        var logs = new LinkedHashMap<String, String>();
        for (var part : SCORED) {
            var rows = truth.part(part);
            if (rows.size() == 0) {
                continue;
            }
            var comparison = new Comparison(kind, truth, predictions, rows, null);
            scores.addAll(
                    Scoring.together(metrics, metric -> new Scored(part, metric.key(), metric.score(comparison))));
            log(metrics, part, comparison, logs);
        }
        return new Outcome(scores, Detail.of(logs));
    }

    private static void log(
            List<ConfiguredMetric<?>> metrics, Part part, Comparison comparison, Map<String, String> logs) {
        var heard = new HashSet<ProgramSource>();
        for (var metric : metrics) {
            if (metric.metric() instanceof ProgramMetric program && heard.add(program.source())) {
                logs.put(metric.key() + ", " + part.word() + " part", program.log(comparison));
            }
        }
    }
}

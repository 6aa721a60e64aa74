package org.voorwerp.server.challenge.build.source;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.PackFiles;
import org.voorwerp.server.challenge.pack.PackFindings;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.metric.MetricFault;

/// Whether every metric can be computed on both parts of the truth: found out now rather than by the first participant.
final class ScoreCheck {

    private final Definition definition;
    private final Truth truth;
    private final PackFiles pack;
    private final PackFindings findings = new PackFindings();
    /// Queries and programs that failed once; they are not run again to be told the same.
    private final Set<String> failed = new HashSet<>();

    ScoreCheck(Definition definition, Truth truth, PackFiles pack) {
        this.definition = definition;
        this.truth = truth;
        this.pack = pack;
    }

    /// Scores the sample submission.
    ///
    /// @param metrics of the definition
    /// @throws PackRefused naming each metric and part for which there is no score
    void check(List<ConfiguredMetric<?>> metrics) throws IOException {
        var kind = definition.taskKind();
        var sample = SamplePredictions.of(kind, truth.subjects().size());
        for (var part : List.of(Part.PUBLIC, Part.PRIVATE)) {
            var rows = truth.part(part);
            if (part == Part.PRIVATE && rows.size() == 0) {
                continue; // as wanted: everything stands behind the public board
            }
            if (rows.size() == 0) {
                tell("/metrics", "no metric can be computed: there is no subject in the public part");
                break;
            }
            var comparison = new Comparison(kind, truth, sample, rows, null);
            for (var metric : metrics) {
                if (!failed.contains(metric.key())) {
                    check(metric, comparison, part);
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new PackRefused(findings.list(), findings.count());
        }
    }

    private void check(ConfiguredMetric<?> metric, Comparison comparison, Part part) throws IOException {
        var what = "the metric " + metric.key() + " cannot be computed on the " + part.word() + " part: ";
        int index = definition.metricKeys().indexOf(metric.key());
        try {
            metric.score(comparison);
        } catch (UndefinedScoreException e) {
            tell("/metrics", what + e.getMessage());
        } catch (MetricFault e) {
            failed.add(metric.key());
            var use = definition.metrics().get(index);
            tell("/metrics/" + index + (use.sql() == null ? "/program" : "/sql"), what + e.getMessage());
        } catch (ParticipantVisibleException e) {
            // The sample submission cannot be scored, but another one can.
        }
    }

    private void tell(String pointer, String message) throws IOException {
        findings.add(PackReader.finding(pack, pointer, message));
    }
}

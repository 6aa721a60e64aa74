package org.voorwerp.server.web.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.submission.BoardScore;
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.web.chart.Scale;
import org.voorwerp.server.web.text.Format;

/// A team's submissions beside each other, by the primary metric as its board shows it.
///
/// @param metric its title
/// @param lines the latest first
record Earlier(String metric, List<Scale.Tick> ticks, List<Line> lines) {

    /// None: these are compared with each other.
    public List<Scale.Mark> marks() {
        return List.of();
    }

    /// @param here whether it is the one whose page this is
    /// @param change from the one before; null for the first
    record Line(
            UUID id,
            long order,
            Instant at,
            @Nullable String fileName,
            @Nullable String note,
            boolean here,
            String value,
            @Nullable String change,
            Scale.Bar bar) {}

    private record Scored(SubmissionView view, BoardScore score) {}

    /// Null where there is nothing to compare with.
    ///
    /// @param views a team's submissions, the latest first
    static @Nullable Earlier of(UUID here, List<SubmissionView> views, ConfiguredMetric<?> metric) {
        var scored = views.stream()
                .flatMap(view ->
                        Stream.ofNullable(view.scores().get(metric.key())).map(score -> new Scored(view, score)))
                .toList();
        if (scored.size() < 2
                || scored.stream().noneMatch(one -> one.view().id().equals(here))) {
            return null;
        }
        var scale = scale(scored);
        var lines = new ArrayList<Line>();
        BoardScore before = null;
        for (var one : scored.reversed()) {
            var view = one.view();
            var score = one.score();
            lines.add(new Line(
                    view.id(),
                    view.order(),
                    view.acceptedAt(),
                    view.fileName(),
                    view.note(),
                    view.id().equals(here),
                    Format.score(score.value()),
                    before == null ? null : change(score.value() - before.value()),
                    scale.bar(score.value(), score.low(), score.high())));
            before = score;
        }
        Collections.reverse(lines);
        return new Earlier(metric.title(), scale.ticks(), lines);
    }

    private static Scale scale(List<Scored> scored) {
        var scores = scored.stream().map(Scored::score).toList();
        return new Scale(
                scores.stream()
                        .mapToDouble(s -> s.low() == null ? s.value() : s.low())
                        .min()
                        .orElseThrow(),
                scores.stream()
                        .mapToDouble(s -> s.high() == null ? s.value() : s.high())
                        .max()
                        .orElseThrow());
    }

    private static String change(double difference) {
        return (difference > 0 ? "+" : "") + Format.score(difference);
    }
}

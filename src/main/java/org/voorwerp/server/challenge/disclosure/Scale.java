package org.voorwerp.server.challenge.disclosure;

import java.util.List;
import org.voorwerp.holdout.ConsensusReport.ValueSummary;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Parameter;

/// On which scale the scores of metrics move.
final class Scale {

    /// What a probability closer to 0 or 1 is taken for.
    static final String CLIP = "clip";

    private Scale() {}

    /// The width of the metric's range. Where it has no end: one, a nat, for a loss of probabilities; for predicted
    /// values how widely the true ones are spread.
    ///
    /// @param values the true ones, by column; empty for classes
    static double of(ConfiguredMetric<?> metric, List<ValueSummary> values) {
        var range = metric.metric().range();
        double width = range.high() - range.low();
        if (Double.isFinite(width)) {
            return width;
        }
        double spread = values.stream()
                .mapToDouble(ValueSummary::standardDeviation)
                .max()
                .orElse(1);
        return spread > 0 && Double.isFinite(spread) ? spread : 1;
    }

    /// Whether a score spells out single labels unless it is rounded: probabilities far from 0 and 1 are worth so
    /// much more than others.
    static boolean isOracle(ConfiguredMetric<?> metric) {
        return metric.metric().parameters().stream()
                .anyMatch(p -> p instanceof Parameter.Decimal && p.name().equals(CLIP));
    }

    static double clip(ConfiguredMetric<?> metric) {
        return metric.parameters().decimal(CLIP);
    }
}

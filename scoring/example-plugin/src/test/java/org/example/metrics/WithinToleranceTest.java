package org.example.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Values;
import org.voorwerp.scoring.View.ValueView;

class WithinToleranceTest {

    private static final ValueView VIEW = new ValueView(
            List.of("size"), new double[][] {{1, 2, 3, 4}}, new double[][] {{1.05, 2.5, 3, 3.9375}}, null);

    private final WithinTolerance metric = new WithinTolerance();

    @Test
    void whatIsNearEnoughCounts() {
        assertEquals(0.75, score(Map.of()));
        assertEquals(0.25, score(Map.of("tolerance", 0)));
        assertEquals(1, score(Map.of("tolerance", 0.5)));
    }

    @Test
    void itHasAnInterval() {
        var interval = metric.score(VIEW, parameters(Map.of())).interval();
        assertNotNull(interval);
        assertTrue(interval.low() < 0.75 && interval.high() > 0.75);
    }

    @Test
    void theToleranceIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> parameters(Map.of("tolerance", -1)));
    }

    @Test
    void itIsFoundByNameAndDocumented() {
        var metrics = Metrics.load(WithinTolerance.class.getClassLoader());
        var kind = new Values(List.of(new NumberColumn("size")));
        var configured = metrics.configure(kind, "within-tolerance", "near", null, Map.of(), true);
        assertTrue(Metrics.documentation(configured.metric()).startsWith("The share of subjects whose predicted"));
    }

    private double score(Map<String, ?> parameters) {
        return metric.score(VIEW, parameters(parameters)).value();
    }

    private Parameters parameters(Map<String, ?> given) {
        return Parameters.of(metric.parameters(), given);
    }
}

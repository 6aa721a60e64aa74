package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.View.ValueView;

class DrawnTopTest {

    /// A sample in which subjects stand so often is the same as subjects that weigh so much.
    @Test
    void aSampleScoresAsItsSubjectsWithWeightsDo() {
        var view = (ValueView) Crowd.withTies(
                Crowd.values(RandomGeneratorFactory.of("L64X128MixRandom").create(4), 90));
        var metric = new TopOfRanking.Lift();
        var parameters = Parameters.of(metric.parameters(), Map.of("threshold", 0.6));
        var draws = Objects.requireNonNull(metric.estimate(view, parameters).draws());
        for (int draw = 0; draw < 50; draw++) {
            int sample = draw;
            double[] times = IntStream.range(0, view.size())
                    .mapToDouble(i -> DrawnSubjects.times(sample, i))
                    .toArray();
            var weighted = new ValueView(view.columns(), view.truth(), view.prediction(), times);
            assertEquals(metric.score(weighted, parameters).value(), draws[draw], 1e-12);
        }
    }
}

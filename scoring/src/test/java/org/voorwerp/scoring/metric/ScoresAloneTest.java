package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ScoresAloneTest {

    @TestFactory
    Stream<DynamicTest> whatIsTimedWithoutIntervalIsTheScore() {
        return Coverage.CASES.stream()
                .map(one -> dynamicTest(one.name(), () -> {
                    var view = one.worlds()
                            .second()
                            .draw(RandomGeneratorFactory.of("L64X128MixRandom").create(8), 300);
                    assertEquals(
                            one.score(view).value(),
                            ScoresAlone.of(one.metric(), view, one.parameters(300))
                                    .call(),
                            1e-12);
                }));
    }
}

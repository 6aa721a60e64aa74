package org.voorwerp.scoring.metric;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A small part of the table that [Coverage] prints, drawn the same way every time.
class CoverageTest {

    private static final int DRAWS = 300;

    private static final Set<String> SOME =
            Set.of("accuracy", "f1", "log-loss", "rmse", "roc-auc", "roc-auc of classes");

    /// Of 300 intervals that hold in 95 of 100 cases, fewer than 91 or more than 98.5 of 100 hold once in a
    /// thousand times.
    @TestFactory
    Stream<DynamicTest> intervalsHoldTheScoreOfThePopulationInAbout95Of100Samples() {
        return Coverage.CASES.stream()
                .filter(one -> SOME.contains(one.name()))
                .map(one -> dynamicTest(one.name(), () -> {
                    var held = Coverage.held(one, one.worlds().first(), 500, DRAWS);
                    assertTrue(held.held() >= 0.91 && held.held() <= 0.985, held.toString());
                }));
    }
}

package org.voorwerp.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalTest {

    /// SciPy's norm.sf.
    @Test
    void tailsAreThoseOfSciPy() {
        assertEquals(0.3085375387259869, Normal.above(0.5), 1e-15);
        assertEquals(0.025, Normal.above(Intervals.Z), 1e-15);
        assertEquals(0.0018658133003840375, Normal.above(2.9), 1e-15);
        assertEquals(0.0009676032132183563, Normal.above(3.1), 1e-15);
        assertEquals(9.865876450376946e-10, Normal.above(6), 1e-20);
        assertEquals(2.7536241186061556e-89, Normal.above(20), 1e-99);
        assertEquals(1 - 0.3085375387259869, Normal.above(-0.5), 1e-15);
        assertEquals(0.975, Normal.below(Intervals.Z), 1e-15);
    }

    /// SciPy's norm.expect(abs).
    @Test
    void meanSizeIsThatOfTheFoldedNormal() {
        assertEquals(0.7978845608028655, Normal.meanSize(0), 1e-12);
        assertEquals(0.9857587536320246, Normal.meanSize(0.7), 1e-10);
        assertEquals(3.000764308628965, Normal.meanSize(3), 1e-10);
    }
}

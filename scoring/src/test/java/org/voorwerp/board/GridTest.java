package org.voorwerp.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GridTest {

    @Test
    void stepsAreShortDecimalsNotBelowWhatIsAskedFor() {
        assertEquals(new BigDecimal("0.05"), Grid.atLeast(1 / Math.sqrt(1000)).step());
        assertEquals(new BigDecimal("0.01"), Grid.atLeast(0.01).step());
        assertEquals(new BigDecimal("0.02"), Grid.atLeast(0.0100001).step());
        assertEquals(0, new BigDecimal("1000").compareTo(Grid.atLeast(501).step()));
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double least = Math.exp(40 * random.nextDouble() - 20);
            double step = Grid.atLeast(least).step().doubleValue();
            assertTrue(step >= least && step < 2.5001 * least, () -> least + " gives " + step);
        }
        assertThrows(IllegalArgumentException.class, () -> Grid.atLeast(0));
        assertThrows(IllegalArgumentException.class, () -> Grid.atLeast(Double.NaN));
    }

    @Test
    void whatIsShownIsTheNearestMultipleWrittenShortly() {
        var grid = new Grid(new BigDecimal("0.05"));
        assertEquals("0.35", String.valueOf(grid.round(0.3333)));
        assertEquals("-0.3", String.valueOf(grid.round(-0.32)));
        assertEquals("0.0", String.valueOf(grid.round(0.02)));
        var random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            double value = random.nextGaussian();
            assertTrue(Math.abs(grid.round(value) - value) <= 0.025 + 1e-15);
            assertEquals(grid.round(value), grid.round(grid.round(value)));
        }
    }
}

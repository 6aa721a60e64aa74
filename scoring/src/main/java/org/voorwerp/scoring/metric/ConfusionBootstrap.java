package org.voorwerp.scoring.metric;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.diagnostic.Confusion;

/// Draws confusion matrices as other samples of subjects would give them, without touching the subjects again.
///
/// Every cell is drawn from its own Poisson distribution. Given their total, such counts are multinomial, and
/// metrics of labels are ratios, which do not see the total. With weights a cell is a multiple of a Poisson
/// count, with the mean Σw and the variance Σw² that a bootstrap of its subjects has.
final class ConfusionBootstrap {

    /// Draws of a small matrix; a large one, which takes longer, gets fewer.
    static final int DRAWS = 1_000;

    private static final int FEWEST_DRAWS = 200;
    private static final int CELLS_TO_DRAW = 2_000_000;

    private final Confusion confusion;
    private final PoissonTable[] tables;
    private final int draws;

    ConfusionBootstrap(Confusion confusion) {
        this.confusion = confusion;
        draws = Math.clamp(CELLS_TO_DRAW / confusion.cells(), FEWEST_DRAWS, DRAWS);
        tables = new PoissonTable[confusion.cells()];
        Map<Double, PoissonTable> known = new HashMap<>();
        for (int cell = 0; cell < tables.length; cell++) {
            double weight = confusion.weight()[cell];
            tables[cell] = known.computeIfAbsent(weight / unit(cell), PoissonTable::new);
        }
    }

    int draws() {
        return draws;
    }

    /// The standard deviation of a metric over the draws; draws for which it is not a number are left out.
    double standardError(ToDoubleFunction<ClassTotals> metric) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(View.SEED);
        var totals = new ClassTotals(confusion.classes());
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (int draw = 0; draw < draws; draw++) {
            draw(totals, random);
            double value = totals.total > 0 ? metric.applyAsDouble(totals) : Double.NaN;
            if (!Double.isNaN(value)) {
                count++;
                double step = value - mean;
                mean += step / count;
                squares += step * (value - mean);
            }
        }
        return count > 1 ? Math.sqrt(squares / (count - 1)) : Double.NaN;
    }

    private void draw(ClassTotals totals, RandomGenerator random) {
        totals.clear();
        for (int cell = 0; cell < tables.length; cell++) {
            int count = tables[cell].draw(random);
            if (count > 0) {
                totals.add(confusion.truth()[cell], confusion.prediction()[cell], count * unit(cell));
            }
        }
    }

    private double unit(int cell) {
        return confusion.squares()[cell] / confusion.weight()[cell];
    }
}

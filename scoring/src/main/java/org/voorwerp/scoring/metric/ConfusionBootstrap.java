package org.voorwerp.scoring.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.voorwerp.scoring.View;
import org.voorwerp.scoring.diagnostic.Confusion;

/// Draws confusion matrices as other samples of subjects would give them, without touching the subjects again.
///
/// Every cell is drawn from its own Poisson distribution. Given their total, such counts are multinomial, and
/// metrics of labels are ratios, which do not see the total. With weights a cell is a multiple of a Poisson
/// count, with the mean Σw and the variance Σw² that a bootstrap of its subjects has.
///
/// A class of one or two subjects shows nothing of how it varies. So what is drawn from is the matrix with one
/// subject more for each class that occurs, which is right as often as all subjects are and otherwise falls on
/// classes as they are predicted; of as many subjects as there are. With many subjects a class that changes
/// nothing.
final class ConfusionBootstrap {

    /// Draws of a small matrix; a large one, which takes longer, gets fewer.
    static final int DRAWS = 1_000;

    private static final int FEWEST_DRAWS = 100;
    private static final int CELLS_TO_DRAW = 100_000;

    private final Confusion confusion;
    private final PoissonTable[] tables;
    private final int draws;

    /// The classes that occur in truth or prediction, each with one subject more, of weight `unit`.
    private final int[] classes;

    private final double unit;
    private final double right;
    private final PoissonTable rightTable;
    private final PoissonTable wrongTable;
    private final ClassTotals totals;

    /// Weight called a class or one before it.
    private final double[] calledUpTo;

    ConfusionBootstrap(Confusion confusion) {
        this.confusion = confusion;
        totals = ClassTotals.of(confusion);
        classes = IntStream.range(0, totals.classes())
                .filter(k -> totals.truth[k] + totals.predicted[k] > 0)
                .toArray();
        draws = Math.clamp(CELLS_TO_DRAW / (confusion.cells() + classes.length), FEWEST_DRAWS, DRAWS);
        unit = Arrays.stream(confusion.squares()).sum() / totals.total;
        right = totals.accuracy();
        calledUpTo = totals.predicted.clone();
        Arrays.parallelPrefix(calledUpTo, Double::sum);
        // All of them together are as many as there are subjects.
        double share = totals.total / (totals.total + unit * classes.length);
        Map<Double, PoissonTable> known = new HashMap<>();
        tables = new PoissonTable[confusion.cells()];
        for (int cell = 0; cell < tables.length; cell++) {
            tables[cell] = known.computeIfAbsent(share * confusion.weight()[cell] / unit(cell), PoissonTable::new);
        }
        rightTable = new PoissonTable(Math.max(share * right, Double.MIN_NORMAL));
        wrongTable = new PoissonTable(Math.max(share * (1 - right), Double.MIN_NORMAL));
    }

    int draws() {
        return draws;
    }

    /// What the draws say of a metric.
    ///
    /// @param error its standard deviation over the draws
    /// @param bias how much their mean is above what they are drawn from
    record Outcome(double error, double bias) {}

    /// Draws for which the metric is not a number are left out.
    Outcome outcome(ToDoubleFunction<ClassTotals> metric) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(View.SEED);
        var drawn = new ClassTotals(confusion.classes());
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (int draw = 0; draw < draws; draw++) {
            draw(drawn, random);
            double value = drawn.total > 0 ? metric.applyAsDouble(drawn) : Double.NaN;
            if (!Double.isNaN(value)) {
                count++;
                double step = value - mean;
                mean += step / count;
                squares += step * (value - mean);
            }
        }
        double bias = mean - metric.applyAsDouble(drawnFrom());
        return count > 1 ? new Outcome(Math.sqrt(squares / (count - 1)), bias) : new Outcome(Double.NaN, 0);
    }

    /// The matrix with the subjects added.
    private ClassTotals drawnFrom() {
        var more = ClassTotals.of(confusion);
        for (int k : classes) {
            more.add(k, k, unit * right);
            more.addSpread(k, unit * (1 - right), totals.predicted, totals.total);
        }
        return more;
    }

    private void draw(ClassTotals drawn, RandomGenerator random) {
        drawn.clear();
        for (int cell = 0; cell < tables.length; cell++) {
            int count = tables[cell].draw(random);
            if (count > 0) {
                drawn.add(confusion.truth()[cell], confusion.prediction()[cell], count * unit(cell));
            }
        }
        for (int k : classes) {
            drawn.add(k, k, unit * rightTable.draw(random));
            for (int wrong = wrongTable.draw(random); wrong > 0; wrong--) {
                drawn.add(k, called(random), unit);
            }
        }
    }

    /// A class as often as it is predicted.
    private int called(RandomGenerator random) {
        double at = (random.nextLong() >>> 11) * 0x1p-53 * calledUpTo[calledUpTo.length - 1];
        int place = Arrays.binarySearch(calledUpTo, at);
        int k = place >= 0 ? place + 1 : -place - 1;
        while (k < calledUpTo.length - 1 && totals.predicted[k] == 0) {
            k++;
        }
        return Math.min(k, calledUpTo.length - 1);
    }

    private double unit(int cell) {
        return confusion.squares()[cell] / confusion.weight()[cell];
    }
}

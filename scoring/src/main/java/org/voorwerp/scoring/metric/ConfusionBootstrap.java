package org.voorwerp.scoring.metric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.voorwerp.scoring.View;

/// Draws confusion matrices as other samples of subjects would give them, without touching the subjects again.
///
/// Every cell is drawn from its own Poisson distribution. Given their total, such counts are multinomial, and
/// metrics of labels are ratios, which do not see the total. With weights a cell is a multiple of a Poisson
/// count, with the mean Σw and the variance Σw² that a bootstrap of its subjects has. What is drawn from is the
/// [SmoothedConfusion].
///
/// Draws are made in chunks of their own generators, on all processors: they do not depend on the number of threads.
final class ConfusionBootstrap {

    /// Draws of a small matrix; a large one, which takes longer, gets fewer.
    static final int DRAWS = 500;

    private static final int FEWEST_DRAWS = 100;
    private static final int CELLS_TO_DRAW = 100_000;
    private static final int CHUNKS = 16;

    // Looked up once: that takes longer than drawing a small matrix.
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final SmoothedConfusion population;
    private final PoissonCount[] cells;
    private final double[] units;
    private final int[] classes;
    private final PoissonCount[] right;
    private final PoissonCount[] overAll;
    private final int draws;

    ConfusionBootstrap(SmoothedConfusion population) {
        this.population = population;
        cells = new PoissonCount[population.cells()];
        units = new double[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            units[cell] = population.unit(cell);
            cells[cell] = PoissonCount.of(population.kept(cell) / units[cell]);
        }
        classes = population.spreadClasses();
        right = counts(population::spreadRight);
        overAll = counts(population::spreadOverAll);
        draws = Math.clamp(CELLS_TO_DRAW / (cells.length + classes.length), FEWEST_DRAWS, DRAWS);
    }

    private PoissonCount[] counts(IntToDoubleFunction weight) {
        return Arrays.stream(classes)
                .mapToObj(k -> PoissonCount.of(weight.applyAsDouble(k) / population.unit))
                .toArray(PoissonCount[]::new);
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
    ///
    /// @param metric called by several threads at once
    Outcome outcome(ToDoubleFunction<ClassTotals> metric) {
        var values = new double[draws];
        IntStream.range(0, CHUNKS).parallel().forEach(chunk -> draw(chunk, metric, values));
        double[] numbers =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (numbers.length < 2) {
            return new Outcome(Double.NaN, 0);
        }
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        double squares = 0;
        for (double number : numbers) {
            squares += (number - mean) * (number - mean);
        }
        double error = Math.sqrt(squares / (numbers.length - 1));
        return new Outcome(error, mean - metric.applyAsDouble(population.totals()));
    }

    private void draw(int chunk, ToDoubleFunction<ClassTotals> metric, double[] values) {
        RandomGenerator random = GENERATORS.create(View.SEED + 31L * chunk);
        var drawn = new ClassTotals(population.classes());
        for (int draw = draws * chunk / CHUNKS; draw < draws * (chunk + 1) / CHUNKS; draw++) {
            draw(drawn, random);
            values[draw] = drawn.total > 0 ? metric.applyAsDouble(drawn) : Double.NaN;
        }
    }

    private void draw(ClassTotals drawn, RandomGenerator random) {
        drawn.clear();
        for (int cell = 0; cell < cells.length; cell++) {
            double count = cells[cell].draw(random);
            if (count > 0) {
                drawn.add(population.trueClass(cell), population.predictedClass(cell), count * units[cell]);
            }
        }
        for (int at = 0; at < classes.length; at++) {
            drawn.add(classes[at], classes[at], population.unit * right[at].draw(random));
            for (double wrong = overAll[at].draw(random); wrong > 0; wrong--) {
                drawn.add(classes[at], population.called(random), population.unit * Math.min(wrong, 1));
            }
        }
    }
}

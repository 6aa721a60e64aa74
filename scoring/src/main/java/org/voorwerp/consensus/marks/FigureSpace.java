package org.voorwerp.consensus.marks;

import java.util.Arrays;
import org.voorwerp.consensus.cluster.Plane;
import org.voorwerp.consensus.cluster.Space;
import org.voorwerp.consensus.extract.ShapeKind;

/// Figures by their numbers: √Σ (a_p − b_p)², pixels, degrees and shares of time alike, an angle's difference
/// taken the shorter way round. Lines, where symmetric, are compared from either end.
final class FigureSpace extends Plane {

    private final double[][] figures;
    private final ShapeKind kind;
    private final Turning turning;
    private final boolean eitherEnd;

    /// @param figures the numbers of each, in the order of [ShapeKind#parameters()]
    FigureSpace(ShapeKind kind, double[][] figures, boolean symmetric) {
        super(place(kind, figures, 0), place(kind, figures, kind.parameters().size() > 1 ? 1 : 0));
        this.kind = kind;
        this.figures = figures;
        this.turning = Turning.of(kind, symmetric);
        this.eitherEnd = kind == ShapeKind.LINE && symmetric;
    }

    private FigureSpace(FigureSpace whole, double[][] figures) {
        super(
                place(whole.kind, figures, 0),
                place(whole.kind, figures, whole.kind.parameters().size() > 1 ? 1 : 0));
        this.kind = whole.kind;
        this.figures = figures;
        this.turning = whole.turning;
        this.eitherEnd = whole.eitherEnd;
    }

    /// A line's middle, which is the same from either end and moves no farther than the line; else a number
    /// itself.
    private static double[] place(ShapeKind kind, double[][] figures, int parameter) {
        return Arrays.stream(figures)
                .mapToDouble(figure ->
                        kind == ShapeKind.LINE ? figure[parameter] / 2 + figure[parameter + 2] / 2 : figure[parameter])
                .toArray();
    }

    @Override
    public double distance(int a, int b) {
        double[] one = figures[a];
        double[] other = figures[b];
        double square = 0;
        for (int p = 0; p < one.length; p++) {
            double difference = p == turning.parameter() ? turning.between(one[p], other[p]) : one[p] - other[p];
            square += difference * difference;
        }
        return Math.sqrt(eitherEnd ? Math.min(square, turned(one, other)) : square);
    }

    private static double turned(double[] one, double[] other) {
        double square = 0;
        for (int p = 0; p < 4; p++) {
            double difference = one[p] - other[(p + 2) % 4];
            square += difference * difference;
        }
        return square;
    }

    @Override
    public Space subset(int[] things) {
        return new FigureSpace(
                this, Arrays.stream(things).mapToObj(i -> figures[i]).toArray(double[][]::new));
    }
}

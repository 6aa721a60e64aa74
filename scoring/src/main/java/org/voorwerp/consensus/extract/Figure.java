package org.voorwerp.consensus.extract;

/// A shape of a fixed number of numbers, each a finite one. What they mean stands at [ShapeKind].
public sealed interface Figure extends Shape {

    /// The numbers, in the order of [ShapeKind#parameters()].
    double[] parameters();

    record Point(double x, double y) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.POINT;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y};
        }
    }

    record Line(double x1, double y1, double x2, double y2) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.LINE;
        }

        @Override
        public double[] parameters() {
            return new double[] {x1, y1, x2, y2};
        }
    }

    /// @param x of its upper left corner; in old data of any, where `width` is negative
    /// @param y likewise
    record Rectangle(double x, double y, double width, double height) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.RECTANGLE;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y, width, height};
        }
    }

    /// A rectangle turned about its middle.
    record RotateRectangle(double x, double y, double width, double height, double angle) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.ROTATE_RECTANGLE;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y, width, height, angle};
        }
    }

    record Circle(double x, double y, double r) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.CIRCLE;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y, r};
        }
    }

    /// @param rx half axis along `angle`
    /// @param ry half axis across
    record Ellipse(double x, double y, double rx, double ry, double angle) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.ELLIPSE;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y, rx, ry, angle};
        }
    }

    record Triangle(double x, double y, double r, double angle) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.TRIANGLE;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y, r, angle};
        }
    }

    record Fan(double x, double y, double radius, double rotation, double spread) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.FAN;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y, radius, rotation, spread};
        }
    }

    /// From the top of the image to its bottom.
    record Column(double x, double width) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.COLUMN;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, width};
        }
    }

    record FullWidthLine(double y) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.FULL_WIDTH_LINE;
        }

        @Override
        public double[] parameters() {
            return new double[] {y};
        }
    }

    record FullHeightLine(double x) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.FULL_HEIGHT_LINE;
        }

        @Override
        public double[] parameters() {
            return new double[] {x};
        }
    }

    record TemporalPoint(double x, double y, double displayTime) implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.TEMPORAL_POINT;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y, displayTime};
        }
    }

    record TemporalRotateRectangle(double x, double y, double width, double height, double angle, double displayTime)
            implements Figure {
        @Override
        public ShapeKind kind() {
            return ShapeKind.TEMPORAL_ROTATE_RECTANGLE;
        }

        @Override
        public double[] parameters() {
            return new double[] {x, y, width, height, angle, displayTime};
        }
    }

    /// The figure of these numbers.
    ///
    /// @param kind one for which [ShapeKind#isPolyline()] does not hold
    /// @param p as many as [ShapeKind#parameters()], in its order
    static Figure of(ShapeKind kind, double... p) {
        return switch (kind) {
            case POINT -> new Point(p[0], p[1]);
            case LINE -> new Line(p[0], p[1], p[2], p[3]);
            case RECTANGLE -> new Rectangle(p[0], p[1], p[2], p[3]);
            case ROTATE_RECTANGLE -> new RotateRectangle(p[0], p[1], p[2], p[3], p[4]);
            case CIRCLE -> new Circle(p[0], p[1], p[2]);
            case ELLIPSE -> new Ellipse(p[0], p[1], p[2], p[3], p[4]);
            case TRIANGLE -> new Triangle(p[0], p[1], p[2], p[3]);
            case FAN -> new Fan(p[0], p[1], p[2], p[3], p[4]);
            case COLUMN -> new Column(p[0], p[1]);
            case FULL_WIDTH_LINE -> new FullWidthLine(p[0]);
            case FULL_HEIGHT_LINE -> new FullHeightLine(p[0]);
            case TEMPORAL_POINT -> new TemporalPoint(p[0], p[1], p[2]);
            case TEMPORAL_ROTATE_RECTANGLE -> new TemporalRotateRectangle(p[0], p[1], p[2], p[3], p[4], p[5]);
            case POLYGON, FREEHAND_LINE, BEZIER ->
                throw new IllegalArgumentException(kind.word() + " has no fixed number of numbers");
        };
    }
}

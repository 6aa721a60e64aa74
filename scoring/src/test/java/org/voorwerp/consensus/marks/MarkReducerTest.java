package org.voorwerp.consensus.marks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voorwerp.consensus.cluster.Clusterer;
import org.voorwerp.consensus.cluster.Dbscan;
import org.voorwerp.consensus.cluster.Hdbscan;
import org.voorwerp.consensus.cluster.Optics;
import org.voorwerp.consensus.cluster.TooManyException;
import org.voorwerp.consensus.extract.Detail;
import org.voorwerp.consensus.extract.Figure;
import org.voorwerp.consensus.extract.Figure.Circle;
import org.voorwerp.consensus.extract.Figure.Ellipse;
import org.voorwerp.consensus.extract.Figure.Line;
import org.voorwerp.consensus.extract.Figure.Point;
import org.voorwerp.consensus.extract.Figure.Rectangle;
import org.voorwerp.consensus.extract.Mark;
import org.voorwerp.consensus.extract.Mark.Format;
import org.voorwerp.consensus.extract.Marks;
import org.voorwerp.consensus.extract.Polyline;
import org.voorwerp.consensus.extract.Shape;
import org.voorwerp.consensus.extract.ShapeKind;
import org.voorwerp.consensus.marks.ConsensusColumns.Naming;
import org.voorwerp.consensus.marks.MarkRecipe.Average;
import org.voorwerp.consensus.marks.MarkRecipe.Metric;
import org.voorwerp.consensus.marks.MarkRecipe.Order;
import org.voorwerp.consensus.marks.MarkRecipe.Repeats;

@NullUnmarked
class MarkReducerTest {

    private static Marks by(String volunteer, Shape... shapes) {
        return new Marks(
                "1",
                volunteer,
                -1,
                Arrays.stream(shapes)
                        .map(shape -> new Mark("T0", 0, Format.TOOL, 0, shape, List.of()))
                        .toList());
    }

    private static ToolConsensus only(MarkRecipe recipe, Marks... subject) {
        var tools = new MarkReducer(recipe).reduce(List.of(subject));
        assertEquals(1, tools.size());
        return tools.getFirst();
    }

    private static MarkRecipe overlap(double eps, int volunteers) {
        return new MarkRecipe(
                new Dbscan(eps, volunteers),
                Metric.OVERLAP,
                true,
                Average.BEST,
                0.5,
                Repeats.ONE_A_CLUSTER,
                Order.BY_PLACE);
    }

    @Test
    void aConsensusMarkHasMeanSpreadAndSupport() {
        var mark = only(
                        MarkRecipe.within(5, 3),
                        by("a", new Point(10, 20)),
                        by("b", new Point(12, 20)),
                        by("c", new Point(11, 23), new Point(400, 1)),
                        by("d"))
                .clusters()
                .getFirst();

        assertEquals(new Point(11, 21), mark.shape());
        assertEquals(3, mark.volunteers());
        // Three of the four who looked.
        assertEquals(0.75, mark.share());
        // x: (1 + 1 + 0) / 2, y: (1 + 1 + 4) / 2, together: (−1·−1 + 1·−1 + 0·2) / 2.
        assertEquals(1, mark.covariance()[0][0], 1e-12);
        assertEquals(3, mark.covariance()[1][1], 1e-12);
        assertEquals(0, mark.covariance()[0][1], 1e-12);
        assertEquals(2, mark.sigma(), 1e-12);
    }

    @Test
    void oneVolunteerMakesNoCluster() {
        var points = new Shape[] {new Point(1, 1), new Point(2, 1), new Point(1, 2), new Point(2, 2)};

        assertEquals(
                List.of(),
                only(MarkRecipe.within(5, 3), by("a", points), by("b")).clusters());
        assertEquals(
                1,
                only(MarkRecipe.asPanoptes(new Dbscan(5, 3), Metric.EUCLIDEAN, false, Average.BEST), by("a", points))
                        .clusters()
                        .size());
    }

    @Test
    void aSecondMarkInTheSamePlaceIsNoise() {
        var consensus = only(
                MarkRecipe.within(5, 3),
                by("a", new Point(10, 10), new Point(11.5, 10)),
                by("b", new Point(10, 11), new Point(11, 12)),
                by("c", new Point(9, 10), new Point(9, 11)));

        assertEquals(1, consensus.clusters().size());
        assertEquals(3, consensus.clusters().getFirst().marks());
        assertEquals(
                3,
                Arrays.stream(consensus.clustering().labels())
                        .filter(l -> l < 0)
                        .count());
    }

    @Test
    void twoThingsTooCloseForTheClustererAreTwoClusters() {
        // 8 pixels apart with an eps of 5: a mark at (14, 10) joins them into one cluster.
        var consensus = only(
                MarkRecipe.within(5, 3),
                by("a", new Point(10, 10), new Point(18, 10)),
                by("b", new Point(10.5, 10), new Point(18.5, 10)),
                by("c", new Point(9.5, 10), new Point(17.5, 10)),
                by("d", new Point(14, 10)));

        assertEquals(2, consensus.clusters().size());
        assertEquals(
                3,
                consensus.clusters().get(1).volunteers()
                        + consensus.clusters().get(0).volunteers()
                        - 4);
    }

    @Test
    void anglesAreAveragedTheShorterWayRound() {
        var mark = only(
                        MarkRecipe.within(10, 2),
                        by("a", new Ellipse(0, 0, 20, 10, 178)),
                        by("b", new Ellipse(0, 0, 20, 10, 4)),
                        by("c", new Ellipse(0, 0, 20, 10, -179)))
                .clusters()
                .getFirst();

        // 178, 184 and 181 degrees: an ellipse looks the same after half a turn.
        assertEquals(1, ((Ellipse) mark.shape()).angle(), 1e-9);
        assertEquals(9, mark.covariance()[4][4], 1e-9);
    }

    @Test
    void linesAreTheSameFromEitherEnd() {
        var mark = only(
                        MarkRecipe.within(5, 3),
                        by("a", new Line(0, 0, 0.1, 100)),
                        by("b", new Line(0, 100, 0.2, 0)),
                        by("c", new Line(0.3, 0, 0, 100)))
                .clusters()
                .getFirst();

        assertEquals(3, mark.volunteers());
        assertTrue(mark.sigma() < 1);
    }

    @Test
    void areasAreComparedByOverlap() {
        var consensus = only(
                overlap(0.5, 2),
                by("a", new Rectangle(0, 0, 100, 10)),
                by("b", new Rectangle(0, 0, 100, 12)),
                // As near by its numbers, but beside the others.
                by("c", new Rectangle(0, 12, 100, 10)));

        assertEquals(1, consensus.clusters().size());
        var mark = consensus.clusters().getFirst();
        assertEquals(1000.0 / 1200, mark.overlap(), 1e-9);
        // Between the two: d² is least where both overlap alike, 1000/h = h/1200.
        assertEquals(Math.sqrt(1000 * 1200) / 100, ((Rectangle) mark.shape()).height(), 0.05);
    }

    @Test
    void marksWithoutAnAreaOverlapWithNothing() {
        var consensus = only(
                overlap(0.9, 2),
                by("a", new Circle(5, 5, 0)),
                by("b", new Circle(5, 5, 0)),
                by("c", new Circle(5, 5, 9)));

        assertEquals(List.of(), consensus.clusters());
    }

    @Test
    void freehandLinesAreComparedAlongTheirLength() {
        var there = new Polyline(ShapeKind.FREEHAND_LINE, new double[] {0, 50, 100}, new double[] {0, 2, 0}, false);
        var back = new Polyline(ShapeKind.FREEHAND_LINE, new double[] {100, 0}, new double[] {1, 1}, false);
        var other = new Polyline(ShapeKind.FREEHAND_LINE, new double[] {0, 0}, new double[] {0, 100}, false);

        var consensus = only(MarkRecipe.within(5, 2), by("a", there), by("b", back), by("c", other));

        assertEquals(1, consensus.clusters().size());
        assertEquals(2, consensus.clusters().getFirst().volunteers());
    }

    @Test
    void closedLinesAreComparedByWhatTheyGoRound() {
        var one = new Polyline(ShapeKind.POLYGON, new double[] {0, 10, 10, 0}, new double[] {0, 0, 10, 10}, true);
        var same =
                new Polyline(ShapeKind.POLYGON, new double[] {10, 10, 0, 0, 5}, new double[] {0, 10, 10, 0, 0}, true);
        var crossed = new Polyline(ShapeKind.POLYGON, new double[] {0, 10, 0, 10}, new double[] {0, 10, 10, 0}, true);

        var recipe = new MarkRecipe(
                new Dbscan(0.3, 2), Metric.EUCLIDEAN, true, Average.MEMBER, 0.5, Repeats.ONE_A_CLUSTER, Order.BY_PLACE);
        var consensus = only(recipe, by("a", one), by("b", same), by("c", crossed));

        assertEquals(1, consensus.clusters().size());
        assertEquals(1, consensus.clusters().getFirst().overlap(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(
            value = ShapeKind.class,
            names = {"POLYGON", "FREEHAND_LINE", "BEZIER"},
            mode = EnumSource.Mode.EXCLUDE)
    void theOrderOfVolunteersDoesNotMatter(ShapeKind kind) {
        var random = new Random(kind.ordinal());
        var clusterers = List.<Clusterer>of(new Dbscan(12, 3), new Optics(3, 3, 0.15), new Hdbscan(3, 2, false));
        for (var clusterer : clusterers) {
            var subject = crowd(kind, random);
            var recipe = new MarkRecipe(
                    clusterer, Metric.EUCLIDEAN, true, Average.MEMBER, 0.5, Repeats.ONE_A_CLUSTER, Order.BY_PLACE);
            var columns = new ConsensusColumns(recipe, Naming.SHAPE, true);
            var expected = json(columns.of(new MarkReducer(recipe).reduce(subject)));
            for (int round = 0; round < 4; round++) {
                Collections.shuffle(subject, random);
                assertEquals(expected, json(columns.of(new MarkReducer(recipe).reduce(subject))), clusterer.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ShapeKind.class,
            names = {"POLYGON", "FREEHAND_LINE", "BEZIER"},
            mode = EnumSource.Mode.EXCLUDE)
    void noVolunteerIsTwiceInACluster(ShapeKind kind) {
        var random = new Random(100 + kind.ordinal());
        for (int round = 0; round < 20; round++) {
            var consensus = new MarkReducer(MarkRecipe.within(15, 2))
                    .reduce(crowd(kind, random))
                    .getFirst();
            for (var mark : consensus.clusters()) {
                assertEquals(mark.marks(), mark.volunteers());
                assertTrue(mark.volunteers() >= 2 && mark.share() <= 1);
            }
        }
    }

    /// Some things, seen by most of ten volunteers, some of whom click twice.
    private static List<Marks> crowd(ShapeKind kind, Random random) {
        var things = new ArrayList<double[]>();
        for (int i = 0; i < 4; i++) {
            things.add(random.doubles(kind.parameters().size(), 0, 200).toArray());
        }
        var subject = new ArrayList<Marks>();
        for (int v = 0; v < 10; v++) {
            var shapes = new ArrayList<Shape>();
            for (var thing : things) {
                for (int i = random.nextInt(10); i < 9; i += 6) {
                    shapes.add(Figure.of(
                            kind,
                            Arrays.stream(thing)
                                    .map(number -> number + 3 * random.nextGaussian())
                                    .toArray()));
                }
            }
            subject.add(by("user:" + v, shapes.toArray(Shape[]::new)));
        }
        return subject;
    }

    private static String json(Object columns) {
        return new ObjectMapper().valueToTree(columns).toString();
    }

    @Test
    void detailsAreReducedByTheirType() {
        var subject = new ArrayList<Marks>();
        for (int v = 0; v < 3; v++) {
            var details = List.<Detail>of(
                    new Detail.Chosen(Map.of(v < 2 ? "0" : "1", 1)),
                    new Detail.Written(v < 2 ? "a ship" : "a shop"),
                    new Detail.Slid(v));
            subject.add(new Marks(
                    "1", "user:" + v, -1, List.of(new Mark("T0", 0, Format.TOOL_INDEX, 0, new Point(v, 0), details))));
        }
        var recipe = MarkRecipe.within(5, 3);
        var tools = new MarkReducer(recipe).reduce(subject);

        var details = tools.getFirst().clusters().getFirst().details();
        assertEquals(new DetailConsensus.Counted(Map.of("0", 2, "1", 1)), details.get(0));
        assertEquals("a ship", ((DetailConsensus.Text) details.get(1)).text().text());
        assertEquals(new DetailConsensus.Slider(1, 1, 2.0 / 3), details.get(2));
        assertTrue(new ConsensusColumns(recipe, Naming.SHAPE, true)
                .of(tools)
                .get("frame0")
                .containsKey("T0_toolIndex0_subtask1_clusters"));
    }

    @Test
    void marksOfSeveralShapesWithOneToolStayApart() {
        var tools = new MarkReducer(MarkRecipe.within(5, 1))
                .reduce(List.of(by("a", new Point(1, 1)), by("b", new Rectangle(1, 1, 2, 2))));

        assertEquals(
                List.of("T0_tool0_point", "T0_tool0_rectangle"),
                tools.stream().map(ToolConsensus::tool).toList());
    }

    @Test
    void aSubjectWithAHundredThousandMarksIsQuicklyReducedOrClearlyRefused() {
        var random = new Random(3);
        var subject = new ArrayList<Marks>();
        for (int v = 0; v < 100; v++) {
            var shapes = new Shape[1_000];
            for (int i = 0; i < shapes.length; i++) {
                shapes[i] =
                        new Circle(2_000 * random.nextDouble(), 2_000 * random.nextDouble(), 5 * random.nextDouble());
            }
            subject.add(by("user:" + v, shapes));
        }

        assertFalse(new MarkReducer(MarkRecipe.within(4, 5))
                .reduce(subject)
                .getFirst()
                .clusters()
                .isEmpty());
        assertThrows(TooManyException.class, () -> new MarkReducer(overlap(0.5, 3)).reduce(subject));
    }

    @Test
    void aThousandMarksInOnePlaceByEachOfAHundredAreOneCluster() {
        var shapes = new Shape[1_000];
        Arrays.fill(shapes, new Point(7, 7));
        var subject = new ArrayList<Marks>();
        for (int v = 0; v < 100; v++) {
            subject.add(by("user:" + v, shapes));
        }

        var marks = new MarkReducer(MarkRecipe.within(4, 5))
                .reduce(subject)
                .getFirst()
                .clusters();

        assertEquals(List.of(100), marks.stream().map(ConsensusMark::marks).toList());
    }
}

package org.voorwerp.consensus.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ClusterersTest {

    /// Points (in 65,536ths), eps, min_samples, min_cluster_size, and the labels: of scikit-learn 1.2's DBSCAN and
    /// OPTICS (ξ 0.15; its correction by predecessors mended as in later versions), and of an HDBSCAN written apart
    /// over scipy's single linkage, without and with a single cluster allowed, numbered by first appearance.
    private static final String REFERENCE = """
            6095331,1720515 1572936,4555603 4555696,2261249 4915904,1671568 1622390,4342687 1622365,4359084 1655388,4817660 1901127,4391191|8|4|5|-1 0 -1 -1 0 0 0 0|0 0 0 0 0 0 0 0|-1 -1 -1 -1 -1 -1 -1 -1|-1 0 -1 -1 0 0 0 0
            3916603,180259 4375344,2883844 3949355,229832 4178394,295674 1966646,3310123 5193943,2245581 1704370,2654247 4079747,4309405 3916684,672204|4|3|4|0 -1 0 0 -1 -1 -1 -1 -1|0 -1 0 0 -1 -1 -1 -1 0|-1 -1 -1 -1 -1 -1 -1 -1 -1|0 -1 0 0 -1 -1 -1 -1 0
            4719111,1458929 5587087,3670656 4636882,1409255 4407984,1098176 4669484,1458697 1229614,82360 1508322,508080 5374591,3670443 5259781,3867541 1065104,-131061 1278826,557216 1033000,672292 5701701,3900316 4227435,1573469 5865521,3900221 1065326,180714 1262004,508639 4424327,1228892 4473327,1311546 1114802,311984 5473102,3686959 5751422,3490750|8|3|3|0 1 0 0 0 2 2 1 1 2 2 2 1 0 1 2 2 0 0 2 1 1|0 1 0 -1 0 2 -1 1 1 2 -1 -1 1 -1 1 2 -1 -1 -1 -1 1 1|0 1 0 0 0 2 2 1 1 2 2 2 1 0 1 2 2 0 0 2 1 1|0 1 0 0 0 2 2 1 1 2 2 2 1 0 1 2 2 0 0 2 1 1
            4260021,164386 4260620,508164 4407340,114999 3883284,557867 4112817,-16110 4210872,590485|8|4|4|0 0 0 0 0 0|0 0 0 0 0 0|-1 -1 -1 -1 -1 -1|0 0 0 -1 -1 0
            3948879,65667 3342501,2490738 4800598,295598 4292622,3703780 4801171,3391666 2490732,2081061 4751673,115182 4096343,344645 3392216,3047691 4604442,2966005 4620578,3457616 3343145,2622291 4621090,115647 4703050,99140 4309187,180740 4719208,3489927 4751594,3867450 4244080,409858 4277031,99256 5047114,3194952|4|3|2|-1 -1 0 -1 1 -1 0 2 -1 -1 1 -1 0 0 2 1 -1 2 2 -1|-1 2 1 3 3 2 1 0 2 3 3 2 1 1 0 3 3 0 0 3|0 1 0 2 2 1 0 0 1 2 2 1 0 0 0 2 2 0 0 2|0 1 0 2 2 1 0 0 1 2 2 1 0 0 0 2 2 0 0 2
            5505264,1229527 5800878,1180444 5341868,1392932 5734431,1327408 5751336,1376890 5751701,1228987 5800191,1278272 5423132,1261575 5538347,1294682|4|3|3|0 0 0 0 0 0 0 0 0|0 1 0 1 1 1 1 0 0|0 1 -1 1 1 1 1 0 0|0 0 -1 0 0 0 0 0 0
            5833497,3572254 5374058,3506764 803257,3539886 -64681,3425126 6161145,3621112 5702075,3490392 3014998,1802395 835970,3605298 2621842,2343787 6210021,3424785 -32716,2982353|8|2|3|0 0 1 2 0 0 -1 1 -1 0 2|0 0 1 1 0 0 -1 1 -1 0 1|0 0 1 1 0 0 1 1 1 0 1|0 0 1 1 0 0 1 1 1 0 1
            6029419,4063471 6111450,4014813 5079759,3687044 4620437,4374766 3768987,6128044 4227448,2539978 5243291,3998144 6193237,3064601 4981613,4129731 6684677,2802560 5554861,655633 6308682,3785511 4866711,3703271 6030018,2999251 3687382,1459020 6373428,3392280 7258626,4178631 1360348,2703973|4|4|3|-1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1|0 0 1 1 -1 -1 1 0 1 0 -1 0 1 0 -1 0 -1 -1|0 0 1 1 -1 -1 1 0 1 0 -1 0 1 0 -1 0 -1 -1|0 0 0 0 -1 -1 0 0 0 0 -1 0 0 0 -1 0 -1 -1
            1654865,2752645 6423151,442811 1720998,2474847 1638450,2523278 1442294,2834552 1557201,2392534 1655184,2917232|8|3|5|0 -1 0 0 0 0 0|0 0 0 0 0 0 0|-1 -1 -1 -1 -1 -1 -1|0 -1 0 0 0 0 0
            5849330,491550 4211017,-491305 5309168,-244924 6127917,1327916 1819236,5653406 4603984,4276293 6177460,213671 4621037,-392767 4604122,-229024 5571375,-163078 4162175,705101|8|3|4|-1 0 -1 -1 -1 -1 -1 0 0 -1 -1|0 0 0 0 0 0 0 0 0 0 0|-1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1|-1 0 0 -1 -1 -1 -1 0 0 -1 -1
            5784302,868736 1688351,5554967 1688160,5406727 1720576,5374267 1573022,5669851 1802723,5488890|4|2|2|-1 0 0 0 0 0|-1 -1 0 0 -1 -1|-1 0 1 1 -1 0|-1 0 0 0 -1 0
            -212961,4948491 5685974,2081599 4572096,3162133 82687,4211243 1687553,361102 5456466,6209975 491683,6373514 1131234,3113594 -32079,4751366|12|4|3|-1 -1 -1 -1 -1 -1 -1 -1 -1|0 0 0 0 0 0 0 0 0|-1 -1 -1 -1 -1 -1 -1 -1 -1|0 -1 -1 0 -1 -1 -1 -1 0
            """;

    static Stream<String> reference() {
        return REFERENCE.lines();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void labelsAreThoseOfIndependentPrograms(String line) {
        var cells = line.split("\\|");
        var points = Arrays.stream(cells[0].split(" "))
                .map(point -> Arrays.stream(point.split(","))
                        .mapToDouble(c -> Integer.parseInt(c) / 65536.0)
                        .toArray())
                .toArray(double[][]::new);
        var space = new Points(points);
        double radius = Double.parseDouble(cells[1]);
        int minimum = Integer.parseInt(cells[2]);
        int smallest = Integer.parseInt(cells[3]);

        assertArrayEquals(
                labels(cells[4]), new Dbscan(radius, minimum).cluster(space).labels());
        assertArrayEquals(
                labels(cells[5]),
                new Optics(minimum, Math.max(2, smallest), 0.15).cluster(space).labels());
        assertArrayEquals(
                labels(cells[6]),
                byAppearance(
                        new Hdbscan(smallest, minimum, false).cluster(space).labels()));
        assertArrayEquals(
                labels(cells[7]),
                byAppearance(new Hdbscan(smallest, minimum, true).cluster(space).labels()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theGridFindsWhatLookingAtAllPairsFinds(long seed) {
        var random = new Random(seed);
        // Few values a coordinate, so that many points lie in one place or exactly one radius apart.
        var points = IntStream.range(0, 300)
                .mapToObj(_ -> new double[] {random.nextInt(40) - 20, random.nextInt(40) - 20})
                .toArray(double[][]::new);
        var space = new Points(points);
        for (double radius : new double[] {0, 1, 2.5, 100}) {
            var dbscan = new Dbscan(radius, 1 + random.nextInt(6));
            assertArrayEquals(
                    dbscan.cluster(plain(space)).labels(), dbscan.cluster(space).labels(), dbscan + " " + seed);
        }
    }

    @Test
    void pointsInOnePlaceAreOneCluster() {
        var space = new Points(new double[20][2]);
        for (var clusterer : List.of(new Dbscan(0, 3), new Hdbscan(3, 3, true))) {
            assertArrayEquals(new int[20], clusterer.cluster(space).labels(), clusterer.toString());
        }
        assertEquals(20, new Optics(3, 3, 0.15).cluster(space).labels().length);
    }

    @Test
    void nothingAndTooLittleAreNoCluster() {
        for (var clusterer : List.of(new Dbscan(1, 2), new Optics(2, 2, 0.15), new Hdbscan(2, 2, true))) {
            assertEquals(0, clusterer.cluster(new Points(new double[0][])).count());
            assertEquals(0, clusterer.cluster(new Points(new double[1][2])).count());
        }
    }

    @Test
    void aHundredThousandPointsInOnePlaceAreQuicklyClusteredOrClearlyRefused() {
        var random = new Random(1);
        var points = IntStream.range(0, 100_000)
                .mapToObj(i -> new double[] {i % 2 * 7 + random.nextDouble(), random.nextDouble()})
                .toArray(double[][]::new);
        var space = new Points(points);

        assertEquals(2, new Dbscan(5, 3).cluster(space).count());
        var refused = assertThrows(TooManyException.class, () -> new Optics(3, 3, 0.15).cluster(space));
        assertTrue(refused.getMessage().contains("100,000"), refused.getMessage());
        assertThrows(TooManyException.class, () -> new Hdbscan(3, 3, true).cluster(space));
    }

    @Test
    void parametersThatMeanNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Dbscan(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new Dbscan(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Dbscan(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Optics(1, 2, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Optics(2, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Hdbscan(1, 1, true));
    }

    private static final class Points extends Plane {
        private final double[][] points;

        Points(double[][] points) {
            super(
                    Arrays.stream(points).mapToDouble(p -> p[0]).toArray(),
                    Arrays.stream(points).mapToDouble(p -> p[1]).toArray());
            this.points = points;
        }

        @Override
        public double distance(int a, int b) {
            double x = points[a][0] - points[b][0];
            double y = points[a][1] - points[b][1];
            return Math.sqrt(x * x + y * y);
        }
    }

    /// The same distances without the grid.
    private static Space plain(Space space) {
        return space.subset(IntStream.range(0, space.size()).toArray());
    }

    private static int[] labels(String words) {
        return Arrays.stream(words.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static int[] byAppearance(int[] labels) {
        var numbers = new HashMap<Integer, Integer>();
        return Arrays.stream(labels)
                .map(label -> label < 0 ? label : numbers.computeIfAbsent(label, _ -> numbers.size()))
                .toArray();
    }
}

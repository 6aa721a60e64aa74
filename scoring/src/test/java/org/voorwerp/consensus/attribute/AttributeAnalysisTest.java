package org.voorwerp.consensus.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voorwerp.consensus.RealData;
import org.voorwerp.table.Table;

@NullUnmarked
class AttributeAnalysisTest {

    /// Forty subjects; the same columns as in the figures from scikit-learn 1.2.
    private static AttributeTable small() {
        var columns = new double[3][40];
        var odd = new boolean[40];
        for (int i = 0; i < 40; i++) {
            odd[i] = i % 2 == 1;
            columns[0][i] = i * 7 % 11 + (i % 2) * 3.0;
            columns[1][i] = i * 5 % 13 * 0.5;
            columns[2][i] = i * i % 17 - (i % 2) * 4.0;
        }
        return new AttributeTable(List.of("x", "y", "z"), columns, odd);
    }

    @ParameterizedTest
    @CsvSource({
        "x, 1.6470588235294117, 0.1040141048526317",
        "y, 33.02499999999999, -0.04251277105353336",
        "z, 2.409756097560976, 0.04267304737014482",
        "x y, 2.7073885449334654, 0.04747422320322694",
        "x z, 2.121167585952028, 0.08592338867927987",
        "x y z, 2.7444248684036134, 0.05764209707673338"
    })
    void separationsAreScikitLearns(String names, double daviesBouldin, double silhouette) {
        var combinations = Combinations.of(small(), 3, 1);
        var all = new ArrayList<>(combinations.single());
        all.addAll(combinations.together());

        var separation = all.stream()
                .filter(s -> s.attributes().equals(List.of(names.split(" "))))
                .findFirst()
                .orElseThrow();

        assertEquals(daviesBouldin, separation.daviesBouldin(), 1e-9);
        assertEquals(silhouette, separation.silhouette(), 1e-9);
        assertEquals(4, combinations.ran());
    }

    @Test
    void tenAttributesHaveAThousandAndThirteenCombinationsOfTwoAndMore() {
        var columns = new double[10][30];
        for (var column : columns) {
            Arrays.setAll(column, i -> Math.sin(i * 37 + column.hashCode() % 7));
        }
        var positive = new boolean[30];
        Arrays.fill(positive, 0, 10, true);
        var names = IntStream.range(0, 10).mapToObj(a -> "a" + a).toList();

        assertEquals(
                1013,
                Combinations.of(new AttributeTable(names, columns, positive), 10, 1)
                        .ran());
        assertEquals(
                45,
                Combinations.of(new AttributeTable(names, columns, positive), 2, 1)
                        .ran());
    }

    @Test
    void gainsOfAHandWorkedTable() {
        // Values 1, 2, 3, 4 with no, no, yes, yes: one bit, cut after 2, and the cut itself is one bit.
        var table = new AttributeTable(
                List.of("clear", "same", "gaps"),
                new double[][] {{1, 2, 3, 4}, {5, 5, 5, 5}, {1, Double.NaN, Double.NaN, 4}},
                new boolean[] {false, false, true, true});

        var gains = InformationGain.ranked(table);

        assertEquals("clear", gains.get(0).attribute());
        assertEquals(1, gains.get(0).bits(), 1e-12);
        assertEquals(1, gains.get(0).thresholdBits(), 1e-12);
        assertEquals(2, gains.get(0).threshold(), 1e-12);
        assertEquals(1, gains.get(0).gainRatio(), 1e-12);
        var same = gains.stream()
                .filter(g -> g.attribute().equals("same"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, same.bits(), 1e-12);
        assertTrue(Double.isNaN(same.threshold()));
        var gaps = gains.stream()
                .filter(g -> g.attribute().equals("gaps"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, gaps.subjects());
        assertEquals(1, gaps.bits(), 1e-12);
    }

    @Test
    void magnitudeAndRedshiftKnowOfBarsAndAnEmptyColumnOfMassesKnowsNothing() throws IOException {
        var analysis = AttributeAnalysis.of(bars(), 5, 5, 1);

        var gains = analysis.gains();
        assertEquals(
                List.of("magnitude_H", "z_use", "D_Lum", "ABS_MAG_H_AUTO", "MASS_AVG"),
                gains.stream().map(InformationGain::attribute).toList());
        // Bars are seen in bright and near galaxies; both are far above chance.
        assertEquals(382, gains.get(0).subjects());
        assertTrue(gains.get(0).bits() > 5 * gains.get(0).chanceBits());
        assertEquals(7719, gains.get(1).subjects());
        assertTrue(gains.get(1).bits() > 50 * gains.get(1).chanceBits());
        // The table names a mass and gives none.
        assertEquals(0, gains.get(4).subjects());
        assertEquals(0, gains.get(4).bits());
        assertEquals(
                List.of("magnitude_H"),
                analysis.combinations().single().getFirst().attributes());
        assertEquals(26, analysis.combinations().ran());
    }

    @Test
    void theReportIsJson() throws IOException {
        var json = new ObjectMapper().valueToTree(AttributeAnalysis.of(small(), 3, 2, 1));

        assertEquals(3, json.at("/combinations/ran").intValue());
        assertEquals("x", json.at("/combinations/single/0/attributes/0").textValue());
        assertTrue(json.at("/gains/0/bits").isNumber());
    }

    private static final List<String> OF_A_GALAXY =
            List.of("z_use", "magnitude_H", "ABS_MAG_H_AUTO", "MASS_AVG", "D_Lum");

    private static AttributeTable bars() throws IOException {
        var rows = new ArrayList<double[]>();
        var bar = new ArrayList<Boolean>();
        try (var table = Table.open(RealData.file("galaxy-zoo-bar-lengths/subjects.csv.gz"))) {
            int fraction = table.column("t0_p_bar");
            var columns = OF_A_GALAXY.stream().mapToInt(table::column).toArray();
            for (var row : table) {
                if (!row.get(fraction).isEmpty()) {
                    bar.add(Double.parseDouble(row.get(fraction)) >= 0.5);
                    rows.add(Arrays.stream(columns)
                            .mapToDouble(c -> row.get(c).isEmpty() ? Double.NaN : Double.parseDouble(row.get(c)))
                            .map(x -> x <= -99 ? Double.NaN : x)
                            .toArray());
                }
            }
        }
        var columns = new double[OF_A_GALAXY.size()][rows.size()];
        var positive = new boolean[rows.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = bar.get(i);
            for (int a = 0; a < columns.length; a++) {
                columns[a][i] = rows.get(i)[a];
            }
        }
        return new AttributeTable(OF_A_GALAXY, columns, positive);
    }

    @Test
    void whatCannotBeAnalysedIsSaid() {
        var one = new AttributeTable(List.of("x"), new double[1][3], new boolean[3]);
        assertEquals(
                "there is nothing to tell apart: all 3 subjects are in the same group",
                assertThrows(IllegalArgumentException.class, () -> Combinations.of(one, 1, 1))
                        .getMessage());
        var names = IntStream.range(0, 60).mapToObj(a -> "a" + a).toList();
        var wide = new AttributeTable(names, new double[60][2], new boolean[] {true, false});
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Combinations.of(wide, 60, 1))
                .getMessage()
                .endsWith("more than the 2000000 that are tried: choose fewer"));
    }
}

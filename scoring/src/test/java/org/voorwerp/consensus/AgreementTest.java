package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.table.Table;

@NullUnmarked
class AgreementTest {

    @ParameterizedTest
    @ValueSource(strings = {"bluebird", "rte", "dog"})
    void alphaOfRealCrowdsIsTheOneComputedApart(String set) throws IOException {
        double alpha = new ObjectMapper()
                .readTree(
                        RealData.file("crowd-labels/expected/" + set + ".json").toFile())
                .get("krippendorff_alpha_nominal")
                .doubleValue();
        var builder = new VotesBuilder();
        try (var table = Table.open(RealData.file("crowd-labels/" + set + "/label.csv"))) {
            int item = table.column("item");
            int worker = table.column("worker");
            int label = table.column("label");
            for (var row : table) {
                builder.add(
                        new Extract(row.get(item), row.get(worker), row.get(label), Long.MIN_VALUE, -1, row.line()));
            }
        }
        var votes = builder.build(builder.classesSeen(), Repeats.ALL);

        assertEquals(alpha, Agreement.of(votes.counts()).krippendorffAlpha(), 1e-12);
    }

    @Test
    void alphaOfAHandWorkedTable() {
        // Votes (a, b) of four subjects: (2, 0), (1, 1), (0, 3), (1, 0). The last has nothing to compare with.
        // D_o = (2·1·1/1) / 7 = 2/7. n_a = 3, n_b = 4: D_e = 2·3·4 / (7·6) = 4/7. α = 1 − 1/2.
        var agreement = Agreement.of(new int[][] {{2, 1, 0, 1}, {0, 1, 3, 0}});

        assertEquals(0.5, agreement.krippendorffAlpha(), 1e-12);
        assertEquals((1 + 0.5 + 1 + 1) / 4, agreement.meanPluralityShare(), 1e-12);
        assertEquals(0.25, agreement.meanEntropyBits(), 1e-12);
    }

    @Test
    void alphaIsUnknownWithoutTwoVotesOrTwoClasses() {
        assertNull(Agreement.of(new int[][] {{1, 0}, {0, 1}}).krippendorffAlpha());
        assertNull(Agreement.of(new int[][] {{3, 2}, {0, 0}}).krippendorffAlpha());
        assertNull(Agreement.of(new int[][] {{0}, {0}}));
    }
}

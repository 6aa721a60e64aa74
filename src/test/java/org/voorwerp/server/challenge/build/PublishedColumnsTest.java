package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voorwerp.server.dataset.DatasetColumn.Type;

class PublishedColumnsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;2;-3;0 | INTEGER",
                "1;;2 | INTEGER",
                "999999999999999999 | INTEGER",
                "1234567890123456789 | DECIMAL",
                "1;2.5 | DECIMAL",
                ".5;1.;-1e-5;1E6 | DECIMAL",
                "1;many | TEXT",
                "007 | TEXT",
                "00.5 | TEXT",
                "1e400 | TEXT",
                "NaN | TEXT",
                "inf | TEXT",
                "0x1p-2 | TEXT",
                "1d | TEXT",
                "1_000 | TEXT",
                "1,5 | TEXT",
                "-  | TEXT",
                ".  | TEXT",
                "e5 | TEXT",
                "+1 | TEXT",
                "1 2 | TEXT",
                ";  | TEXT"
            })
    void theNarrowestTypeThatLosesNothing(String cells, Type type) {
        assertEquals(type, PublishedColumns.type(Arrays.stream(cells.split(";", -1))));
    }
}

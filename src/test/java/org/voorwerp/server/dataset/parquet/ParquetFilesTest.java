package org.voorwerp.server.dataset.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.server.dataset.DatasetColumn;
import org.voorwerp.server.dataset.DatasetColumn.Role;
import org.voorwerp.server.dataset.DatasetColumn.Type;

/// Parquet is read back by DuckDB, cell by cell.
class ParquetFilesTest {

    private static final ParquetFiles FILES = new ParquetFiles(new ParquetConfig() {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public MemorySize memory() {
            return new MemorySize(BigInteger.valueOf(512L << 20));
        }
    });

    @TempDir
    Path folder;

    private static DatasetColumn column(String name, Type type) {
        return new DatasetColumn(name, type, Role.ATTRIBUTE, null);
    }

    @Test
    void typesAndCellsAreKeptInTheirOrder() throws Exception {
        var table = folder.resolve("it's a table.csv");
        Files.writeString(
                table,
                "id,\"a \"\"quoted\"\", name\",it's,share\n"
                        + "007,\"two\nlines, and \"\"quotes\"\"\",999999999999999999,0.1\n"
                        + "b,,,\n"
                        + "c,Ωμέγα \\n,-5,1.7976931348623157e308\n");
        var columns = List.of(
                column("id", Type.TEXT),
                column("a \"quoted\", name", Type.TEXT),
                column("it's", Type.INTEGER),
                column("share", Type.DECIMAL));
        var parquet = folder.resolve("out.parquet");
        FILES.write(table, columns, parquet, folder);
        assertEquals(
                List.of("id VARCHAR", "a \"quoted\", name VARCHAR", "it's BIGINT", "share DOUBLE"),
                rows("select column_name || ' ' || column_type from (describe from '" + parquet + "')"));
        assertEquals(
                List.of(
                        "007|two\nlines, and \"quotes\"|999999999999999999|0.1",
                        "b|null|null|null",
                        "c|Ωμέγα \\n|-5|1.7976931348623157E308"),
                rows("from '" + parquet + "'"));

        var again = folder.resolve("again.parquet");
        FILES.write(table, columns, again, folder);
        assertEquals(-1, Files.mismatch(parquet, again));
    }

    @Test
    void manyRowsStayInTheirOrder() throws Exception {
        var table = new StringBuilder("id,n\n");
        for (int i = 0; i < 300_000; i++) {
            table.append('x').append(i).append(',').append(i).append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), table);
        var parquet = folder.resolve("t.parquet");
        FILES.write(
                folder.resolve("t.csv"), List.of(column("id", Type.TEXT), column("n", Type.INTEGER)), parquet, folder);
        assertEquals(
                List.of("300000|0"),
                rows("select count(*), count(*) filter (n <> file_row_number) from read_parquet('" + parquet
                        + "', file_row_number = true)"));
    }

    @Test
    void whatDoesNotFitIsToldAndNotWritten() throws Exception {
        Files.writeString(folder.resolve("t.csv"), "n\nmany\n");
        var fault = assertThrows(
                IOException.class,
                () -> FILES.write(
                        folder.resolve("t.csv"), List.of(column("n", Type.INTEGER)), folder.resolve("o"), folder));
        assertTrue(String.valueOf(fault.getMessage()).contains("many"), fault::getMessage);
    }

    private static List<String> rows(String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = database.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                var cells = new ArrayList<String>();
                for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
                    cells.add(result.getString(c));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}

package org.voorwerp.server.dataset.parquet;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/// The process in which one table becomes Parquet. It knows no class but its own and DuckDB's.
///
/// One thread: rows stay in their order, and the same table gives the same bytes. An empty cell becomes null.
public final class ParquetProcess {

    private static final List<String> SETTINGS = List.of(
            "set threads = 1",
            "set temp_directory = ''",
            "set max_temp_directory_size = '0KiB'",
            "set autoinstall_known_extensions = false",
            "set autoload_known_extensions = false",
            "set allow_community_extensions = false");

    private ParquetProcess() {}

    /// Reads from standard input: bytes of memory, the table's path, the path of the Parquet file, and for each column
    /// its name and DuckDB's type.
    public static void main(String... arguments) throws IOException, SQLException {
        try (var in = new DataInputStream(new BufferedInputStream(System.in));
                var database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = database.createStatement()) {
            statement.execute("set memory_limit = '" + in.readLong() + "B'");
            for (var setting : SETTINGS) {
                statement.execute(setting);
            }
            statement.execute(copy(text(in), text(in), columns(in)));
        }
    }

    private static String copy(String table, String parquet, String columns) {
        return "copy (select * from read_csv(" + quoted(table) + ", columns = {" + columns
                + "}, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
                + " new_line = '\\n', max_line_size = 4194304, buffer_size = 16777216)) to " + quoted(parquet)
                + " (format parquet, compression zstd, row_group_size 122880)";
    }

    private static String columns(DataInputStream in) throws IOException {
        var columns = new ArrayList<String>();
        for (int left = in.readInt(); left > 0; left--) {
            columns.add(quoted(text(in)) + ": " + quoted(text(in)));
        }
        return String.join(", ", columns);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

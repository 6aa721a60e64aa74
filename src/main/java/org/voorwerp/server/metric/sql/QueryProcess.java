package org.voorwerp.server.metric.sql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/// The process in which one query runs. It reads the query and the table `aligned` from standard input, locks DuckDB,
/// runs the query and writes what it gives to standard output. It knows no class but its own and DuckDB's.
///
/// DuckDB reads no file and no address, loads no extension, spills nothing to disk, keeps to its memory, and lets
/// nobody
/// change that. One thread: sums are then in the order of the rows, and the same on every machine. Of SQL it takes one
/// SELECT without functions that read something else, or give something else each time.
public final class QueryProcess {

    static final byte TEXT = 's';
    static final byte DOUBLE = 'd';
    static final byte INTEGER = 'i';

    static final byte NUMBER = 1;
    static final byte VALUES = 2;
    static final byte PROBLEM = 3;

    private static final List<String> LOCKS = List.of(
            "set threads = 1",
            "set temp_directory = ''",
            "set max_temp_directory_size = '0KiB'",
            "set autoinstall_known_extensions = false",
            "set autoload_known_extensions = false",
            "set allow_community_extensions = false",
            "set allow_persistent_secrets = false",
            "set max_expression_depth = 250",
            "set timezone = 'UTC'",
            "set enable_external_access = false",
            "set lock_configuration = true");

    /// Functions that give something else each time, or come in the place of a table and read something else.
    private static final String REFUSED_FUNCTIONS = """
            select distinct function_name from duckdb_functions() where stability <> 'CONSISTENT'
              and function_name <> 'error'
            union select 'current_setting'
            union (select function_name from duckdb_functions() where function_type in ('table', 'table_macro', 'pragma')
              except select function_name from duckdb_functions() where function_type in ('scalar', 'aggregate', 'macro')
              except select unnest(['range', 'generate_series', 'unnest']))
            """;

    /// What the driver puts before DuckDB's own words.
    private static final String NOISE =
            "Invalid Input Error: Attempting to execute an unsuccessful or closed pending query result\nError: ";

    private static final Pattern FUNCTION = Pattern.compile("\"function_name\":\"([^\"]*)\"");

    private final DataInputStream in;
    private final Connection database;

    private QueryProcess(DataInputStream in, Connection database) {
        this.in = in;
        this.database = database;
    }

    public static void main(String... arguments) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
                var out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16))) {
            answer(in, out);
        }
    }

    /// Reads what [ComparisonStream] writes, and writes one of [#NUMBER], [#VALUES] and [#PROBLEM] with what belongs to
    /// it.
    static void answer(DataInputStream in, DataOutputStream out) throws IOException {
        try (var database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties())) {
            new QueryProcess(in, database).answer(out);
        } catch (SQLException e) {
            out.writeByte(PROBLEM);
            out.write(String.valueOf(e.getMessage()).replace(NOISE, "").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void answer(DataOutputStream out) throws IOException, SQLException {
        execute("set memory_limit = '" + in.readLong() + "B'");
        var query = text();
        load();
        for (var lock : LOCKS) {
            execute(lock);
        }
        check(query);
        execute("create temp table answer as\n" + query);
        var columns = rows("select column_name, column_type from (describe answer)");
        if (columns.size() == 1) {
            oneNumber(columns.getFirst(), out);
        } else if (columns.size() == 2 && columns.getFirst().getFirst().equalsIgnoreCase("id")) {
            eachSubject(columns.get(1), out);
        } else {
            throw new SQLException("the query gives " + columns.size() + " columns ("
                    + String.join(", ", columns.stream().map(List::getFirst).toList())
                    + "); one number is expected, or a column id and a column with a number for each subject");
        }
    }

    private void oneNumber(List<String> column, DataOutputStream out) throws IOException, SQLException {
        requireNumber(column);
        var count = rows("select count(*) from answer").getFirst().getFirst();
        if (!count.equals("1")) {
            throw new SQLException("the query gives " + count + " rows of one column; for one value a subject, give the"
                    + " column id first");
        }
        var value = rows("select " + quoted(column.getFirst()) + "::double from answer");
        if (value.getFirst().getFirst().equals(NULL)) {
            throw new SQLException("the query gives NULL, which is no score");
        }
        out.writeByte(NUMBER);
        out.writeDouble(Double.parseDouble(value.getFirst().getFirst()));
    }

    private void eachSubject(List<String> column, DataOutputStream out) throws IOException, SQLException {
        requireNumber(column);
        var counts = rows("select count(*), count(" + quoted(column.getFirst()) + "), count(distinct id),"
                        + " count(*) filter (id in (select id from aligned)), (select count(*) from aligned) from answer")
                .getFirst();
        if (!counts.stream().allMatch(counts.getLast()::equals)) {
            throw new SQLException("a number for each of the " + counts.getLast()
                    + " subjects is expected, each id once; the"
                    + " query gives " + counts.get(0) + " rows with " + counts.get(2) + " ids and " + counts.get(1)
                    + " numbers");
        }
        try (var statement = database.createStatement();
                var values = statement.executeQuery("select " + quoted(column.getFirst())
                        + "::double from aligned join answer using (id) order by position")) {
            out.writeByte(VALUES);
            while (values.next()) {
                out.writeDouble(values.getDouble(1));
            }
        }
    }

    private static void requireNumber(List<String> column) throws SQLException {
        if (!column.get(1).matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN")) {
            throw new SQLException("the column " + column.getFirst() + " of the answer holds " + column.get(1)
                    + "; a number is expected");
        }
    }

    /// Asks DuckDB itself what stands in the query.
    private void check(String query) throws SQLException {
        String tree;
        try (var statement = database.prepareStatement("select json_serialize_sql(?::varchar)")) {
            statement.setString(1, query);
            try (var row = statement.executeQuery()) {
                row.next();
                tree = row.getString(1);
            }
        }
        if (tree.startsWith("{\"error\":true")) {
            throw new SQLException(
                    tree.contains("Only SELECT statements")
                            ? "only a SELECT is allowed here: nothing that changes, loads, attaches, copies or sets"
                            : "the query cannot be read: " + tree);
        }
        try (var statement = database.prepareStatement("select json_array_length(?::json, '$.statements')")) {
            statement.setString(1, tree);
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) != 1) {
                    throw new SQLException("one statement is expected, not " + row.getInt(1));
                }
            }
        }
        var refused = rows(REFUSED_FUNCTIONS).stream().map(List::getFirst).toList();
        var functions = FUNCTION.matcher(tree);
        while (functions.find()) {
            if (refused.contains(functions.group(1))) {
                throw new SQLException(
                        "the function " + functions.group(1) + " is not allowed here: it reads something else"
                                + " than the tables truth, prediction and aligned, or gives something else each time");
            }
        }
        if (tree.contains("\"sample\":{")) {
            throw new SQLException("a sample is not allowed here: it gives something else each time");
        }
        if (tree.contains("\"type\":\"SHOW_REF\"")) {
            throw new SQLException("DESCRIBE, SUMMARIZE and SHOW are not allowed here");
        }
    }

    /// Fills `aligned`; `truth` and `prediction` are views of it.
    private void load() throws IOException, SQLException {
        int count = in.readInt();
        var names = new ArrayList<String>();
        var types = new byte[count];
        var declared = new ArrayList<String>();
        for (int c = 0; c < count; c++) {
            names.add(text());
            types[c] = in.readByte();
            declared.add(quoted(names.get(c)) + " "
                    + (types[c] == TEXT ? "varchar" : types[c] == DOUBLE ? "double" : "integer"));
        }
        execute("create table aligned (" + String.join(", ", declared) + ")");
        try (var appender = database.unwrap(DuckDBConnection.class).createAppender("main", "aligned")) {
            int rows = in.readInt();
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                for (byte type : types) {
                    switch (type) {
                        case TEXT -> appender.append(text());
                        case DOUBLE -> appender.append(in.readDouble());
                        default -> appender.append(in.readInt());
                    }
                }
                appender.endRow();
            }
        }
        view("truth", names);
        view("prediction", names);
    }

    private void view(String name, List<String> aligned) throws SQLException {
        var columns = new ArrayList<>(List.of("position", "id"));
        for (var column : aligned) {
            if (column.startsWith(name + "_")) {
                columns.add(quoted(column) + " as " + quoted(column.substring(name.length() + 1)));
            }
        }
        execute("create view " + name + " as select " + String.join(", ", columns) + " from aligned");
    }

    private static final String NULL = "";

    private List<List<String>> rows(String query) throws SQLException {
        var rows = new ArrayList<List<String>>();
        try (var statement = database.createStatement();
                var result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int c = 1; c <= columns; c++) {
                    var cell = result.getString(c);
                    row.add(cell == null ? NULL : cell);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void execute(String statement) throws SQLException {
        try (var created = database.createStatement()) {
            created.execute(statement);
        }
    }

    private String text() throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

package org.voorwerp.server.leaderboard.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.BoardCsv;

/// Writes what queries give as CSV files into a zip archive, row by row.
final class ZippedTables {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final int FETCHED_AT_ONCE = 5000;

    private final Connection connection;
    private final UUID challenge;
    private final ZipOutputStream zip;

    ZippedTables(Connection connection, UUID challenge, ZipOutputStream zip) {
        this.connection = connection;
        this.challenge = challenge;
        this.zip = zip;
    }

    /// @param query has the challenge's id as its only parameter
    void write(String name, String query) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            statement.setObject(1, challenge);
            zip.putNextEntry(Export.entry(name));
            try (var rows = statement.executeQuery()) {
                write(rows);
            }
            zip.closeEntry();
        }
    }

    private void write(ResultSet rows) throws SQLException, IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        var printer = new CSVPrinter(writer, FORMAT);
        var columns = rows.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            printer.print(columns.getColumnLabel(column));
        }
        printer.println();
        while (rows.next()) {
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                printer.print(cell(rows.getObject(column)));
            }
            printer.println();
        }
        // Not closed: that would close the archive.
        printer.flush();
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Timestamp time -> time.toInstant();
            case String text -> BoardCsv.text(text);
            default -> value;
        };
    }
}

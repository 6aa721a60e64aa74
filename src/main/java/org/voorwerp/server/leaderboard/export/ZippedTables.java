package org.voorwerp.server.leaderboard.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.BoardCsv;

/// Tables in a zip archive, each twice: as CSV, and beside it as a JSON array with an object a row.
final class ZippedTables {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final int FETCHED_AT_ONCE = 5000;

    private final Connection connection;
    private final UUID challenge;
    private final ZipOutputStream zip;
    private final ObjectMapper mapper;

    ZippedTables(Connection connection, UUID challenge, OutputStream out, ObjectMapper mapper) {
        this.connection = connection;
        this.challenge = challenge;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.mapper = mapper;
    }

    /// Writes what a query gives, row by row. It is asked once for each form, in the same transaction.
    ///
    /// @param query has the challenge's id as its only parameter
    void write(String name, String query) throws SQLException, IOException {
        query(name + ".csv", query, this::csv);
        query(name + ".json", query, this::json);
    }

    /// Writes rows that are at hand.
    ///
    /// @param rows with the same columns each; at least one
    void write(String name, List<Map<String, @Nullable Object>> rows) throws IOException {
        begin(name + ".csv");
        var printer = printer();
        printer.printRecord(rows.getFirst().keySet());
        for (var row : rows) {
            printer.printRecord(row.values().stream().map(ZippedTables::cell).toArray());
        }
        printer.flush();
        end();
        writeJson(name, rows);
    }

    /// Writes a table whose forms are known.
    void write(String name, String csv, Object json) throws IOException {
        begin(name + ".csv");
        zip.write(csv.getBytes(StandardCharsets.UTF_8));
        end();
        writeJson(name, json);
    }

    private void writeJson(String name, Object json) throws IOException {
        begin(name + ".json");
        zip.write(mapper.writeValueAsBytes(json));
        end();
    }

    /// Ends the archive; the stream below stays open.
    void finish() throws IOException {
        zip.finish();
    }

    private interface Form {

        void write(ResultSet rows) throws SQLException, IOException;
    }

    private void query(String file, String query, Form form) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            statement.setObject(1, challenge);
            begin(file);
            try (var rows = statement.executeQuery()) {
                form.write(rows);
            }
            end();
        }
    }

    private void csv(ResultSet rows) throws SQLException, IOException {
        var printer = printer();
        var columns = rows.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            printer.print(columns.getColumnLabel(column));
        }
        printer.println();
        while (rows.next()) {
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                printer.print(cell(value(rows.getObject(column))));
            }
            printer.println();
        }
        printer.flush();
    }

    private void json(ResultSet rows) throws SQLException, IOException {
        // Not closed, like the printer: that would close the archive.
        var json = mapper.createGenerator(zip).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        var columns = rows.getMetaData();
        json.writeStartArray();
        while (rows.next()) {
            json.writeStartObject();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                json.writePOJOField(columns.getColumnLabel(column), value(rows.getObject(column)));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.flush();
    }

    private CSVPrinter printer() throws IOException {
        return new CSVPrinter(new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16), FORMAT);
    }

    private static @Nullable Object value(@Nullable Object stored) {
        return stored instanceof Timestamp time ? time.toInstant() : stored;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> BoardCsv.text(text);
            case BigDecimal number -> number.toPlainString();
            default -> value;
        };
    }

    /// An entry whose time says nothing.
    private void begin(String file) throws IOException {
        var entry = new ZipEntry(file);
        entry.setTimeLocal(LocalDateTime.ofEpochSecond(946_684_800, 0, ZoneOffset.UTC));
        zip.putNextEntry(entry);
    }

    private void end() throws IOException {
        zip.closeEntry();
    }
}

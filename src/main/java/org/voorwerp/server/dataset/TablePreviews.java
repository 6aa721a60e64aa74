package org.voorwerp.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Looks into published tables.
@ApplicationScoped
public class TablePreviews {

    private static final int LONGEST_CELL = 200;

    private final Blobs blobs;

    TablePreviews(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Header and first rows; empty if the challenge has no such file.
    public Optional<TablePreview> firstRows(UUID challenge, String name, int rows) {
        return DatasetFile.of(challenge, name).map(file -> read(file, rows));
    }

    private TablePreview read(DatasetFile file, int rows) {
        try (var content = blobs.open(Area.DATASETS, file.blob);
                var table = CSVFormat.RFC4180.parse(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            var records = table.stream().limit(rows + 1L).map(CSVRecord::toList).toList();
            var header = records.isEmpty() ? java.util.List.<String>of() : records.getFirst();
            return new TablePreview(
                    header,
                    records.stream()
                            .skip(1)
                            .map(row ->
                                    row.stream().map(TablePreviews::shortened).toList())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…";
    }
}

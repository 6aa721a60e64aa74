package org.voorwerp.server.dataset.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.profile.ColumnProfile;
import org.voorwerp.server.dataset.profile.TableProfile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.table.RowScanner;

/// Turns to a page of a published table, wherever it is, without reading all that stands before it.
@ApplicationScoped
public class TableRows {

    private static final int LONGEST_CELL = 200;

    private final Blobs blobs;

    TableRows(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Some rows of a table.
    ///
    /// @param columns the header, as far as the profile goes
    /// @param rows each with a cell for each of `columns`; long cells are cut
    /// @param first which row of the table the first of them is, from 0
    /// @param total how many rows the table has
    public record Page(List<String> columns, List<List<String>> rows, long first, long total) {

        public Page {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// @param profile of this very file
    /// @param first row wanted, from 0; what lies beyond the table is brought back to its last page
    /// @param count of rows on a page
    public Page page(DatasetFile file, TableProfile profile, long first, int count) {
        var columns = profile.columns().stream().map(ColumnProfile::name).toList();
        if (profile.rows() == 0) {
            return new Page(columns, List.of(), 0, 0);
        }
        long from = Math.clamp(first, 0, (profile.rows() - 1) / count * count);
        int mark = (int) (from / profile.step());
        try (var in = blobs.open(Area.DATASETS, file.blob)) {
            in.skipNBytes(profile.marks().get(mark));
            var scanner = RowScanner.resumed(in, TableProfile.LONGEST_ROW, 1);
            for (long row = (long) mark * profile.step(); row < from && scanner.next(); row++) {
                // The rows between the mark and the page.
            }
            var rows = new ArrayList<List<String>>();
            while (rows.size() < count && scanner.next()) {
                rows.add(row(scanner, columns.size()));
            }
            return new Page(columns, rows, from, profile.rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(RowScanner scanner, int columns) {
        var row = new ArrayList<String>();
        for (int c = 0; c < columns; c++) {
            row.add(c < scanner.cells() ? cell(scanner, c) : "");
        }
        return row;
    }

    private static String cell(RowScanner scanner, int c) {
        int length = scanner.end(c) - scanner.start(c);
        var text = new String(
                scanner.bytes(), scanner.start(c), Math.min(length, 4 * LONGEST_CELL), StandardCharsets.UTF_8);
        if (text.codePointCount(0, text.length()) <= LONGEST_CELL) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL)) + "…";
    }
}

package org.voorwerp.table;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// An organiser's table: a header line, then rows, read once from first to last. Memory holds one row at a
/// time.
///
/// Its name tells what it is: `.tsv` is separated by tabs, all else by commas. It may be compressed, see [Unpacked].
/// Quotes are those of RFC 4180; lines end as they like; empty lines are skipped. It is read as UTF-8, with or
/// without a byte order mark; bytes that are not UTF-8 are read as Latin-1.
public final class Table implements Iterable<Row>, AutoCloseable {

    /// The longest row read, in characters: a quote left open must not pull a whole file into memory.
    static final int LONGEST_ROW = 1 << 24;

    private final Utf8Reader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private boolean handedOut;

    private Table(InputStream in, char separator) throws IOException {
        reader = new Utf8Reader(in, LONGEST_ROW);
        parser = CSVParser.builder()
                .setReader(reader)
                // Empty lines are skipped here, not there: otherwise nobody knows which line a row begins in.
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(false)
                        .get())
                .get();
        records = parser.iterator();
        var header = nextRecord();
        if (header == null) {
            throw new TableException(Finding.ofFile("the file is empty: a header line is expected"));
        }
        columns = header.cells().toList();
    }

    /// Opens a table of the given name. Closing the table closes the file.
    ///
    /// @throws TableException if it holds no header line or is not text
    public static Table open(Path file) throws IOException {
        return open(file, _ -> {});
    }

    /// The same.
    ///
    /// @param progress told now and then how many bytes of the file were read
    public static Table open(Path file, LongConsumer progress) throws IOException {
        var in = new ToldStream(Files.newInputStream(file), progress);
        try {
            return open(in, file.getFileName().toString());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// Opens a table from a stream.
    ///
    /// @param in closed with the table
    /// @param name a file name, which tells separator and compression
    /// @throws TableException if it holds no header line or is not text
    public static Table open(InputStream in, String name) throws IOException {
        try {
            var unpacked = Unpacked.of(in, name);
            var text = new BufferedInputStream(unpacked.text(), 1 << 16);
            text.mark(FileStart.LENGTH);
            var start = text.readNBytes(FileStart.LENGTH);
            text.reset();
            text.skipNBytes(FileStart.skip(start, start.length));
            return new Table(text, unpacked.tabs() ? '\t' : ',');
        } catch (ZipException | EOFException e) {
            throw new TableException(Finding.ofFile(name + " is not compressed by gzip, or is damaged"));
        }
    }

    /// The names in the header line, as they stand.
    public List<String> columns() {
        return columns;
    }

    /// Where a column stands, from 0.
    ///
    /// @throws TableException if there is none or more than one of that name; it names those that there are
    public int column(String name) {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw new TableException(Finding.ofLine(
                    1, "there is no column " + Excerpt.of(name) + "; there are " + Excerpt.list(columns, 50)));
        }
        if (column != columns.lastIndexOf(name)) {
            throw new TableException(Finding.ofLine(1, "there are two columns " + Excerpt.of(name)));
        }
        return column;
    }

    /// Whether there is a column of that name.
    public boolean has(String name) {
        return columns.contains(name);
    }

    /// The rows, once. The iterator throws [TableException] at a row that has not as many cells as the header
    /// or cannot be taken apart, and [UncheckedIOException] if the file cannot be read.
    @Override
    public Iterator<Row> iterator() {
        if (handedOut) {
            throw new IllegalStateException("a table is read once");
        }
        handedOut = true;
        return new Rows();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private record Located(CSVRecord cells, long line) {}

    private @Nullable Located nextRecord() {
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            reader.startRow(line);
            var cells = nextCells(line);
            if (cells == null) {
                return null;
            }
            boolean empty = cells.size() == 1 && cells.get(0).isEmpty();
            if (!empty) {
                return new Located(cells, line);
            }
        }
    }

    private @Nullable CSVRecord nextCells(long line) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw switch (Objects.requireNonNull(e.getCause())) {
                case CSVException _ ->
                    new TableException(Finding.ofLine(
                            line, "the quotes are wrong: one is not closed, or text follows one that is closed"));
                case ZipException _, EOFException _ ->
                    new TableException(Finding.ofLine(line, "the compressed data ends early or is damaged"));
                default -> e;
            };
        }
    }

    private final class Rows implements Iterator<Row> {

        private @Nullable Located next;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = nextRecord();
                ended = next == null;
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var row = Objects.requireNonNull(next);
            next = null;
            if (row.cells().size() != columns.size()) {
                throw new TableException(Finding.ofLine(
                        row.line(),
                        "expected " + columns.size() + " cells as in the header, found "
                                + row.cells().size()));
            }
            return new Row(columns, row.cells(), row.line());
        }
    }
}

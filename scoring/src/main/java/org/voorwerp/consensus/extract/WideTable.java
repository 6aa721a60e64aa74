package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A table whose columns nobody knows before its last row: rows wait in a file beside it until they are known. They may
/// name volunteers, so the files in which they wait are, where the system has such modes, for their owner alone.
///
/// Columns of data come in the order of their names, `choice` and its counts first. As pandas writes them, whole
/// numbers of a column in which some cells are empty are written `1.0`.
public final class WideTable implements Closeable {

    private static final List<String> FIRST = List.of("data.choice", "data.total_vote_count", "data.choice_count");
    private static final int BUFFER = 1 << 16;

    private final List<String> columns;
    private final Path target;
    private final Path waiting;
    private final DataOutputStream out;

    /// Columns of data by their name, numbered as they came.
    private final Map<String, Column> data = new LinkedHashMap<>();

    private long rows;

    /// A column of data.
    private static final class Column {
        final int number;

        /// How many rows have something in it.
        long filled;

        Column(int number) {
            this.number = number;
        }
    }

    /// @param target the file that is written in the end
    /// @param columns those before the data
    public WideTable(Path target, List<String> columns) throws IOException {
        this.columns = columns;
        this.target = target;
        waiting = Files.createTempFile(
                target.toAbsolutePath().getParent(), target.getFileName().toString(), ".rows");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(waiting), BUFFER));
    }

    /// @param cells one a column before the data
    public void add(List<String> cells, ObjectNode values) throws IOException {
        rows++;
        for (var cell : cells) {
            put(cell);
        }
        var flat = Flat.of(values);
        flat.values().removeIf(JsonNode::isNull);
        out.writeInt(flat.size());
        for (var cell : flat.entrySet()) {
            var column = data.computeIfAbsent(cell.getKey(), _ -> new Column(data.size()));
            column.filled++;
            out.writeInt(column.number);
            out.writeBoolean(cell.getValue().isIntegralNumber());
            put(Literal.cell(cell.getValue()));
        }
    }

    private void put(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String take(DataInputStream in) throws IOException {
        var bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public void add(ExtractRow row) throws IOException {
        add(row.cells(), row.data());
    }

    /// Writes the table; nothing is written where an exception left it unfinished before.
    public void finish() throws IOException {
        out.close();
        var whole = Files.createTempFile(
                target.toAbsolutePath().getParent(), target.getFileName().toString(), ".part");
        try {
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(waiting), BUFFER));
                    var writer = Files.newBufferedWriter(whole)) {
                write(in, writer);
            }
            // Whoever looks at the target sees the old table or the new one.
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private void write(DataInputStream in, Writer writer) throws IOException {
        var header = new ArrayList<>(columns);
        var places = new int[data.size()];
        var gaps = new boolean[data.size()];
        for (var name : ordered(data.keySet())) {
            var column = Objects.requireNonNull(data.get(name));
            places[column.number] = header.size();
            gaps[column.number] = column.filled < rows;
            header.add(name);
        }
        var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (var printer = new CSVPrinter(writer, format)) {
            printer.printRecord(header);
            var cells = new String[header.size()];
            for (long row = 0; row < rows; row++) {
                read(in, cells, places, gaps);
                for (var cell : cells) {
                    printer.print(cell);
                }
                printer.println();
            }
        }
    }

    private void read(DataInputStream in, String[] cells, int[] places, boolean[] gaps) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            cells[i] = take(in);
        }
        Arrays.fill(cells, columns.size(), cells.length, "");
        for (int left = in.readInt(); left > 0; left--) {
            int column = in.readInt();
            boolean whole = in.readBoolean();
            var text = take(in);
            cells[places[column]] = whole && gaps[column] ? text + ".0" : text;
        }
    }

    private static List<String> ordered(Collection<String> names) {
        var ordered = new ArrayList<>(FIRST.stream().filter(names::contains).toList());
        names.stream().filter(name -> !FIRST.contains(name)).sorted().forEach(ordered::add);
        return ordered;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(waiting);
    }
}

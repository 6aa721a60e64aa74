package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A table whose columns nobody knows before its last row: rows wait in a file beside it until they are known. They may
/// name volunteers, so the files in which they wait are, where the system has such modes, for their owner alone.
///
/// Columns of data come in the order of their names, `choice` and its counts first. As pandas writes them, whole
/// numbers of a column in which some cells are empty are written `1.0`.
public final class WideTable implements Closeable {

    private static final List<String> FIRST = List.of("data.choice", "data.total_vote_count", "data.choice_count");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> columns;
    private final Path target;
    private final Path waiting;
    private final BufferedWriter out;
    private final Map<String, Long> filled = new HashMap<>();
    private long rows;

    /// @param target the file that is written in the end
    /// @param columns those before the data
    public WideTable(Path target, List<String> columns) throws IOException {
        this.columns = columns;
        this.target = target;
        waiting = Files.createTempFile(
                target.toAbsolutePath().getParent(), target.getFileName().toString(), ".rows");
        out = Files.newBufferedWriter(waiting);
    }

    /// @param cells one a column before the data
    public void add(List<String> cells, ObjectNode data) throws IOException {
        rows++;
        var row = JsonNodeFactory.instance.arrayNode();
        cells.forEach(row::add);
        var flat = row.addObject();
        Flat.of(data).forEach((column, value) -> {
            if (!value.isNull()) {
                filled.merge(column, 1L, Long::sum);
                flat.set(column, value);
            }
        });
        out.write(JSON.writeValueAsString(row));
        out.write('\n');
    }

    public void add(ExtractRow row) throws IOException {
        add(row.cells(), row.data());
    }

    /// Writes the table; nothing is written where an exception left it unfinished before.
    public void finish() throws IOException {
        out.close();
        var data = ordered(filled.keySet());
        var whole = Files.createTempFile(
                target.toAbsolutePath().getParent(), target.getFileName().toString(), ".part");
        try {
            try (var in = Files.newBufferedReader(waiting);
                    var writer = Files.newBufferedWriter(whole)) {
                write(in, writer, data);
            }
            // Whoever looks at the target sees the old table or the new one.
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private void write(BufferedReader in, Writer writer, List<String> data) throws IOException {
        var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (var printer = new CSVPrinter(writer, format)) {
            var header = new ArrayList<>(columns);
            header.addAll(data);
            printer.printRecord(header);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                printer.printRecord(cells((ArrayNode) JSON.readTree(line), data));
            }
        }
    }

    private List<String> cells(ArrayNode row, List<String> data) {
        var cells = new ArrayList<String>(columns.size() + data.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.add(row.get(i).textValue());
        }
        var values = row.get(columns.size());
        for (var column : data) {
            cells.add(values.has(column) ? cell(values.get(column), filled.getOrDefault(column, 0L) < rows) : "");
        }
        return cells;
    }

    private static String cell(JsonNode value, boolean withGaps) {
        return value.isIntegralNumber() && withGaps ? value + ".0" : Literal.cell(value);
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

package org.voorwerp.consensus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Writes a classification export as Panoptes does. Rows are of workflow 7, version 3.14, task T0, unless changed.
public final class Export {

    public static final List<String> COLUMNS = List.of(
            "classification_id",
            "user_name",
            "user_id",
            "user_ip",
            "workflow_id",
            "workflow_name",
            "workflow_version",
            "created_at",
            "gold_standard",
            "expert",
            "metadata",
            "annotations",
            "subject_data",
            "subject_ids");

    private final List<String> columns = new ArrayList<>(COLUMNS);
    private final List<Map<String, String>> rows = new ArrayList<>();

    /// A row: volunteer `name` says `answer` of `subject`; changes are pairs of column and cell.
    public Export row(String name, String subject, String answer, String... changes) {
        int number = rows.size();
        var cells = new LinkedHashMap<String, String>();
        cells.put("classification_id", Integer.toString(1000 + number));
        cells.put("user_name", name);
        cells.put("user_id", name.startsWith("not-logged-in") ? "" : Integer.toString(name.hashCode() & 0xffff));
        cells.put("user_ip", "abcdef");
        cells.put("workflow_id", "7");
        cells.put("workflow_name", "Find, \"mergers\"");
        cells.put("workflow_version", "3.14");
        cells.put("created_at", String.format("2017-01-06 %02d:%02d:00 UTC", number / 60, number % 60));
        cells.put("gold_standard", "");
        cells.put("expert", "");
        cells.put("metadata", "{\"session\":\"x\",\"viewport\":{\"width\":1},\"live_project\":true}");
        cells.put("annotations", annotation("T0", '"' + answer + '"'));
        cells.put("subject_data", "{\"" + subject + "\":{\"retired\":null,\"note\":\"a\\nb\"}}");
        cells.put("subject_ids", subject);
        for (int i = 0; i < changes.length; i += 2) {
            cells.put(changes[i], changes[i + 1]);
        }
        rows.add(cells);
        return this;
    }

    public static String annotation(String task, String value) {
        return "[{\"task\":\"" + task + "\",\"task_label\":\"What, \\\"exactly\\\"?\",\"value\":" + value + "}]";
    }

    public Export without(String... names) {
        columns.removeAll(Arrays.asList(names));
        return this;
    }

    public Export with(String column) {
        columns.addFirst(column);
        return this;
    }

    public Export shuffled(long seed) {
        Collections.shuffle(rows, new Random(seed));
        return this;
    }

    public Path to(Path folder) {
        return to(folder, StandardCharsets.UTF_8);
    }

    public Path to(Path folder, Charset charset) {
        var text = new StringBuilder(line(columns));
        for (var row : rows) {
            text.append(line(
                    columns.stream().map(name -> row.getOrDefault(name, "")).toList()));
        }
        try {
            return Files.writeString(Files.createTempFile(folder, "export", ".csv"), text, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("[^,\"\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\n";
    }
}

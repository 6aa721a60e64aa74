package org.voorwerp.server.metric.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.metric.ComparedColumn;
import org.voorwerp.server.metric.MetricFault;

/// Under which names and in which form a program finds truth and predictions: ours, unless metadata.yaml has a key
/// `files`,
/// by which programs written for another platform find what they are used to.
///
/// @param reference the truth, in `input/ref`
/// @param predictions in `input/res`
record ProgramFiles(Form reference, Form predictions) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._ -]{0,199}");

    /// A table.
    ///
    /// @param file its name
    /// @param header whether a line of names comes first
    /// @param columns name in the file → column of ours, in the file's order; null for all of ours
    record Form(
            String file,
            char delimiter,
            boolean header,
            @Nullable Map<String, String> columns) {

        /// The names that stand in the header.
        List<String> names(List<ComparedColumn> ours) {
            return columns == null ? ours.stream().map(ComparedColumn::name).toList() : List.copyOf(columns.keySet());
        }

        /// The columns in the file's order.
        ///
        /// @throws MetricFault if one is none of ours
        List<ComparedColumn> of(List<ComparedColumn> ours) {
            return columns == null
                    ? ours
                    : columns.values().stream().map(name -> find(ours, name)).toList();
        }

        private ComparedColumn find(List<ComparedColumn> ours, String name) {
            return ours.stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new MetricFault("its metadata.yaml wants the column " + name + " in " + file
                            + "; there are "
                            + ours.stream().map(ComparedColumn::name).collect(Collectors.joining(", "))));
        }
    }

    static final ProgramFiles OURS =
            new ProgramFiles(new Form("solution.csv", ',', true, null), new Form("predictions.csv", ',', true, null));

    /// @param files the value of the key; null where there is none
    /// @throws MetricFault saying what is wrong with it
    static ProgramFiles of(@Nullable Object files) {
        if (files == null) {
            return OURS;
        }
        if (!(files instanceof Map<?, ?> map)) {
            throw new MetricFault("its key files must hold reference and predictions");
        }
        return new ProgramFiles(
                form(map.get("reference"), OURS.reference()), form(map.get("predictions"), OURS.predictions()));
    }

    private static Form form(@Nullable Object form, Form ours) {
        if (form == null) {
            return ours;
        }
        if (!(form instanceof Map<?, ?> map)) {
            throw new MetricFault("its key files must hold for each of the two: file, delimiter, header, columns");
        }
        var file = Objects.toString(map.get("file"), ours.file());
        var delimiter = Objects.toString(map.get("delimiter"), ",");
        if (!NAME.matcher(file).matches()) {
            throw new MetricFault("its key files names a file " + file + "; a plain name is expected");
        }
        if (delimiter.length() != 1 || "\"\n\r".contains(delimiter)) {
            throw new MetricFault("a delimiter is one character, and no quote");
        }
        return new Form(
                file, delimiter.charAt(0), !Boolean.FALSE.equals(map.get("header")), columns(map.get("columns")));
    }

    private static @Nullable Map<String, String> columns(@Nullable Object columns) {
        if (columns == null) {
            return null;
        }
        if (!(columns instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new MetricFault("columns must map names in the file to columns of the challenge");
        }
        var ours = new LinkedHashMap<String, String>();
        map.forEach((name, column) -> ours.put(Objects.toString(name), Objects.toString(column)));
        return ours;
    }
}

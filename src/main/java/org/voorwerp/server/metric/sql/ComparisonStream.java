package org.voorwerp.server.metric.sql;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.server.metric.ComparedColumn;
import org.voorwerp.server.metric.ComparedColumn.Counts;
import org.voorwerp.server.metric.ComparedColumn.Numbers;
import org.voorwerp.server.metric.ComparedColumn.Texts;
import org.voorwerp.server.metric.MetricFault;

/// Hands the table `aligned` to [QueryProcess]: only the subjects compared are in it.
final class ComparisonStream {

    private static final String POSITION = "position";

    private final Comparison comparison;
    private final List<ComparedColumn> columns = new ArrayList<>();

    /// @throws MetricFault if two columns differ in case only, which SQL cannot tell apart
    ComparisonStream(Comparison comparison) {
        this.comparison = comparison;
        columns.add(new ComparedColumn(POSITION, new Counts(row -> row)));
        columns.add(new ComparedColumn(
                ComparedColumn.ID, new Texts(comparison.truth().subjects()::id)));
        ComparedColumn.truth(comparison).forEach(column -> add("truth_", column));
        ComparedColumn.prediction(comparison).forEach(column -> add("prediction_", column));
        var known = new HashMap<String, String>();
        for (var column : columns) {
            var other = known.putIfAbsent(column.name().toLowerCase(Locale.ROOT), column.name());
            if (other != null) {
                throw new MetricFault("SQL takes no heed of case and cannot tell the columns " + other + " and "
                        + column.name() + " apart");
            }
        }
    }

    private void add(String prefix, ComparedColumn column) {
        if (column.name().equalsIgnoreCase(POSITION)) {
            throw new MetricFault("a column of this challenge is called position, like one that queries have anyway");
        }
        columns.add(new ComparedColumn(prefix + column.name(), column.cells()));
    }

    void write(long memory, String query, DataOutputStream plain) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(plain, 1 << 16));
        out.writeLong(memory);
        text(query, out);
        out.writeInt(columns.size());
        for (var column : columns) {
            text(column.name(), out);
            out.writeByte(
                    switch (column.cells()) {
                        case Texts _ -> QueryProcess.TEXT;
                        case Numbers _ -> QueryProcess.DOUBLE;
                        case Counts _ -> QueryProcess.INTEGER;
                    });
        }
        out.writeInt(comparison.size());
        for (int i = 0; i < comparison.size(); i++) {
            int row = comparison.rows().position(i);
            for (var column : columns) {
                switch (column.cells()) {
                    case Texts(var at) -> text(at.apply(row), out);
                    case Numbers(var at) -> out.writeDouble(at.applyAsDouble(row));
                    case Counts(var at) -> out.writeInt(at.applyAsInt(row));
                }
            }
        }
        out.flush();
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

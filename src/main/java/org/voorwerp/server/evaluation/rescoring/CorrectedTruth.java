package org.voorwerp.server.evaluation.rescoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.voorwerp.holdout.PublishedIds;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.server.challenge.Definition.SolutionSource;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// A truth with some answers put right. The corrections are a table: `id`, the published one, or `subject`, the
/// organiser's own; then `label`, or the columns of values. Subjects that it does not name keep their answers, and all
/// keep the part they are in. Or it is the pack's own table put right, with the columns that challenge.yaml names: then
/// it must have every test subject, and may have others, which are none of ours.
final class CorrectedTruth {

    private static final String SUBJECT = "subject";

    private final Truth truth;
    private final PublishedIds ids;
    private final boolean whole;
    private final Map<String, String> names;

    private CorrectedTruth(Truth truth, byte[] idKey, boolean whole, Map<String, String> names) {
        this.truth = truth;
        this.ids = new PublishedIds(idKey);
        this.whole = whole;
        this.names = names;
    }

    /// By a table of those that were wrong.
    ///
    /// @param idKey the challenge's, which makes published ids
    static CorrectedTruth bySome(Truth truth, byte[] idKey) {
        return new CorrectedTruth(truth, idKey, false, Map.of());
    }

    /// By a table of all.
    ///
    /// @param idKey as in [#bySome]
    /// @param source what challenge.yaml says of the table; null if the truth was made of something else
    static CorrectedTruth byAll(Truth truth, byte[] idKey, @Nullable SolutionSource source) {
        var names = new HashMap<String, String>();
        if (source != null) {
            names.putAll(source.columns());
            names.put(SUBJECT, source.subject());
        }
        return new CorrectedTruth(truth, idKey, true, names);
    }

    private int column(Table table, String ours) {
        return table.column(names.getOrDefault(ours, ours));
    }

    /// @param changed how many subjects have another answer than before
    record Correction(Truth truth, int changed) {}

    /// @param csv not closed
    /// @throws TableException saying what is wrong with the table, and where
    Correction read(InputStream csv) throws IOException {
        var table = Table.open(csv, "corrections.csv");
        return switch (truth.answers()) {
            case ClassAnswers classes -> classes(table, classes);
            case ValueAnswers values -> values(table, values);
            case TextAnswers texts -> texts(table, texts);
        };
    }

    private Correction classes(Table table, ClassAnswers before) {
        int column = column(table, "label");
        var labels = before.labels().clone();
        each(table, (row, position) -> {
            int label = before.classes().indexOf(row.get(column).strip());
            if (label < 0) {
                throw row.problem(
                        column,
                        Excerpt.of(row.get(column)) + " is no class; the classes are "
                                + Excerpt.list(before.classes(), 50));
            }
            labels[position] = label;
        });
        int changed = count(position -> labels[position] == before.labels()[position] ? 0 : 1);
        return corrected(new ClassAnswers(before.classes(), labels, before.fractions()), changed);
    }

    private Correction values(Table table, ValueAnswers before) {
        var columns = before.columns().stream().map(ours -> column(table, ours)).toList();
        var values = Arrays.stream(before.values()).map(double[]::clone).toArray(double[][]::new);
        each(table, (row, position) -> {
            for (int i = 0; i < values.length; i++) {
                values[i][position] = row.number(columns.get(i));
            }
        });
        int changed = count(position -> differ(values, before.values(), position) ? 1 : 0);
        return corrected(new ValueAnswers(before.columns(), values), changed);
    }

    private Correction texts(Table table, TextAnswers before) {
        int column = column(table, "text");
        var texts = new ArrayList<>(before.texts());
        each(table, (row, position) -> texts.set(position, row.get(column).strip()));
        int changed =
                count(position -> texts.get(position).equals(before.texts().get(position)) ? 0 : 1);
        return corrected(new TextAnswers(texts), changed);
    }

    private Correction corrected(Answers answers, int changed) {
        return new Correction(new Truth(truth.subjects(), truth.parts(), truth.votes(), answers), changed);
    }

    private int count(ToIntFunction<Integer> one) {
        int sum = 0;
        for (int position = 0; position < truth.subjects().size(); position++) {
            sum += one.applyAsInt(position);
        }
        return sum;
    }

    private static boolean differ(double[][] a, double[][] b, int position) {
        for (int column = 0; column < a.length; column++) {
            if (a[column][position] != b[column][position]) {
                return true;
            }
        }
        return false;
    }

    private interface Correcting {

        void row(Row row, int position);
    }

    private void each(Table table, Correcting correcting) {
        var named = name(table);
        int column = table.column(named);
        var seen = new BitSet();
        for (var row : table) {
            var cell = row.get(column);
            int position = truth.subjects().position(named.equals("id") ? cell : ids.of(cell));
            if (position < 0 && whole) {
                continue;
            }
            if (position < 0) {
                throw row.problem(column, Excerpt.of(cell) + " is none of the test subjects");
            }
            if (seen.get(position)) {
                throw row.problem(column, Excerpt.of(cell) + " stands here a second time");
            }
            seen.set(position);
            correcting.row(row, position);
        }
        if (whole) {
            requireAll(seen);
        }
        if (seen.isEmpty()) {
            throw new TableException(Finding.ofFile("the table corrects nothing: it has no rows"));
        }
    }

    private void requireAll(BitSet seen) {
        int missing = truth.subjects().size() - seen.cardinality();
        if (missing > 0) {
            throw new TableException(
                    Finding.ofFile(missing + " of " + truth.subjects().size()
                            + " test subjects are missing, the first published as "
                            + truth.subjects().id(seen.nextClearBit(0))
                            + "; a whole table has them all"));
        }
    }

    private String name(Table table) {
        var own = names.getOrDefault(SUBJECT, SUBJECT);
        List<String> possible = new ArrayList<>(List.of("id", own));
        possible.retainAll(table.columns());
        @Nullable String only = possible.size() == 1 ? possible.getFirst() : null;
        if (only == null) {
            throw new TableException(Finding.ofLine(
                    1, "one column names the subjects: either id, the published ones, or " + own + ", your own"));
        }
        return only;
    }
}

package org.voorwerp.server.challenge.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.server.challenge.build.source.SubjectTable;
import org.voorwerp.server.dataset.DatasetColumn;
import org.voorwerp.server.dataset.DatasetColumn.Role;
import org.voorwerp.server.dataset.DatasetColumn.Type;
import org.voorwerp.server.metric.TruthColumns;

/// What the columns of the published tables hold. An attribute has the narrowest type that all its cells, of train and
/// test subjects, fit without losing a digit: `007` is a text, and so is what is too long for a number.
final class PublishedColumns {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern NUMBER = Pattern.compile(
            "-?(?:(?:0|[1-9][0-9]{0,300})(?:\\.[0-9]{0,300})?|\\.[0-9]{1,300})(?:[eE][-+]?[0-9]{1,3})?");

    private PublishedColumns() {}

    /// The columns of train.csv.
    static List<DatasetColumn> train(String idColumn, TaskKind kind, SubjectTable known, Subjects subjects) {
        var columns = new ArrayList<>(test(idColumn, known, subjects));
        var side = subjects.train();
        boolean classes = side.answers() instanceof ClassAnswers;
        TruthColumns.consensus(kind)
                .forEach(name ->
                        columns.add(new DatasetColumn(name, classes ? Type.TEXT : Type.DECIMAL, Role.TRUTH, null)));
        if (side.answers() instanceof ClassAnswers(var names, var _, var fractions) && fractions != null) {
            var columnNames = TruthColumns.fractions(names);
            for (int i = 0; i < names.size(); i++) {
                columns.add(new DatasetColumn(columnNames.get(i), Type.DECIMAL, Role.FRACTION, names.get(i)));
            }
        }
        if (side.votes() != null) {
            columns.add(new DatasetColumn(TruthColumns.VOTES, Type.INTEGER, Role.VOTES, null));
        }
        return columns;
    }

    /// The columns of test.csv.
    static List<DatasetColumn> test(String idColumn, SubjectTable known, Subjects subjects) {
        var columns = new ArrayList<DatasetColumn>();
        columns.add(new DatasetColumn(idColumn, Type.TEXT, Role.ID, null));
        for (int c = 0; c < known.attributes().size(); c++) {
            int column = c;
            var cells = Stream.of(subjects.train(), subjects.test()).flatMap(side -> cells(side, known, column));
            columns.add(new DatasetColumn(known.attributes().get(c), type(cells), Role.ATTRIBUTE, null));
        }
        return columns;
    }

    private static Stream<String> cells(Side side, SubjectTable known, int column) {
        return side.upstream().stream().map(id -> known.get(id).cells().get(column));
    }

    static Type type(Stream<String> cells) {
        boolean whole = true;
        boolean any = false;
        for (var iterator = cells.iterator(); iterator.hasNext(); ) {
            var cell = iterator.next();
            if (cell.isEmpty()) {
                continue;
            }
            any = true;
            whole = whole && WHOLE.matcher(cell).matches();
            if (!whole && !isNumber(cell)) {
                return Type.TEXT;
            }
        }
        if (!any) {
            return Type.TEXT;
        }
        return whole ? Type.INTEGER : Type.DECIMAL;
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches() && Double.isFinite(Double.parseDouble(cell));
    }
}

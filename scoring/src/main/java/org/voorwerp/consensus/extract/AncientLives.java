package org.voorwerp.consensus.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.voorwerp.consensus.extract.Mark.Format;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// The click export of Ancient Lives, one row a click: a volunteer saw a character at a place of a fragment of papyrus.
/// A click becomes a point with the character as its detail.
public final class AncientLives {

    /// The columns that are read; an export has more.
    private static final List<String> COLUMNS = List.of("id", "user_id", "fragment_id", "x", "y", "character");

    private static final String TASK = "character";

    private AncientLives() {}

    /// Hands on each click with its fragment as subject, in the order of the file. Clicks that stand in it twice, by
    /// their id, are handed on once.
    ///
    /// @return how many clicks were left out because they stood in the file already, and what is wrong with others
    /// @throws TableException if it is no click export
    public static Clicks read(Path file, Consumer<Marks> clicks) throws IOException {
        try (var table = Table.open(file)) {
            int[] columns = COLUMNS.stream().mapToInt(table::column).toArray();
            int diacritic = table.has("diacritic") ? table.column("diacritic") : -1;
            var findings = new Findings();
            var seen = new HashSet<String>();
            long read = 0;
            long twice = 0;
            var rows = table.iterator();
            while (hasNext(rows::hasNext, findings)) {
                try {
                    read++;
                    var row = rows.next();
                    if (seen.add(row.get(columns[0]))) {
                        clicks.accept(click(row, columns, diacritic));
                    } else {
                        twice++;
                    }
                } catch (TableException e) {
                    findings.add(e.finding());
                }
            }
            return new Clicks(read, twice, findings);
        }
    }

    /// What became of the rows of a file.
    ///
    /// @param twice rows left out because their click stood in the file already
    public record Clicks(long read, long twice, Findings findings) {}

    private static boolean hasNext(BooleanSupplier rows, Findings findings) {
        try {
            return rows.getAsBoolean();
        } catch (TableException e) {
            findings.add(e.finding());
            return false;
        }
    }

    private static Marks click(Row row, int[] columns, int diacritic) {
        Function<Integer, String> text = column -> {
            var cell = row.get(columns[column]).strip();
            if (cell.isEmpty()) {
                throw row.problem(columns[column], "the cell is empty");
            }
            return cell;
        };
        var mark = diacritic < 0 ? "" : row.get(diacritic).strip();
        var character = new Detail.Written(text.apply(5) + mark);
        var point = new Figure.Point(row.number(columns[3]), row.number(columns[4]));
        return new Marks(
                text.apply(2),
                "user:" + text.apply(1),
                row.whole(columns[0]),
                List.of(new Mark(TASK, 0, Format.TOOL, 0, point, List.of(character))));
    }
}

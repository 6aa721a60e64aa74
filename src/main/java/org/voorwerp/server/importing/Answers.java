package org.voorwerp.server.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is true of the test subjects, of one table or of two: the second stands behind the private board. From it
/// follows
/// what is predicted.
///
/// @param open the table behind the public board
/// @param closed the table behind the private board; null where there is none, or `usage` says it row by row
/// @param usage the column that says which part a row belongs to; null where there is none
/// @param targets the columns predicted, by name
/// @param classes what the one target holds; empty where numbers are predicted
record Answers(
        AnswerTable open,
        @Nullable AnswerTable closed,
        @Nullable String usage,
        List<String> targets,
        List<String> classes) {

    /// More different whole numbers than these are quantities and not classes.
    private static final int MOST_NUMBERED_CLASSES = 50;

    private static final int MOST_CLASSES = 1000;
    private static final String PART = "Usage";
    /// Names a subject within the pack, and is never published.
    private static final String SUBJECT = "subject";
    /// What participants know a subject by: the id or the number of its row upstream.
    private static final String ORIGINAL = "original_id";

    /// @throws NotImported if no task follows from the tables
    static Answers of(AnswerTable open, @Nullable AnswerTable closed, @Nullable String usage, ImportReport report)
            throws NotImported {
        if (closed != null && !closed.columns().equals(open.columns())) {
            throw new NotImported("the tables " + open.form().name() + " and "
                    + closed.form().name() + " have different columns: one challenge cannot ask for both");
        }
        var without = usage == null ? List.<String>of() : List.of(usage);
        var targets = open.targets(without);
        if (targets.isEmpty()) {
            throw new NotImported(open.form().name() + " has no column to predict");
        }
        var names = targets.stream().map(c -> open.columns().get(c)).toList();
        var cells = new TreeSet<String>();
        boolean numbers = true;
        boolean whole = true;
        for (var table : closed == null ? List.of(open) : List.of(open, closed)) {
            for (var row : table.rows()) {
                for (int c : targets) {
                    var cell = row.get(c).strip();
                    numbers &= AnswerTable.isNumber(cell);
                    whole &= cell.matches("-?[0-9]{1,9}");
                    if (cells.size() <= MOST_CLASSES) {
                        cells.add(cell);
                    }
                }
            }
        }
        if (names.size() == 1 && (!numbers || whole && cells.size() <= MOST_NUMBERED_CLASSES)) {
            return ofClasses(open, closed, usage, names, cells, numbers, report);
        }
        if (!numbers) {
            throw new NotImported(open.form().name() + " has several columns to predict, and not all of their cells are"
                    + " numbers: " + String.join(", ", names) + ". One column of classes, or columns of numbers can be"
                    + " imported");
        }
        report.guessed("Numbers are predicted, in " + names.size() + " column(s): " + String.join(", ", names) + ".");
        return new Answers(open, closed, usage, names, List.of());
    }

    private static Answers ofClasses(
            AnswerTable open,
            @Nullable AnswerTable closed,
            @Nullable String usage,
            List<String> names,
            TreeSet<String> cells,
            boolean numbers,
            ImportReport report)
            throws NotImported {
        if (cells.size() < 2 || cells.size() > MOST_CLASSES || cells.contains("")) {
            throw new NotImported(
                    "the column " + names.getFirst() + " of " + open.form().name() + " holds "
                            + (cells.contains("") ? "empty cells" : cells.size() + " different texts") + "; 2 to "
                            + MOST_CLASSES
                            + " classes are expected, and no empty cell");
        }
        report.guessed("One of " + cells.size() + " classes is predicted, in the column " + names.getFirst() + "."
                + (numbers ? " They are numbers; if they are quantities, make it a task of values." : ""));
        return new Answers(open, closed, usage, names, List.copyOf(cells));
    }

    /// A name that no column predicted has.
    private String free(String name) {
        return targets.contains(name) ? free(name + "_") : name;
    }

    Map<String, Object> task() {
        var task = new LinkedHashMap<String, Object>();
        task.put("kind", classes.isEmpty() ? "values" : "labels");
        task.put("id", open.idName());
        if (classes.isEmpty()) {
            task.put(
                    "columns",
                    targets.stream().map(name -> Map.of("name", name)).toList());
        } else {
            task.put("classes", classes);
            task.put("column", targets.getFirst());
        }
        return task;
    }

    Map<String, Object> solution() {
        var solution = new LinkedHashMap<String, Object>();
        solution.put("file", "solution.csv");
        solution.put("subject", free(SUBJECT));
        var columns = new LinkedHashMap<String, String>();
        targets.forEach(name -> columns.put(classes.isEmpty() ? name : "label", name));
        solution.put("columns", columns);
        solution.put("usage", free(PART));
        return solution;
    }

    Map<String, Object> subjects() {
        var subjects = new LinkedHashMap<String, Object>();
        subjects.put("file", "subjects.csv");
        subjects.put("subject", free(SUBJECT));
        subjects.put("publish", List.of(free(ORIGINAL)));
        return subjects;
    }

    Map<String, Object> holdout() {
        return Map.of("seed", 1);
    }

    List<String> solutionHeader() {
        var header = new ArrayList<String>();
        header.add(free(SUBJECT));
        header.addAll(targets);
        header.add(free(PART));
        return header;
    }

    List<List<String>> solutionRows() {
        var rows = new ArrayList<List<String>>();
        add(rows, open, "Public");
        if (closed != null) {
            add(rows, closed, "Private");
        }
        return rows;
    }

    private void add(List<List<String>> rows, AnswerTable table, String part) {
        for (var cells : table.rows()) {
            var row = new ArrayList<String>();
            row.add(Integer.toString(rows.size() + 1));
            for (var name : targets) {
                row.add(cells.get(table.columns().indexOf(name)).strip());
            }
            row.add(usage == null ? part : part(cells.get(table.columns().indexOf(usage))));
            rows.add(row);
        }
    }

    private static String part(String cell) {
        var word = cell.strip();
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT);
    }

    List<String> subjectHeader() {
        return List.of(free(SUBJECT), free(ORIGINAL));
    }

    /// What participants know subjects by. Rows without ids are numbered through both tables; ids that stand in both
    /// are
    /// told apart by a prefix.
    List<List<String>> subjectRows() {
        var rows = new ArrayList<List<String>>();
        var known = new HashSet<String>();
        for (int i = 0; i < open.rows().size(); i++) {
            known.add(open.id(i));
            rows.add(List.of(Integer.toString(rows.size() + 1), open.id(i)));
        }
        for (int i = 0; closed != null && i < closed.rows().size(); i++) {
            var number = Integer.toString(rows.size() + 1);
            var id = closed.form().id() < 0 ? number : closed.id(i);
            rows.add(List.of(number, known.contains(id) ? "final-" + id : id));
        }
        return rows;
    }

    /// In which files a program of the other platform finds these answers and those of a participant.
    ///
    /// @param predictions the file that it expects of a participant
    Map<String, Object> files(AnswerTable.Form predictions, List<String> predictionColumns) {
        var files = new LinkedHashMap<String, Object>();
        files.put("reference", form(open.form(), open.columns()));
        files.put("predictions", form(predictions, predictionColumns));
        return files;
    }

    private Map<String, Object> form(AnswerTable.Form form, List<String> columns) {
        var written = new LinkedHashMap<String, Object>();
        written.put("file", form.name());
        written.put("delimiter", String.valueOf(form.delimiter()));
        written.put("header", form.header());
        var named = new LinkedHashMap<String, String>();
        for (var name : columns) {
            if (!name.equals(usage)) {
                named.put(name, form.id() >= 0 && name.equals(columns.get(form.id())) ? "id" : name);
            }
        }
        written.put("columns", named);
        return written;
    }
}

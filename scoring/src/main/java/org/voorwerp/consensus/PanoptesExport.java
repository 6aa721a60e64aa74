package org.voorwerp.consensus;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Annotations.Absent;
import org.voorwerp.consensus.Annotations.Given;
import org.voorwerp.consensus.Tally.Reason;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// Reads the classifications that the Zooniverse's Panoptes exports, one row at a time, whatever R or pandas did to
/// the file since: columns are found by name, ids may have become `123.0` and empty cells `NA`.
public final class PanoptesExport {

    /// How many names a message lists, and how many unknown answers are told apart.
    private static final int NAMES = 50;

    private static final String ANONYMOUS_NAME = "not-logged-in";

    private final Recipe recipe;
    private final @Nullable Set<String> classes;
    private final Consumer<Extract> extracts;
    private final ExportCells cells;
    private final Findings findings = new Findings();
    private final Map<Reason, Long> dropped = new EnumMap<>(Reason.class);
    private final Map<String, Long> workflows = new TreeMap<>();
    private final Map<String, Long> versions = new TreeMap<>();
    private final Map<String, Long> tasks = new TreeMap<>();
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();
    private long read;

    /// An answer that is no class: where it stands first, and how often.
    private record Unknown(long line, long rows) {
        Unknown plus(Unknown other) {
            return new Unknown(line, rows + other.rows);
        }
    }

    private PanoptesExport(
            ExportCells cells, Recipe recipe, @Nullable List<String> classes, Consumer<Extract> extracts) {
        this.cells = cells;
        this.recipe = recipe;
        this.classes = classes == null ? null : new LinkedHashSet<>(classes);
        this.extracts = extracts;
    }

    /// Reads a file to its end and hands on each vote in the order of the file. Repeats by one volunteer are not
    /// resolved yet.
    ///
    /// @param classes what an answer may be a vote for; null if anything goes
    /// @param extracts called once a vote
    /// @return what became of the rows
    /// @throws ConsensusException if a row cannot be read, if an answer is none of the classes, or if the file has
    ///     nothing of the recipe's workflow, version or task: then it names those it has
    public static Tally read(Path file, Recipe recipe, @Nullable List<String> classes, Consumer<Extract> extracts)
            throws IOException {
        try (var table = Table.open(file)) {
            return new PanoptesExport(new ExportCells(table), recipe, classes, extracts).read(table);
        } catch (TableException e) {
            throw ConsensusException.of(e);
        }
    }

    private Tally read(Table table) {
        EachRow.of(table, findings, row -> {
            read++;
            var reason = take(row);
            if (reason != null) {
                dropped.merge(reason, 1L, Long::sum);
            }
        });
        unknown.forEach((label, where) -> findings.add(where.line(), cells.annotations + 1, unknown(label, where)));
        ConsensusException.throwIfAny(findings);
        requireMatches();
        return Tally.of(read, dropped);
    }

    private String unknown(String label, Unknown where) {
        return "the answer " + Excerpt.of(label) + " is not among " + expectedAnswers()
                + (where.rows() == 1 ? "" : " (" + where.rows() + " rows have it)");
    }

    private String expectedAnswers() {
        return recipe.answers().isEmpty()
                ? "the classes: " + Excerpt.list(classes == null ? List.of() : List.copyOf(classes), NAMES)
                : "the recipe's answers: "
                        + Excerpt.list(List.copyOf(recipe.answers().keySet()), NAMES);
    }

    private void requireMatches() {
        var workflow = Long.toString(recipe.workflow());
        if (!workflows.containsKey(workflow)) {
            throw ConsensusException.of("no row is of workflow " + workflow + "; there are " + counted(workflows));
        }
        if (tasks.isEmpty() && recipe.version() != null && dropped.containsKey(Reason.OTHER_VERSION)) {
            throw ConsensusException.of("no row of workflow " + workflow + " is of version " + recipe.version()
                    + "; there are " + counted(versions));
        }
        if (!tasks.containsKey(recipe.task())) {
            throw ConsensusException.of("no row of workflow " + workflow + " answers task " + recipe.task()
                    + "; there are " + counted(tasks));
        }
    }

    private static String counted(Map<String, Long> names) {
        return names.isEmpty()
                ? "none"
                : names.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + " rows)")
                        .collect(Collectors.joining(", "));
    }

    /// Counts a name; after [#NAMES] different ones only `wanted` is still taken in.
    private static void count(Map<String, Long> names, @Nullable String name, String wanted) {
        var shown = name == null ? "none" : name;
        if (names.size() < NAMES || names.containsKey(shown) || shown.equals(wanted)) {
            names.merge(shown, 1L, Long::sum);
        }
    }

    /// Hands on the row's vote, or says why it has none.
    private @Nullable Reason take(Row row) {
        var wanted = Long.toString(recipe.workflow());
        var workflow = ExportCells.id(row, cells.workflow);
        count(workflows, workflow, wanted);
        if (!wanted.equals(workflow)) {
            return Reason.OTHER_WORKFLOW;
        }
        var version = ExportCells.text(row, cells.version);
        count(versions, version, "");
        if (recipe.version() != null && (version == null || !recipe.version().covers(version))) {
            return Reason.OTHER_VERSION;
        }
        var subject = subject(row);
        var answer = answer(row);
        var reason = unfit(row);
        if (reason != null) {
            return reason;
        }
        if (subject == null) {
            return Reason.NO_SUBJECT;
        }
        var volunteer = volunteer(row);
        if (volunteer == null) {
            return Reason.ANONYMOUS;
        }
        return switch (answer) {
            case Absent(var why) -> why;
            case Given(var label) -> vote(row, subject, volunteer, label);
        };
    }

    /// Why a row does not belong to the volunteers' consensus, if it does not.
    private @Nullable Reason unfit(Row row) {
        if (ExportCells.flagged(row, cells.goldStandard)) {
            return Reason.GOLD_STANDARD;
        }
        if (ExportCells.flagged(row, cells.expert)) {
            return Reason.EXPERT;
        }
        var metadata = ExportCells.text(row, cells.metadata);
        try {
            return metadata != null && Annotations.beforeLaunch(metadata) ? Reason.BEFORE_LAUNCH : null;
        } catch (IOException e) {
            throw brokenJson(row, cells.metadata, e);
        }
    }

    private @Nullable Reason vote(Row row, String subject, String volunteer, String label) {
        var votedFor = recipe.answers().isEmpty() ? label : recipe.answers().get(label);
        if (votedFor == null || recipe.answers().isEmpty() && classes != null && !classes.contains(label)) {
            if (unknown.size() < Findings.LIMIT || unknown.containsKey(label)) {
                unknown.merge(label, new Unknown(row.line(), 1), Unknown::plus);
            }
            return null;
        }
        if (votedFor.isEmpty()) {
            return Reason.ANSWER_LEFT_OUT;
        }
        extracts.accept(new Extract(subject, volunteer, votedFor, createdAt(row), classification(row), row.line()));
        return null;
    }

    private Annotations.Answer answer(Row row) {
        var annotations = ExportCells.text(row, cells.annotations);
        if (annotations == null) {
            return new Absent(Reason.NO_ANSWER);
        }
        try {
            return Annotations.answer(annotations, recipe.task(), task -> count(tasks, task, recipe.task()));
        } catch (IOException e) {
            throw brokenJson(row, cells.annotations, e);
        }
    }

    private @Nullable String subject(Row row) {
        var ids = ExportCells.id(row, cells.subjects);
        var data = ids == null ? ExportCells.text(row, cells.subjectData) : null;
        try {
            return data == null ? ids : Annotations.subjects(data);
        } catch (IOException e) {
            throw brokenJson(row, cells.subjectData, e);
        }
    }

    /// Who classified; null if that is nobody who counts.
    private @Nullable String volunteer(Row row) {
        var id = ExportCells.id(row, cells.userId);
        var name = ExportCells.text(row, cells.userName);
        boolean loggedIn = id != null || name != null && !name.startsWith(ANONYMOUS_NAME);
        if (loggedIn) {
            return id != null ? "user:" + id : "name:" + name;
        }
        return switch (recipe.anonymous()) {
            case DROP -> null;
            case EACH -> alone(row);
            case BY_NAME -> name == null ? alone(row) : "anonymous:" + name;
        };
    }

    /// A volunteer of this row only; a classification that stands in the file twice remains one.
    private String alone(Row row) {
        long classification = classification(row);
        return classification < 0 ? "line:" + row.line() : "classification:" + classification;
    }

    private long classification(Row row) {
        return ExportCells.text(row, cells.classification) == null ? -1 : row.whole(cells.classification);
    }

    /// Such as `2017-01-06 20:36:55 UTC`.
    private long createdAt(Row row) {
        var cell = ExportCells.text(row, cells.createdAt);
        if (cell == null || cell.length() < 19) {
            return Long.MIN_VALUE;
        }
        try {
            return LocalDateTime.parse(cell.substring(0, 19).replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            // It orders repeats only; classification ids rise with time and do as well.
            return Long.MIN_VALUE;
        }
    }

    private static TableException brokenJson(Row row, int column, IOException e) {
        var where = e instanceof JsonProcessingException json && json.getLocation() != null
                ? " from its character " + Math.max(1, json.getLocation().getColumnNr()) + " on"
                : "";
        return row.problem(column, "the cell is no proper JSON" + where);
    }
}

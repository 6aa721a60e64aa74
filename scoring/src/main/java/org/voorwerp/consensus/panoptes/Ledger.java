package org.voorwerp.consensus.panoptes;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;

/// What became of the rows of a file: how many were read, which were dropped and why, what was wrong, and which
/// workflows, versions and tasks there are, for a message about one that there is not.
public final class Ledger {

    private final RowSelection selection;
    private final String task;
    private final Map<Reason, Drop> dropped = new EnumMap<>(Reason.class);
    private final Findings findings = new Findings();
    private final Names workflows = new Names();
    private final Names versions = new Names();
    private final Names tasks = new Names();
    private long read;
    private long selected;
    private long firstSelected;
    private long notUtf8;
    private long firstNotUtf8;

    /// Rows that were dropped for one reason.
    ///
    /// @param rows how many
    /// @param firstLine where the first of them begins
    public record Drop(long rows, long firstLine) {
        Drop plus(Drop later) {
            return new Drop(rows + later.rows, firstLine);
        }
    }

    /// @param task key of the task that is asked for
    public Ledger(RowSelection selection, String task) {
        this.selection = selection;
        this.task = task;
    }

    void read() {
        read++;
    }

    void selected(long line) {
        firstSelected = selected++ == 0 ? line : firstSelected;
    }

    /// Writes down that a row is not used.
    public void drop(Reason reason, long line) {
        dropped.merge(reason, new Drop(1, line), Drop::plus);
    }

    void workflow(@Nullable String id) {
        workflows.count(id, Long.toString(selection.workflow()));
    }

    void version(@Nullable String version) {
        versions.count(version, "");
    }

    /// Writes down that a row answers a task.
    public void task(String key) {
        tasks.count(key, task);
    }

    void encoding(ExportRows rows) {
        notUtf8 = rows.notUtf8();
        firstNotUtf8 = rows.firstNotUtf8();
    }

    /// Adds what became of rows further down in the file.
    public void add(Ledger later) {
        read += later.read;
        firstSelected = selected == 0 ? later.firstSelected : firstSelected;
        selected += later.selected;
        later.dropped.forEach((reason, drop) -> dropped.merge(reason, drop, Drop::plus));
        findings.addAll(later.findings);
        workflows.addAll(later.workflows, Long.toString(selection.workflow()));
        versions.addAll(later.versions, "");
        tasks.addAll(later.tasks, task);
        firstNotUtf8 = notUtf8 == 0 ? later.firstNotUtf8 : firstNotUtf8;
        notUtf8 += later.notUtf8;
    }

    /// The line of the first row that is of the workflow and versions asked for; 0 where there is none.
    public long firstSelected() {
        return firstSelected;
    }

    /// Rows read, without the header.
    public long rows() {
        return read;
    }

    public Map<Reason, Drop> dropped() {
        return dropped;
    }

    /// What is wrong with the file.
    public Findings findings() {
        return findings;
    }

    /// Rows with a cell that is not UTF-8 and was read as windows-1252; the first line is 0 where there is none.
    public Drop notUtf8() {
        return new Drop(notUtf8, firstNotUtf8);
    }

    /// Adds a finding if the file has nothing of the workflow, the versions or the task asked for: it names those
    /// that there are.
    public void requireMatches() {
        var workflow = Long.toString(selection.workflow());
        if (read == 0) {
            findings.add(Finding.ofLine(1, "no row follows the header: there are no classifications"));
        } else if (!workflows.has(workflow)) {
            findings.add(Finding.ofFile("no row is of workflow " + workflow + "; there are " + workflows));
        } else if (selected == 0 && dropped.containsKey(Reason.OTHER_VERSION)) {
            findings.add(Finding.ofFile("no row of workflow " + workflow + " is of version " + selection.versions()
                    + "; there are " + versions));
        } else if (selected > 0 && !tasks.has(task)) {
            findings.add(Finding.ofLine(
                    firstSelected,
                    "no row of workflow " + workflow + ", of which this is the first, answers task " + task
                            + "; there are " + tasks));
        }
    }
}

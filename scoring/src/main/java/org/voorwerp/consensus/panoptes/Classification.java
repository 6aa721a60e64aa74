package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.Annotations.Absent;
import org.voorwerp.table.Finding;

/// The row of an export that is being read. Its methods throw [TableException] where a cell is not what it should be.
public final class Classification {

    private final ExportRows rows;
    private final ExportColumns columns;
    private final RowSelection selection;
    private final Ledger ledger;
    private final String workflow;

    /// That of the row before, since it is most often the same.
    private @Nullable String versionText;

    private @Nullable WorkflowVersion version;

    Classification(ExportRows rows, RowSelection selection, Ledger ledger) {
        this.rows = rows;
        this.columns = rows.columns();
        this.selection = selection;
        this.ledger = ledger;
        workflow = Long.toString(selection.workflow());
    }

    /// The line in which its row begins.
    public long line() {
        return rows.line();
    }

    /// Its id; -1 where the export does not say.
    public long id() {
        return rows.whole(columns.classification);
    }

    /// Its subject's id; several ids joined by `;` where they were shown together. Null where none is named.
    public @Nullable String subject() {
        var ids = rows.id(columns.subjects);
        if (ids != null) {
            return ids;
        }
        var data = rows.utf8(columns.subjectData);
        try {
            return data == null ? null : Annotations.subjects(data);
        } catch (IOException e) {
            throw rows.brokenJson(columns.subjectData, e);
        }
    }

    /// As it stands in the export, where it does.
    public @Nullable String userName() {
        return rows.text(columns.userName);
    }

    /// As it stands in the export, where it does.
    public @Nullable String userId() {
        return rows.id(columns.userId);
    }

    /// As it stands in the export, where it does.
    public @Nullable String createdAtText() {
        return rows.text(columns.createdAt);
    }

    /// Whether it was made in gold-standard mode.
    public boolean isGoldStandard() {
        return rows.flagged(columns.goldStandard);
    }

    /// Who classified, see [Anonymous#volunteer]; null if that is nobody who counts.
    public @Nullable String volunteer() {
        var id = userId();
        // Most have an account: then nothing else is looked at.
        return id != null
                ? selection.anonymous().volunteer(id, null, -1, line())
                : selection.anonymous().volunteer(null, userName(), id(), line());
    }

    /// Seconds since 1970 on the server's clock; [Long#MIN_VALUE] where the export does not say, or not as Panoptes
    /// does. It orders repeats only, and classification ids rise with time and do as well.
    public long createdAt() {
        var text = createdAtText();
        return text == null ? Long.MIN_VALUE : ServerTime.seconds(text);
    }

    /// The version of the workflow, or null where it cannot be read.
    public @Nullable WorkflowVersion version() {
        var text = rows.text(columns.version);
        if (!Objects.equals(text, versionText)) {
            versionText = text;
            version = text == null ? null : WorkflowVersion.read(text);
        }
        return version;
    }

    /// The first answer to the task.
    public Annotations.Answer answer(String task) {
        var cell = rows.utf8(columns.annotations);
        if (cell == null) {
            return new Absent(Reason.NO_ANSWER);
        }
        var plain = PlainAnnotations.answer(cell, task, ledger::task);
        try {
            return plain == null ? new Annotations(cell).answer(task, ledger::task) : plain;
        } catch (IOException e) {
            throw rows.brokenJson(columns.annotations, e);
        }
    }

    /// All annotations, see [Annotations#all()].
    public List<JsonNode> annotations() {
        var cell = rows.utf8(columns.annotations);
        if (cell == null) {
            return List.of();
        }
        try {
            var all = new Annotations(cell).all();
            all.forEach(annotation -> ledger.task(annotation.path("task").textValue()));
            return all;
        } catch (IOException e) {
            throw rows.brokenJson(columns.annotations, e);
        }
    }

    /// The metadata that the volunteer's browser wrote; empty where there is none.
    public JsonNode metadata() {
        var cell = rows.utf8(columns.metadata);
        try {
            return cell == null ? Json.tree("{}") : Json.tree(cell);
        } catch (IOException e) {
            throw rows.brokenJson(columns.metadata, e);
        }
    }

    /// Something that is wrong with the annotations.
    public Finding finding(String message) {
        return new Finding(line(), columns.annotations + 1, message);
    }

    /// Why the row does not count, if it does not.
    @Nullable
    Reason unfit() {
        var id = rows.id(columns.workflow);
        ledger.workflow(id);
        if (!workflow.equals(id)) {
            return Reason.OTHER_WORKFLOW;
        }
        version();
        ledger.version(versionText);
        if (!selection.versions().all()
                && (version == null || !selection.versions().cover(version))) {
            return Reason.OTHER_VERSION;
        }
        var special = special(selection.gold(), isGoldStandard(), Reason.GOLD_STANDARD, Reason.NOT_GOLD_STANDARD);
        if (special == null) {
            special = special(selection.experts(), rows.flagged(columns.expert), Reason.EXPERT, Reason.NO_EXPERT);
        }
        return special == null
                ? special(selection.beforeLaunch(), isBeforeLaunch(), Reason.BEFORE_LAUNCH, Reason.AFTER_LAUNCH)
                : special;
    }

    private static @Nullable Reason special(SpecialRows choice, boolean is, Reason isOne, Reason isNone) {
        return switch (choice) {
            case LEAVE_OUT -> is ? isOne : null;
            case KEEP -> null;
            case ONLY -> is ? null : isNone;
        };
    }

    private boolean isBeforeLaunch() {
        if (columns.metadata < 0 || !Metadata.mayBeBeforeLaunch(rows.raw(columns.metadata))) {
            return false;
        }
        var cell = rows.utf8(columns.metadata);
        try {
            return cell != null && Metadata.isBeforeLaunch(cell);
        } catch (IOException e) {
            throw rows.brokenJson(columns.metadata, e);
        }
    }
}

package org.voorwerp.consensus.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.Classification;
import org.voorwerp.consensus.panoptes.ClassificationExport;
import org.voorwerp.consensus.panoptes.ExportRows;
import org.voorwerp.consensus.panoptes.Ledger;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.panoptes.RowSelection;
import org.voorwerp.consensus.panoptes.SelectedRows;
import org.voorwerp.consensus.panoptes.Workflow;
import org.voorwerp.consensus.panoptes.Workflows;
import org.voorwerp.table.TableException;

/// Extracts one task of a classification export.
///
/// @param selection which rows count
/// @param task key of the task
/// @param workflows tell what a tool draws; null where nobody knows
public record Extraction(
        RowSelection selection,
        String task,
        Extractor extractor,
        @Nullable Workflows workflows) {

    public Extraction(RowSelection selection, String task, Extractor extractor) {
        this(selection, task, extractor, null);
    }

    /// What was made of some rows of the file.
    private record Some<T>(Ledger ledger, List<T> made) {}

    /// Makes something of a classification that counts.
    private interface Use<T> {
        @Nullable
        Reason of(Classification classification, String subject, String volunteer, List<T> made);
    }

    /// Hands on the rows of the extract, in the order of the file.
    ///
    /// @param progress told now and then how many bytes of the file were read
    /// @return what became of the export's rows; what is wrong with them stands among its findings
    public Ledger rows(Path export, Consumer<ExtractRow> rows, LongConsumer progress) throws IOException {
        return read(
                export,
                (classification, subject, volunteer, made) -> {
                    var extracts = extractor.extract(answered(classification), task);
                    for (var data : extracts) {
                        made.add(new ExtractRow(
                                classification.id(),
                                volunteer,
                                orEmpty(classification.userName()),
                                orEmpty(classification.userId()),
                                Long.toString(selection.workflow()),
                                task,
                                orEmpty(classification.createdAtText()),
                                subject,
                                extractor.name(),
                                data));
                    }
                    return extracts.isEmpty() ? Reason.NO_ANSWER : null;
                },
                rows,
                progress);
    }

    /// Hands on what was drawn, one object a classification, in the order of the file.
    ///
    /// @throws IllegalArgumentException if the extractor is for no drawings
    public Ledger marks(Path export, Consumer<Marks> marks, LongConsumer progress) throws IOException {
        if (!(extractor instanceof DrawingExtractor drawing)) {
            throw new IllegalArgumentException(extractor.name() + " extracts no marks");
        }
        return read(
                export,
                (classification, subject, volunteer, made) -> {
                    var answered = answered(classification);
                    if (answered.first(task).isEmpty()) {
                        return Reason.NO_ANSWER;
                    }
                    made.add(new Marks(subject, volunteer, classification.id(), drawing.marks(answered, task)));
                    return null;
                },
                marks,
                progress);
    }

    private <T> Ledger read(Path export, Use<T> use, Consumer<T> taker, LongConsumer progress) throws IOException {
        var ledger = new Ledger(selection, task);
        try {
            ClassificationExport.read(
                    export,
                    rows -> some(rows, use),
                    some -> {
                        ledger.add(some.ledger());
                        some.made().forEach(taker);
                    },
                    progress);
        } catch (TableException e) {
            ledger.findings().add(e.finding());
        }
        if (ledger.findings().isEmpty()) {
            ledger.requireMatches();
        }
        return ledger;
    }

    private <T> Some<T> some(ExportRows rows, Use<T> use) {
        var some = new Some<T>(new Ledger(selection, task), new ArrayList<>());
        SelectedRows.read(rows, selection, some.ledger(), classification -> {
            var subject = classification.subject();
            if (subject == null) {
                return Reason.NO_SUBJECT;
            }
            var volunteer = classification.volunteer();
            return volunteer == null ? Reason.ANONYMOUS : use.of(classification, subject, volunteer, some.made());
        });
        return some;
    }

    private Answered answered(Classification classification) {
        var workflow = workflows == null
                ? Optional.<Workflow>empty()
                : workflows.at(selection.workflow(), classification.version());
        return Answered.of(classification, workflow.orElse(null));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

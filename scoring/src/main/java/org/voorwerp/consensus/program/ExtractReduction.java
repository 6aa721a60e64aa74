package org.voorwerp.consensus.program;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Tally;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.extract.Extraction;
import org.voorwerp.consensus.extract.Extractor;
import org.voorwerp.consensus.extract.Extractors;
import org.voorwerp.consensus.extract.WideTable;
import org.voorwerp.consensus.panoptes.RowSelection;
import org.voorwerp.consensus.panoptes.SpecialRows;
import org.voorwerp.consensus.panoptes.Workflows;
import org.voorwerp.consensus.reduce.Reduction;
import org.voorwerp.consensus.reduce.SubjectReducer;
import org.voorwerp.table.TableException;

/// Extracts an export, or takes a table of extracts, and reduces it as panoptes_aggregation would.
final class ExtractReduction {

    private final ConsensusCommand command;
    private final Progress progress;
    private final SubjectReducer reducer;
    private final ExtractedVotes votes;

    /// Where the first row that counts stands: after the header, unless an export says otherwise.
    private long firstLine = 2;

    ExtractReduction(ConsensusCommand command, Progress progress, SubjectReducer reducer) {
        this.command = command;
        this.progress = progress;
        this.reducer = reducer;
        this.votes = new ExtractedVotes(reducer.name());
    }

    /// Every choice.
    ///
    /// @param rows null where extracts were made elsewhere
    record Choices(
            int format,
            @Nullable RowSelection rows,
            @Nullable String task,
            @Nullable Step extractor,
            Step reducer,
            Repeats repeats,
            int minimumVotes) {}

    /// An extractor or a reducer.
    record Step(String name, ObjectNode settings) {}

    Outcome run(InputKind kind, Path output) throws IOException {
        var options = command.rows;
        var metadata = Metadata.read(command.subjects);
        var selection = kind == InputKind.EXPORT ? options.selection(command.workflow(), SpecialRows.KEEP) : null;
        var reduction = new Reduction(reducer, options.repeats(), options.minimumVotes());
        progress.begin("reading");
        var rows = selection == null ? readExtracts(reduction) : readExport(selection, reduction);
        votes.requireAny(rows);
        progress.begin("reducing");
        int groups = reduction.groups();
        var reduced = reduction.rows(done -> progress.at(done, groups, "subjects"));
        progress.begin("writing");
        Reduction.write(output, reducer.name(), reduced, metadata.columns(), metadata::of);
        var leftOut = new LinkedHashMap<String, Integer>();
        if (reduction.few() > 0) {
            leftOut.put("fewer volunteers than asked for", reduction.few());
        }
        if (!reduction.refused().isEmpty()) {
            leftOut.put("cannot be reduced", reduction.refused().size());
        }
        progress.begin("reporting");
        var figures = ReducedFigures.of(reduced, votes.seen());
        return new Outcome(
                choices(selection),
                rows,
                reduced.size(),
                leftOut,
                reduction.refused(),
                votes.warnings(firstLine),
                command.outputs.noReport ? null : votes.report(options.repeats(), command.seed),
                figures);
    }

    private Choices choices(@Nullable RowSelection selection) {
        return new Choices(
                1,
                selection,
                command.task,
                selection == null ? null : new Step(extractorName(), extractSettings()),
                new Step(reducer.name(), Settings.json(command.settings)),
                command.rows.repeats(),
                command.rows.minimumVotes());
    }

    private Tally readExport(RowSelection selection, Reduction reduction) throws IOException {
        var extraction = new Extraction(selection, command.task(), extractor(), workflows());
        double all = Files.size(command.file) / 1e6;
        try (var extracts = extracts()) {
            var ledger = extraction.rows(
                    command.file, row -> take(row, reduction, extracts), bytes -> progress.at(bytes / 1e6, all, "MB"));
            ConsensusException.throwIfAny(ledger.findings());
            if (extracts != null) {
                extracts.finish();
            }
            firstLine = ledger.firstSelected();
            return Tally.of(ledger);
        }
    }

    private Tally readExtracts(Reduction reduction) throws IOException {
        return new ExtractInput(command).read(row -> take(row, reduction, null));
    }

    private void take(ExtractRow row, Reduction reduction, @Nullable WideTable extracts) {
        reduction.add(row);
        votes.add(row);
        if (extracts != null) {
            try {
                extracts.add(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private @Nullable WideTable extracts() throws IOException {
        return command.outputs.extracts == null ? null : new WideTable(command.outputs.extracts, ExtractRow.COLUMNS);
    }

    private @Nullable Workflows workflows() throws IOException {
        try {
            return command.workflows == null ? null : Workflows.read(command.workflows);
        } catch (TableException e) {
            throw new Failure(command.workflows + ": " + e.finding());
        }
    }

    private Extractor extractor() {
        var name = extractorName();
        return Extractors.of(name, extractSettings())
                .orElseThrow(() -> new Failure("there is no extractor " + name
                        + " with these settings; there are question_extractor, dropdown_extractor, survey_extractor,"
                        + " slider_extractor, text_extractor, point_extractor, point_extractor_by_frame,"
                        + " rectangle_extractor, polygon_extractor, bezier_extractor, line_text_extractor,"
                        + " poly_line_text_extractor and shape_extractor (with --extract-set shape=circle)"));
    }

    private String extractorName() {
        return command.extractor != null ? command.extractor : ReducerNames.extractorFor(reducer.name());
    }

    /// Those given; the shape is that of the reducer where it is not.
    private ObjectNode extractSettings() {
        var settings = Settings.json(command.extractSettings);
        var shape = command.settings.get("shape");
        if (shape != null && !settings.has("shape")) {
            settings.put("shape", shape);
        }
        return settings;
    }
}

package org.voorwerp.server.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.importing.AnswerTable.Form;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.program.ProgramCommand;

/// A bundle's scoring program, told in its metadata.yaml where it finds truth and predictions.
final class CodabenchProgram {

    static final String NAME = "scoring_program";

    private static final String PREDICTIONS = "predictions.csv";

    private final SourceFolder source;
    private final Settings settings;
    private final ImportReport report;

    CodabenchProgram(SourceFolder source, Settings settings, ImportReport report) {
        this.source = source;
        this.settings = settings;
        this.report = report;
    }

    void add(PackDraft draft, Settings task, Answers answers) throws NotImported, IOException {
        var folder = source.folder(NAME + " of task " + CodabenchBundle.name(task), task.required(NAME));
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("command", command(folder));
        metadata.put("files", files(folder, answers));
        draft.program(NAME, folder, metadata, Map.of());
        report.taken(
                NAME + " of task " + CodabenchBundle.name(task), NAME + "/, with the key files in its metadata.yaml");
        settings.text("docker_image")
                .ifPresent(image -> report.lost(
                        "docker_image " + image,
                        "the program runs with what the server has installed; see docs/write-a-metric.md"));
    }

    private static String command(Path folder) throws NotImported, IOException {
        for (var name : ProgramCommand.FILES) {
            if (Files.isRegularFile(folder.resolve(name))) {
                var text = SourceFolder.textOf("the scoring program's " + name, folder.resolve(name));
                try {
                    ProgramCommand.of(text.getBytes(StandardCharsets.UTF_8));
                } catch (MetricFault e) {
                    throw new NotImported("the scoring program's " + name + ": " + e.getMessage());
                }
                return Settings.read(text, name).required("command");
            }
        }
        throw new NotImported("the scoring program has neither metadata.yaml nor metadata");
    }

    /// Participants' files look as the example solution does, or else as the reference data do.
    private Map<String, Object> files(Path program, Answers answers) throws NotImported, IOException {
        var example = example();
        if (example != null) {
            report.taken(
                    "the form of the example solution " + example.form().name(), "files in " + NAME + "/metadata.yaml");
            var columns = columns(example, answers);
            var form = example.form();
            return answers.files(
                    new Form(form.name(), form.delimiter(), form.header(), idColumn(columns, answers)), columns);
        }
        var form = answers.open().form();
        var name = SourceNames.predictions(program, form.name()).orElse(PREDICTIONS);
        report.guessed("The bundle has no example solution. The program is given predictions in " + name
                + ", written as the reference data are; check files in " + NAME + "/metadata.yaml.");
        return answers.files(
                new Form(name, form.delimiter(), form.header(), form.id()),
                answers.open().columns());
    }

    /// The one that is not predicted, whatever it is called: a row or two of an example do not tell.
    private static int idColumn(List<String> columns, Answers answers) {
        var others = new ArrayList<>(columns);
        others.removeAll(answers.targets());
        return others.size() == 1 ? columns.indexOf(others.getFirst()) : -1;
    }

    private @Nullable AnswerTable example() throws NotImported, IOException {
        for (var solution : settings.each("solutions")) {
            var path = solution.text("path");
            if (path.isEmpty() || !source.has(path.get())) {
                continue;
            }
            for (var file : SourceFolder.files(source.folder("an example solution", path.get()))) {
                try {
                    return AnswerTable.read(file);
                } catch (NotImported e) {
                    // Not every file of a solution holds predictions.
                }
            }
        }
        return null;
    }

    private static List<String> columns(AnswerTable example, Answers answers) throws NotImported {
        var ours = answers.open().columns();
        if (example.form().header()) {
            var missing = new ArrayList<>(answers.targets());
            missing.removeAll(example.columns());
            if (missing.isEmpty()) {
                return example.columns();
            }
            throw new NotImported("the example solution has no column " + String.join(", ", missing)
                    + ", which the reference data have");
        }
        // Without names the columns of the answers stand there in their order, with ids or without.
        if (example.columns().size() == answers.targets().size()) {
            return answers.targets();
        }
        if (example.columns().size() == ours.size()) {
            return ours;
        }
        throw new NotImported(
                "the example solution has " + example.columns().size() + " columns and the reference data have "
                        + ours.size() + "; without headers nobody can tell which is which");
    }
}

package org.voorwerp.server.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// A folder as organisers keep it for Kaggle: solution.csv with a column Usage, sample_submission.csv, and texts in
/// Markdown.
final class KaggleFolder {

    static final String SOLUTION = "solution.csv";
    private static final String SAMPLE = "sample_submission.csv";
    private static final List<String> USAGES = List.of("usage", "split");

    private final SourceFolder source;
    private final ImportReport report;

    KaggleFolder(SourceFolder source, ImportReport report) {
        this.source = source;
        this.report = report;
    }

    /// @param name of the folder: nothing else names the challenge
    PackDraft draft(String name) throws NotImported, IOException {
        var title = title(name);
        var draft = new PackDraft(title, null, title);
        report.guessed("Nothing names title, summary and organisers: set them.");
        var table = AnswerTable.read(source.find("the folder", SOLUTION));
        var usage = table.columns().stream()
                .filter(column -> USAGES.contains(column.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
        if (usage == null) {
            report.guessed(SOLUTION + " has no column Usage: all rows stand behind the public board.");
        }
        var answers = Answers.of(table, null, usage, report);
        checkSample(answers);
        draft.answers(answers);
        report.taken(SOLUTION, "data/solution.csv");
        addMetric(draft, answers);
        var phase = new LinkedHashMap<String, Object>();
        phase.put("name", "main");
        phase.put("starts", Today.begin().toString());
        draft.phase(phase);
        report.guessed("Nothing says when submissions are taken: one phase, from today on, without end.");
        addFiles(draft);
        return draft;
    }

    private static String title(String name) {
        var words = name.replaceAll("(?i)\\.zip$", "").replaceAll("[-_]+", " ").strip();
        return words.isEmpty()
                ? "Imported challenge"
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void checkSample(Answers answers) throws NotImported, IOException {
        if (!source.has(SAMPLE)) {
            report.guessed("There is no " + SAMPLE + ": a submission has the columns of the solution.");
            return;
        }
        var sample = AnswerTable.read(source.find("the folder", SAMPLE));
        var wanted = new ArrayList<>(answers.targets());
        wanted.add(answers.open().idName());
        if (!sample.columns().containsAll(wanted) || sample.columns().size() != wanted.size()) {
            throw new NotImported(SAMPLE + " has the columns " + String.join(", ", sample.columns()) + " and "
                    + SOLUTION + " asks for " + String.join(", ", wanted) + "; they must be the same");
        }
        report.taken(SAMPLE, "the columns of a submission");
    }

    private void addMetric(PackDraft draft, Answers answers) {
        var name = answers.classes().isEmpty() ? "rmse" : "accuracy";
        var metric = new LinkedHashMap<String, Object>();
        metric.put("name", name);
        metric.put("primary", true);
        draft.metric(metric);
        report.guessed("Nothing says how submissions are scored: " + name + " was put. Choose of docs/metrics.md.");
    }

    private void addFiles(PackDraft draft) throws NotImported, IOException {
        for (var file : SourceFolder.files(source.root())) {
            var name = source.root().relativize(file).toString();
            if (name.endsWith(".md")) {
                addPage(draft, name, SourceFolder.textOf(name, file));
            } else if (!name.equals(SOLUTION) && !name.equals(SAMPLE)) {
                report.unpublished(name);
            }
        }
    }

    private void addPage(PackDraft draft, String file, String text) throws NotImported {
        var name = file.toLowerCase(Locale.ROOT);
        if (name.contains("term")) {
            draft.terms(text);
            report.taken(file, "terms.md");
            return;
        }
        var target = name.contains("data")
                ? "data"
                : name.contains("rule") || name.contains("evaluation") ? "rules" : "overview";
        draft.page(target, text);
        report.taken(file, target + ".md");
    }
}

package org.voorwerp.server.importing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.importing.AnswerTable.Form;

/// An EvalAI challenge (challenge_config.yaml with its annotations and evaluation script). Its function evaluate goes
/// on
/// scoring, called by a few lines of ours.
final class EvalAiChallenge {

    static final String SETTINGS = "challenge_config.yaml";

    private static final String PROGRAM = "evaluation";
    private static final String ANNOTATIONS = "test_annotation_file";
    private static final int LONGEST_NAME = 50;

    private static final Map<String, String> PAGES =
            Map.of("description", "overview", "evaluation_details", "rules", "submission_guidelines", "data");

    private static final Set<String> KNOWN = Set.of(
            "title",
            "short_description",
            "description",
            "evaluation_details",
            "terms_and_conditions",
            "submission_guidelines",
            "evaluation_script",
            "leaderboard",
            "challenge_phases",
            "start_date",
            "end_date",
            "published",
            "dataset_splits",
            "challenge_phase_splits",
            "tags");

    /// Calls evaluate as EvalAI does, and writes what it gives as Codabench's programs do.
    private static final String ADAPTER = """
            \"\"\"Calls the function evaluate of an EvalAI challenge.\"\"\"
            import importlib.util
            import json
            import os
            import sys

            here = os.path.dirname(os.path.abspath(__file__))
            given, output, annotations, phase = sys.argv[1:5]
            sys.path.insert(0, here)


            def found():
                for name in ("main.py", "evaluate.py", "__init__.py"):
                    path = os.path.join(here, name)
                    if os.path.isfile(path):
                        spec = importlib.util.spec_from_file_location(
                            "challenge", path, submodule_search_locations=[here]
                        )
                        module = importlib.util.module_from_spec(spec)
                        sys.modules["challenge"] = module
                        spec.loader.exec_module(module)
                        if hasattr(module, "evaluate"):
                            return module.evaluate
                raise SystemExit("there is no function evaluate in main.py, evaluate.py or __init__.py")


            answer = found()(
                os.path.join(given, "ref", annotations),
                os.path.join(given, "res", "predictions.csv"),
                phase,
                submission_metadata={},
            )
            result = answer["result"][0]
            scores = next((value for value in result.values() if isinstance(value, dict)), result)
            with open(os.path.join(output, "scores.json"), "w") as out:
                json.dump(scores, out)
            """;

    private final SourceFolder source;
    private final Settings settings;
    private final ImportReport report;
    private final List<Settings> phases;

    EvalAiChallenge(SourceFolder source, ImportReport report) throws NotImported, IOException {
        this.source = source;
        this.report = report;
        this.settings = Settings.read(source.text("the challenge", SETTINGS), SETTINGS);
        this.phases = settings.each("challenge_phases");
        if (phases.isEmpty()) {
            throw new NotImported(SETTINGS + " has no challenge_phases");
        }
    }

    PackDraft draft() throws NotImported, IOException {
        var title = settings.required("title");
        var draft = new PackDraft(title, settings.text("short_description").orElse(null), title);
        report.guessed("EvalAI's configuration names no organiser: set `organisers`.");
        var first = phases.getFirst().required(ANNOTATIONS);
        var last = phases.getLast().required(ANNOTATIONS);
        var closed = last.equals(first) ? null : last;
        var answers = Answers.of(annotations(first), closed == null ? null : annotations(closed), null, report);
        draft.answers(answers);
        report.taken(ANNOTATIONS, "data/solution.csv");
        addProgram(draft, answers);
        addMetrics(draft);
        addPhases(draft, closed);
        addPages(draft);
        for (var name : settings.values().keySet()) {
            if (!KNOWN.contains(String.valueOf(name))) {
                report.lost(String.valueOf(name), "there is nothing of the kind here");
            }
        }
        return draft;
    }

    private AnswerTable annotations(String file) throws NotImported, IOException {
        return AnswerTable.read(source.find(ANNOTATIONS, file));
    }

    private void addProgram(PackDraft draft, Answers answers) throws NotImported, IOException {
        var folder = source.folder(
                "evaluation_script", settings.text("evaluation_script").orElse("evaluation_script"));
        var codename = phases.getFirst().text("codename").orElse("phase");
        var form = answers.open().form();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put(
                "command",
                "python3 $program/voorwerp_evaluate.py $input $output '"
                        + form.name().replace("'", "") + "' '" + codename.replaceAll("['$]", "") + "'");
        metadata.put(
                "files",
                answers.files(
                        new Form("predictions.csv", form.delimiter(), form.header(), form.id()),
                        answers.open().columns()));
        draft.program(PROGRAM, folder, metadata, Map.of("voorwerp_evaluate.py", ADAPTER));
        report.taken("evaluation_script", PROGRAM + "/, called by voorwerp_evaluate.py");
        report.guessed(
                "The script is given predictions written as the annotations are, for every phase with the codename "
                        + codename + " of the first.");
    }

    private void addMetrics(PackDraft draft) throws NotImported {
        var boards = settings.each("leaderboard");
        var schema = boards.isEmpty()
                ? Optional.<Settings>empty()
                : boards.getFirst().inner("schema");
        var labels = schema.map(s -> s.texts("labels")).orElse(List.of());
        var primary = schema.flatMap(s -> s.text("default_order_by")).orElse(labels.isEmpty() ? "" : labels.getFirst());
        if (!labels.contains(primary)) {
            throw new NotImported("the leaderboard has no schema with labels, of which default_order_by names one");
        }
        for (var label : labels) {
            var about = schema.flatMap(s -> s.inner("metadata")).flatMap(m -> m.inner(label));
            var metric = new LinkedHashMap<String, Object>();
            metric.put("name", label);
            metric.put(
                    "direction", about.filter(a -> a.isTrue("sort_ascending")).isPresent() ? "lower" : "higher");
            metric.put("program", PROGRAM);
            if (label.equals(primary)) {
                metric.put("primary", true);
            }
            draft.metric(metric);
            report.taken("leaderboard label " + label, "a metric");
        }
        if (boards.size() > 1) {
            report.lost("leaderboards but the first", "a challenge has one, with a public and a private part");
        }
    }

    private void addPhases(PackDraft draft, @Nullable String closed) throws NotImported {
        for (var from : phases) {
            var name = from.text("name").orElse("phase");
            var phase = new LinkedHashMap<String, Object>();
            phase.put("name", draft.phaseName(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name));
            phase.put("starts", from.time("start_date").orElseGet(Today::begin).toString());
            from.time("end_date").ifPresent(end -> phase.put("ends", end.toString()));
            if (closed != null && from.required(ANNOTATIONS).equals(closed)) {
                phase.put("part", "private");
            } else if (from.has("leaderboard_public") && !from.isTrue("leaderboard_public")) {
                phase.put("board", "own");
            }
            phase.put("quota", quota(from));
            draft.phase(phase);
            report.taken("phase " + name, "a phase");
            for (var lost : List.of("max_submissions_per_month", "allowed_email_ids", "submission_meta_attributes")) {
                if (from.has(lost)) {
                    report.lost(lost + " of phase " + name, "there is nothing of the kind here");
                }
            }
        }
    }

    private static Map<String, Object> quota(Settings phase) {
        var quota = new LinkedHashMap<String, Object>();
        quota.put("per-day", limit(phase, "max_submissions_per_day", 100_000).orElse(1000));
        limit(phase, "max_submissions", 10_000_000).ifPresent(total -> quota.put("total", total));
        limit(phase, "max_concurrent_submissions_allowed", 100_000).ifPresent(most -> quota.put("at-once", most));
        return quota;
    }

    private static Optional<Integer> limit(Settings phase, String name, int most) {
        return phase.whole(name).filter(number -> number > 0).map(number -> Math.min(number, most));
    }

    private void addPages(PackDraft draft) throws NotImported, IOException {
        for (var page : PAGES.entrySet()) {
            var file = settings.text(page.getKey());
            if (file.isPresent()) {
                draft.page(page.getValue(), source.text(page.getKey(), file.get()));
                report.taken(page.getKey(), page.getValue() + ".md");
            }
        }
        var terms = settings.text("terms_and_conditions");
        if (terms.isPresent()) {
            draft.terms(source.text("terms_and_conditions", terms.get()));
            report.taken("terms_and_conditions", "terms.md");
        }
    }
}

package org.voorwerp.server.importing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Codabench bundle (competition.yaml, version 2 of its format) of a challenge to which predictions are sent. Its
/// scoring program goes on scoring, under the same contract; its reference data become the truth. Of two tasks the
/// second stands behind the private board.
final class CodabenchBundle {

    static final String SETTINGS = "competition.yaml";

    /// What becomes part of the pack, or is told of one by one.
    private static final Set<String> KNOWN = Set.of(
            "version",
            "title",
            "description",
            "terms",
            "pages",
            "tasks",
            "phases",
            "leaderboards",
            "leaderboard",
            "registration_auto_approve",
            "contact_email",
            "solutions",
            "docker_image");

    private static final int LONGEST_NAME = 50;

    private final SourceFolder source;
    private final Settings settings;
    private final ImportReport report;
    private final List<Settings> tasks;
    private final List<Settings> phases;

    CodabenchBundle(SourceFolder source, ImportReport report) throws NotImported, IOException {
        this.source = source;
        this.report = report;
        this.settings = Settings.read(source.text("the bundle", SETTINGS), SETTINGS);
        this.tasks = settings.each("tasks");
        this.phases = settings.each("phases");
        if (settings.text("version").filter("2"::equals).isEmpty()) {
            throw new NotImported(SETTINGS + " is not of version 2; Codabench itself turns older bundles into that");
        }
        if (tasks.isEmpty() || phases.isEmpty()) {
            throw new NotImported(SETTINGS + " needs tasks and phases");
        }
    }

    PackDraft draft() throws NotImported, IOException {
        var title = settings.required("title");
        var draft = new PackDraft(
                title,
                settings.text("description").orElse(null),
                settings.text("contact_email").orElse(title));
        if (!settings.has("contact_email")) {
            report.guessed("The bundle names no organiser: set `organisers`.");
        }
        var open = task(phases.getFirst());
        var closed = closedTask(open);
        var answers = Answers.of(reference(open), closed == null ? null : reference(closed), null, report);
        draft.answers(answers);
        report.taken("reference_data of task " + name(open), "data/solution.csv, the public part");
        if (closed != null) {
            report.taken("reference_data of task " + name(closed), "data/solution.csv, the private part");
        }
        new CodabenchProgram(source, settings, report).add(draft, closed == null ? open : closed, answers);
        tellOfOtherPrograms();
        boolean hidden = new CodabenchBoard(settings, report).add(draft);
        addPhases(draft, closed, hidden);
        addPages(draft);
        draft.put("entry", settings.isTrue("registration_auto_approve") ? "open" : "approval");
        tellWhatIsLost();
        return draft;
    }

    private Settings task(Settings phase) throws NotImported {
        var wanted = phase.texts("tasks");
        if (wanted.isEmpty()) {
            return tasks.getFirst();
        }
        var name = phase.text("name").orElse("without a name");
        if (wanted.size() > 1) {
            report.lost(
                    "tasks " + String.join(", ", wanted) + " of phase " + name,
                    "a phase here has one task, and the first is taken");
        }
        for (int i = 0; i < tasks.size(); i++) {
            if (tasks.get(i).text("index").orElse(Integer.toString(i)).equals(wanted.getFirst())) {
                return tasks.get(i);
            }
        }
        throw new NotImported("phase " + name + " names a task " + wanted.getFirst() + ", which there is not");
    }

    static String name(Settings task) {
        return task.text("name").or(() -> task.text("index")).orElse("without a name");
    }

    /// The task of the last phase, if it is another than that of the first.
    private @Nullable Settings closedTask(Settings open) throws NotImported {
        var last = task(phases.getLast());
        for (var phase : phases) {
            var task = task(phase);
            if (task != open && task != last) {
                report.lost("task " + name(task), "a challenge here has a public and a private part, and no third");
            }
        }
        return last == open ? null : last;
    }

    private AnswerTable reference(Settings task) throws NotImported, IOException {
        var folder = source.folder("reference_data of task " + name(task), task.required("reference_data"));
        var tables = new ArrayList<AnswerTable>();
        var problems = new ArrayList<String>();
        for (var file : SourceFolder.files(folder)) {
            try {
                tables.add(AnswerTable.read(file));
            } catch (NotImported e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (tables.size() != 1) {
            throw new NotImported("the reference data of task " + name(task) + " hold " + tables.size()
                    + " delimited files; exactly one can be the truth"
                    + problems.stream().map(problem -> "; " + problem).collect(Collectors.joining()));
        }
        problems.forEach(problem -> report.lost("a file of the reference data", problem));
        return tables.getFirst();
    }

    private void tellOfOtherPrograms() {
        var programs = tasks.stream()
                .map(task -> task.text(CodabenchProgram.NAME).orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
        if (programs.size() > 1) {
            report.lost("the scoring programs of other tasks", "one program scores all phases here");
        }
    }

    private void addPhases(PackDraft draft, @Nullable Settings closed, boolean hidden) throws NotImported {
        Optional<Instant> end = Optional.empty();
        for (int i = 0; i < phases.size(); i++) {
            var from = phases.get(i);
            var phase = new LinkedHashMap<String, Object>();
            var name = from.text("name").orElse("phase " + (i + 1));
            phase.put("name", draft.phaseName(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name));
            var start = from.time("start");
            if (start.isEmpty()) {
                report.guessed("Phase " + name + " has no start: the end of the one before, or the day of the import.");
            }
            phase.put("starts", start.orElse(end.orElseGet(Today::begin)).toString());
            end = from.time("end");
            if (end.isEmpty() && i + 1 < phases.size()) {
                end = phases.get(i + 1).time("start");
            }
            end.ifPresent(time -> phase.put("ends", time.toString()));
            if (closed != null && task(from) == closed) {
                phase.put("part", "private");
            } else if (hidden || from.isTrue("hide_score_output")) {
                phase.put("board", "hidden");
            }
            if (i > 0 && from.isTrue("auto_migrate_to_this_phase")) {
                phase.put("carry-over", true);
            }
            phase.put("quota", quota(from));
            draft.phase(phase);
            report.taken("phase " + name, "a phase");
            tellWhatIsLost(from, name);
        }
    }

    private void tellWhatIsLost(Settings phase, String name) {
        if (phase.has("execution_time_limit")) {
            report.lost("execution_time_limit of phase " + name, "the server has one for all: voorwerp.programs.time");
        }
        for (var file : List.of("starting_kit", "public_data")) {
            phase.text(file).ifPresent(path -> report.unpublished(file + " " + path + " of phase " + name));
        }
    }

    /// 0 is no limit there.
    private static Map<String, Object> quota(Settings phase) {
        var quota = new LinkedHashMap<String, Object>();
        int perDay = phase.whole("max_submissions_per_day").orElse(5);
        quota.put("per-day", perDay <= 0 ? 1000 : Math.min(perDay, 100_000));
        int total = phase.whole("max_submissions").orElse(100);
        if (total > 0) {
            quota.put("total", Math.min(total, 10_000_000));
        }
        return quota;
    }

    private void addPages(PackDraft draft) throws NotImported, IOException {
        for (var page : settings.each("pages")) {
            var title = page.text("title").orElse("Page");
            var text = source.text("page " + title, page.required("file"));
            var name = title.toLowerCase(Locale.ROOT);
            var target = name.contains("data")
                    ? "data"
                    : name.contains("rule") || name.contains("evaluation") ? "rules" : "overview";
            draft.page(target, text.stripLeading().startsWith("#") ? text : "## " + title + "\n\n" + text);
            report.taken("page " + title, target + ".md");
        }
        var terms = settings.text("terms");
        if (terms.isPresent()) {
            draft.terms(source.text("terms", terms.get()));
            report.taken("terms", "terms.md");
        }
    }

    private void tellWhatIsLost() {
        for (var name : settings.values().keySet()) {
            if (!KNOWN.contains(String.valueOf(name))) {
                report.lost(String.valueOf(name), "there is nothing of the kind here");
            }
        }
        for (var task : tasks) {
            task.text("input_data")
                    .ifPresent(path -> report.unpublished("input_data " + path + " of task " + name(task)));
            task.text("ingestion_program")
                    .ifPresent(path -> report.lost(
                            "ingestion_program of task " + name(task),
                            "participants send predictions here and no programs"));
        }
    }
}

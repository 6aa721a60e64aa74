package org.voorwerp.server.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// A pack in the making: what an import found, written as challenge.yaml, pages, tables and programs.
final class PackDraft {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SUMMARY = 300;
    private static final int LONGEST_PAGE = 1 << 20;

    /// What the pack's report is called.
    static final String REPORT = "import-report.md";

    private final Map<String, Object> definition = new LinkedHashMap<>();
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final List<Map<String, Object>> metrics = new ArrayList<>();
    private final List<Map<String, Object>> phases = new ArrayList<>();
    private final Map<String, Program> programs = new LinkedHashMap<>();
    private @Nullable Answers answers;
    private @Nullable String terms;

    private record Program(Path folder, Map<String, Object> metadata, Map<String, String> more) {}

    PackDraft(String title, @Nullable String summary, String organiser) {
        definition.put("voorwerp", 1);
        definition.put("slug", slug(title));
        definition.put("title", line(title, LONGEST_TITLE));
        definition.put("summary", line(summary == null ? title : summary, LONGEST_SUMMARY));
        definition.put("organisers", List.of(line(organiser, 200)));
    }

    /// A title as it stands in addresses.
    static String slug(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var cut = plain.length() > 60 ? plain.substring(0, 60).replaceAll("-$", "") : plain;
        return cut.length() < 2 ? "imported-challenge" : cut;
    }

    /// A text in one line of at most so many characters.
    static String line(String text, int most) {
        var line = text.replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        var cut = line.length() > most ? line.substring(0, most - 1) + "…" : line;
        return cut.isEmpty() ? "Imported challenge" : cut;
    }

    void answers(Answers found) {
        answers = found;
    }

    /// Adds to a page.
    ///
    /// @throws NotImported if it becomes longer than a page may be
    void page(String name, String markdown) throws NotImported {
        var before = pages.get(name);
        if (markdown.length() + (before == null ? 0 : before.length()) > LONGEST_PAGE) {
            throw new NotImported("what becomes " + name + ".md is longer than " + LONGEST_PAGE / 1024
                    + " KiB; shorten the pages that it is made of");
        }
        pages.put(name, before == null ? markdown : before + "\n\n" + markdown);
    }

    void terms(String markdown) {
        terms = markdown;
    }

    void put(String key, Object value) {
        definition.put(key, value);
    }

    void metric(Map<String, Object> metric) {
        metrics.add(metric);
    }

    void phase(Map<String, Object> phase) {
        phases.add(phase);
    }

    /// A name for the next phase that no other has.
    String phaseName(String wanted) {
        var name = line(wanted, 60);
        return phases.stream().anyMatch(phase -> name.equals(phase.get("name")))
                ? name + " " + (phases.size() + 1)
                : name;
    }

    /// @param folder whose files are copied
    /// @param metadata what metadata.yaml holds
    /// @param more files by name, beside those of the folder
    void program(String name, Path folder, Map<String, Object> metadata, Map<String, String> more) {
        programs.put(name, new Program(folder, metadata, more));
    }

    /// @param out a folder that does not exist, or is empty
    void write(Path out, ImportReport report) throws IOException {
        Files.createDirectories(out.resolve("data"));
        var found = Objects.requireNonNull(answers);
        definition.put("task", found.task());
        definition.put("truth", Map.of("solution", found.solution()));
        definition.put("subjects", found.subjects());
        definition.put("holdout", found.holdout());
        definition.put("board", Map.of("rule", "full"));
        definition.put("metrics", metrics);
        definition.put("phases", phases);
        definition.put("baselines", List.of("constant"));
        pages.putIfAbsent("overview", "# " + definition.get("title") + "\n");
        var named = new LinkedHashMap<String, String>();
        for (var page : pages.entrySet()) {
            Files.writeString(out.resolve(page.getKey() + ".md"), page.getValue() + "\n");
            named.put(page.getKey(), page.getKey() + ".md");
        }
        definition.put("pages", named);
        if (terms != null) {
            Files.writeString(out.resolve("terms.md"), terms + "\n");
            definition.put("terms", "terms.md");
        }
        for (var program : programs.entrySet()) {
            write(program.getValue(), out.resolve(program.getKey()));
        }
        table(out.resolve("data/solution.csv"), found.solutionHeader(), found.solutionRows());
        table(out.resolve("data/subjects.csv"), found.subjectHeader(), found.subjectRows());
        Files.writeString(out.resolve("challenge.yaml"), YAML.writeValueAsString(definition));
        Files.writeString(out.resolve(REPORT), report.toString());
    }

    private static void write(Program program, Path folder) throws IOException {
        for (var file : SourceFolder.files(program.folder())) {
            var target = folder.resolve(program.folder().relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(file, target);
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("metadata"));
        Files.writeString(folder.resolve("metadata.yaml"), YAML.writeValueAsString(program.metadata()));
        for (var more : program.more().entrySet()) {
            Files.writeString(folder.resolve(more.getKey()), more.getValue());
        }
    }

    private static void table(Path file, List<String> header, Iterable<List<String>> rows) throws IOException {
        try (var csv = new CSVPrinter(Files.newBufferedWriter(file), CSV)) {
            csv.printRecord(header);
            for (var row : rows) {
                csv.printRecord(row);
            }
        }
    }
}

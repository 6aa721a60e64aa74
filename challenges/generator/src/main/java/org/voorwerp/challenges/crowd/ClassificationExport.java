package org.voorwerp.challenges.crowd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.voorwerp.challenges.chance.Chance;

/// Writes classifications as the Zooniverse exports them: a CSV file with JSON in its last columns, one row a
/// classification, the retired state of a subject as it is at the end.
public final class ClassificationExport {
    private static final DateTimeFormatter SERVER = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BROWSER = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String[] HEADER = {
        "classification_id", "user_name", "user_id", "user_ip", "workflow_id", "workflow_name", "workflow_version",
        "created_at", "gold_standard", "expert", "metadata", "annotations", "subject_data", "subject_ids"
    };
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader(HEADER)
            .get();

    private final Question question;
    private final Instant reworded;
    private final Map<Subject, String> subjectData;
    private final Chance chance;

    private ClassificationExport(Question question, List<Classification> classifications, long seed) {
        this.question = question;
        this.reworded = classifications.get(classifications.size() / 3).finished();
        this.subjectData = subjectData(classifications);
        this.chance = Chance.of(seed, "export", 0);
    }

    /// Writes the export; the classifications are in order of time. A third of the way through, the question was
    /// re-worded, which is a new minor version; the trial ran on the major version before.
    public static void write(Path file, Question question, List<Classification> classifications, long seed)
            throws IOException {
        var export = new ClassificationExport(question, classifications, seed);
        long id = 412_000_000;
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                var printer = new CSVPrinter(writer, FORMAT)) {
            for (var classification : classifications) {
                id += 1 + export.chance.below(9);
                export.row(printer, id, classification);
            }
        }
    }

    private void row(CSVPrinter printer, long id, Classification classification) throws IOException {
        var volunteer = classification.volunteer();
        boolean gold = classification.kind() == Classification.Kind.GOLD;
        var wording = classification.finished().isBefore(reworded)
                ? question.wordings().getFirst()
                : question.wordings().getLast();
        int major = classification.kind() == Classification.Kind.BETA ? question.major() - 1 : question.major();
        var subject = classification.subject();
        printer.printRecord(
                id,
                volunteer.name(),
                volunteer.userId(),
                volunteer.address(),
                question.workflow(),
                question.title(),
                major + "." + wording.minor(),
                SERVER.format(classification.finished().plusSeconds(1)),
                gold ? "true" : "",
                gold ? "expert" : "",
                metadata(classification),
                annotations(classification, wording.text()),
                subjectData.get(subject),
                subject.id());
    }

    private String metadata(Classification classification) {
        var started = classification.finished().minusMillis((long) (1000 * classification.seconds()));
        return """
                {"session":"%s","started_at":"%s","finished_at":"%s","utc_offset":"%d","live_project":%b}""".formatted(
                        classification.session(),
                        BROWSER.format(started),
                        BROWSER.format(classification.finished()),
                        classification.volunteer().utcOffset(),
                        classification.kind() != Classification.Kind.BETA);
    }

    private String annotations(Classification classification, String text) {
        var answer = classification.answer();
        return "[{\"task\":\"T0\",\"task_label\":" + quoted(text) + ",\"value\":"
                + (answer == null ? "null" : quoted(question.answers().get(answer))) + "}]";
    }

    private static Map<Subject, String> subjectData(List<Classification> classifications) {
        var live = classifications.stream()
                .filter(classification -> classification.kind() == Classification.Kind.LIVE)
                .collect(Collectors.groupingBy(
                        Classification::subject, Collectors.mapping(Classification::finished, Collectors.toList())));
        var data = new HashMap<Subject, String>();
        live.forEach((subject, times) -> data.put(subject, subjectData(subject, times)));
        return data;
    }

    private static String subjectData(Subject subject, List<Instant> times) {
        var text = new StringBuilder("{\"").append(subject.id()).append("\":{\"retired\":");
        if (times.size() < Campaign.RETIREMENT) {
            text.append("null");
        } else {
            var retired = BROWSER.format(times.get(Campaign.RETIREMENT - 1).plusMillis(480));
            text.append("{\"classifications_count\":%d,\"retired_at\":\"%s\",".formatted(times.size(), retired));
            text.append("\"subject_id\":%d,\"retirement_reason\":\"classification_count\"}".formatted(subject.id()));
        }
        subject.metadata()
                .forEach((key, value) ->
                        text.append(',').append(quoted(key)).append(':').append(quoted(value)));
        return text.append("}}").toString();
    }

    /// The generator's own texts hold nothing that JSON would have to escape but quotes and backslashes.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

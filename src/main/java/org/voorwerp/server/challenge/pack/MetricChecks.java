package org.voorwerp.server.challenge.pack;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.program.ProgramCommand;

/// The metrics: those of the catalogue with their parameters, queries, and programs. What queries and programs give is
/// seen when the pack is built, since it takes the data.
final class MetricChecks {

    /// What scores can be called in JSON, CSV and addresses.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,59}");

    private final Checking checking;
    private final Place metrics;

    MetricChecks(Checking checking) {
        this.checking = checking;
        this.metrics = checking.root().get("metrics");
    }

    void check() {
        checkPrimary();
        for (var metric : metrics.items()) {
            if (metric.get("sql").exists() || metric.get("program").exists()) {
                checkOwn(metric);
            } else {
                checkNamed(metric);
            }
        }
    }

    private void checkPrimary() {
        var primary = metrics.items().stream()
                .filter(metric -> metric.get("primary").node().asBoolean())
                .toList();
        if (metrics.items().size() > 1 && primary.isEmpty()) {
            checking.tell(metrics.finding("one of the metrics must be primary: it decides the rank"));
        }
        primary.stream()
                .skip(1)
                .forEach(second -> checking.tell(
                        second.get("primary").finding("only one metric can be primary; another one is already")));
    }

    private void checkNamed(Place metric) {
        if (metric.get("direction").exists()) {
            checking.tell(metric.get("direction")
                    .finding("a metric of the catalogue knows its direction: remove it, or give sql or program"));
        }
        var kind = checking.kind();
        var name = metric.get("name").text();
        if (kind == null || name.isEmpty()) {
            return;
        }
        boolean known = isKnown(kind, name.get());
        try {
            checking.metrics().configure(kind, name.get(), name.get(), null, PackReader.parameters(metric), false);
        } catch (IllegalArgumentException e) {
            var at = known && metric.get("parameters").exists() ? metric.get("parameters") : metric.get("name");
            checking.tell(at.finding(Objects.requireNonNull(e.getMessage())));
        }
    }

    private boolean isKnown(TaskKind kind, String name) {
        try {
            checking.metrics().configure(kind, name, name, null, Map.of(), false);
            return true;
        } catch (IllegalArgumentException e) {
            return !String.valueOf(e.getMessage()).startsWith("there is no metric");
        }
    }

    private void checkOwn(Place metric) {
        var program = metric.get("program");
        if (metric.get("sql").exists() && program.exists()) {
            checking.tell(program.finding("a metric is either sql or program; make two metrics of it"));
        }
        if (metric.get("parameters").exists()) {
            checking.tell(metric.get("parameters")
                    .finding("sql and program take no parameters: write the values into the query or the program"));
        }
        if (metric.get("weight").exists() && program.exists()) {
            checking.tell(metric.get("weight").finding("a program takes no weight: let it weigh subjects itself"));
        }
        if (!metric.get("direction").exists()) {
            checking.tell(metric.finding("direction is missing: higher or lower, whichever is better"));
        }
        var name = metric.get("name");
        if (name.text().isPresent() && !NAME.matcher(name.text().get()).matches()) {
            checking.tell(name.valueFinding(
                    "what sql or program gives must be called by letters, digits, _, . and -, at most 60; give the board"
                            + " another title"));
        }
        if (program.text().isPresent() && checking.isSafe(program)) {
            checkProgram(program, program.text().get());
        }
    }

    private void checkProgram(Place program, String folder) {
        checking.programsProblem()
                .ifPresent(
                        problem -> checking.tell(program.valueFinding("a scoring program cannot be run: " + problem)));
        try {
            problem(folder).ifPresent(problem -> checking.tell(program.valueFinding(problem)));
        } catch (IOException e) {
            checking.tell(program.valueFinding(folder + " cannot be read: " + e.getMessage()));
        }
    }

    /// What is wrong with the command of the program in a folder.
    private Optional<String> problem(String folder) throws IOException {
        for (var file : ProgramCommand.FILES) {
            try (var in = checking.files().open(folder + "/" + file)) {
                if (in != null) {
                    ProgramCommand.of(in.readNBytes(ProgramCommand.MOST_BYTES + 1));
                    return Optional.empty();
                }
            } catch (MetricFault e) {
                return Optional.of(folder + "/" + file + ": " + e.getMessage());
            }
        }
        return Optional.of(
                "there is no file " + folder + "/metadata.yaml in the pack, which would hold the program's command");
    }
}

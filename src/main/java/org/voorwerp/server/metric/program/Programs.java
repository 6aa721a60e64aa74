package org.voorwerp.server.metric.program;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.server.metric.ComparedColumn;
import org.voorwerp.server.metric.ComparedColumn.Texts;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.program.ProgramFiles.Form;
import org.voorwerp.server.metric.sandbox.Job;
import org.voorwerp.server.metric.sandbox.Limits;
import org.voorwerp.server.metric.sandbox.Outcome;
import org.voorwerp.server.metric.sandbox.Sandbox;

/// Runs scoring programs. A program sees its own folder, the truth of the part scored as `input/ref/solution.csv` and
/// the predictions as `input/res/predictions.csv`; what it writes to `output` is in memory and gone when it ends, but
/// for its scores.
@ApplicationScoped
public class Programs {

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /// How large scores.json may be.
    private static final int MOST_OUTPUT = 1 << 20;

    /// What one process may reserve above what all may hold.
    private static final long RESERVED = 512L << 20;

    /// Runs the command, given as arguments, and says how it ended: the answer is read from inside the sandbox, where a
    /// link leads to nothing that the program could not read itself.
    private static final String SCRIPT = """
            "$@" </dev/null 1>&2
            status=$?
            cd /app/output || exit 1
            for file in scores.json scores.txt; do
              if [ $status -ne 0 ]; then echo "ended $status"; exit
              elif [ -L $file ]; then echo "link $file"; exit
              elif [ -f $file ]; then echo "file $file"; exec cat $file
              fi
            done
            echo nothing
            """;

    /// One thread and no random order: the same numbers each time.
    private static final Map<String, String> ENVIRONMENT = new TreeMap<>(Map.of(
            "PATH", "/usr/local/bin:/usr/bin:/bin",
            "HOME", "/tmp",
            "LANG", "C.UTF-8",
            "TZ", "UTC",
            "OMP_NUM_THREADS", "1",
            "OPENBLAS_NUM_THREADS", "1",
            "MKL_NUM_THREADS", "1",
            "PYTHONHASHSEED", "0",
            "PYTHONDONTWRITEBYTECODE", "1"));

    private final ProgramConfig config;

    public Programs(ProgramConfig config) {
        this.config = config;
    }

    /// What came of a run.
    ///
    /// @param log the beginning and the end of what the program wrote besides its scores
    record Run(ScoresFile scores, String log) {}

    /// Lets a program score what is compared.
    ///
    /// @throws MetricFault if it fails, with its log
    Run run(ProgramSource source, Comparison comparison) {
        var problem = Sandbox.problem();
        if (problem.isPresent()) {
            throw new MetricFault("a scoring program cannot be run: " + problem.get());
        }
        try {
            var folder = Sandbox.folder("voorwerp-program-");
            try {
                var program = Files.createDirectories(folder.resolve("program"));
                source.copyTo(program);
                var metadata = ProgramCommand.metadata(program);
                var command = ProgramCommand.of(metadata);
                write(comparison, ProgramCommand.files(metadata), folder.resolve("input"));
                Sandbox.handOver(folder);
                var outcome = Sandbox.run(job(command, folder));
                return new Run(scores(outcome), outcome.log());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Comparison comparison, ProgramFiles files, Path input) throws IOException {
        var reference = Files.createDirectories(input.resolve("ref"));
        var result = Files.createDirectories(input.resolve("res"));
        write(comparison, ComparedColumn.truth(comparison), files.reference(), reference);
        write(comparison, ComparedColumn.prediction(comparison), files.predictions(), result);
    }

    private static void write(Comparison comparison, List<ComparedColumn> ours, Form form, Path folder)
            throws IOException {
        var all = new ArrayList<ComparedColumn>();
        all.add(new ComparedColumn(
                ComparedColumn.ID,
                new Texts(row -> comparison.truth().subjects().id(row))));
        all.addAll(ours);
        var columns = form.of(all);
        var format = CSV.builder().setDelimiter(form.delimiter()).get();
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(form.file()));
                var printer = new CSVPrinter(writer, format)) {
            if (form.header()) {
                printer.printRecord(form.names(all));
            }
            for (int i = 0; i < comparison.size(); i++) {
                int row = comparison.rows().position(i);
                for (var column : columns) {
                    printer.print(column.text(row));
                }
                printer.println();
            }
        }
    }

    private Job job(List<String> command, Path folder) {
        var script = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
        script.addAll(command);
        var visible = new TreeMap<Path, String>();
        config.folders().orElse(List.of()).forEach(path -> visible.put(path, path.toString()));
        visible.put(folder.resolve("program"), "/app/program");
        visible.put(folder.resolve("input"), "/app/input");
        long memory = config.memory().asLongValue();
        return new Job(
                script,
                ENVIRONMENT,
                visible,
                List.of("/tmp", "/app/output", "/app/shared"),
                "/app/program",
                Job.Input.NONE,
                new Limits(
                        memory,
                        memory + RESERVED,
                        config.processes(),
                        config.time(),
                        config.scratch().asLongValue(),
                        MOST_OUTPUT));
    }

    private static ScoresFile scores(Outcome outcome) {
        if (outcome.stopped() != null) {
            throw fault("the program " + outcome.stopped(), outcome);
        }
        var output = outcome.output();
        int line = 0;
        while (line < output.length && output[line] != '\n') {
            line++;
        }
        var content = Arrays.copyOfRange(output, Math.min(line + 1, output.length), output.length);
        var said = new String(output, 0, line, StandardCharsets.US_ASCII).split(" ", -1);
        return switch (said[0]) {
            case "file" -> read(said[1], content, outcome);
            case "link" -> throw fault(said[1] + " is a link; the program must write a file", outcome);
            case "ended" -> throw fault("the program ended with status " + said[1], outcome);
            case "nothing" -> throw fault("the program wrote no scores.json into $output", outcome);
            default -> throw fault("the program's process ended with status " + outcome.exit(), outcome);
        };
    }

    private static ScoresFile read(String name, byte[] content, Outcome outcome) {
        try {
            return name.equals("scores.json") ? ScoresFile.json(content) : ScoresFile.lines(content);
        } catch (MetricFault e) {
            throw fault(String.valueOf(e.getMessage()), outcome);
        }
    }

    private static MetricFault fault(String reason, Outcome outcome) {
        return new MetricFault(
                reason + (outcome.log().isBlank() ? "; its log is empty" : "; its log:\n" + outcome.log()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

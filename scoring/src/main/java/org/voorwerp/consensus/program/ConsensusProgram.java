package org.voorwerp.consensus.program;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.VoteReducer;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.table.Finding;
import org.voorwerp.table.TableException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Runs `voorwerp consensus`, see [ConsensusCommand]. What came of it goes to the output stream; progress, and what is
/// wrong with a file, to the error stream.
public final class ConsensusProgram {

    private static final int DONE = 0;
    private static final int WRONG_FILE = 1;
    private static final int WRONG_CALL = 2;

    /// More subjects than this are told by their number only; the provenance names them all.
    private static final int SHOWN = 20;

    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    private ConsensusProgram(PrintStream out, PrintStream err, Progress progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    public static void main(String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /// @return the exit status
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new ConsensusProgram(out, err, Progress.of(err)).run(arguments);
    }

    private int run(List<String> arguments) {
        var command = new ConsensusCommand();
        var line = new CommandLine(command)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        try {
            line.parseArgs(arguments.toArray(String[]::new));
            if (command.help) {
                line.usage(out);
                return DONE;
            }
            return run(command);
        } catch (ParameterException e) {
            err.println(e.getMessage());
            err.println("voorwerp consensus --help tells what there is.");
            return WRONG_CALL;
        } catch (Failure e) {
            progress.clear();
            err.println(e.getMessage());
            return WRONG_CALL;
        }
    }

    private int run(ConsensusCommand command) {
        try {
            consensus(command);
            return DONE;
        } catch (ConsensusException e) {
            tell(e.file() == null ? command.file : e.file(), e.findings(), e.count());
        } catch (TableException e) {
            tell(command.file, List.of(e.finding()), 1);
        } catch (NoSuchFileException e) {
            tell(e.getFile() + ": there is no such file");
        } catch (IOException e) {
            tell("cannot read or write: " + e);
        } catch (UncheckedIOException e) {
            tell("cannot read or write: " + e.getCause());
        } catch (OutOfMemoryError e) {
            tell("more memory is needed: set VOORWERP_JAVA_OPTIONS=-Xmx… to more than "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        }
        return WRONG_FILE;
    }

    private void tell(String message) {
        progress.clear();
        err.println(message);
    }

    private void tell(Path file, List<Finding> findings, long count) {
        findings.forEach(finding -> tell(file + ": " + finding));
        if (count > findings.size()) {
            tell(file + ": and " + (count - findings.size()) + " more");
        }
    }

    private void consensus(ConsensusCommand command) throws IOException {
        if (!Files.exists(command.file)) {
            throw new NoSuchFileException(command.file.toString());
        }
        if (!Files.isRegularFile(command.file)) {
            throw new Failure(
                    command.file + " is no file that can be read more than once; save what a pipe brings first");
        }
        var kind = InputKind.of(command.file, command.columns.hasCounts(), command.workflow != null);
        var reducer = command.reducer == null ? usual(kind, command.weights != null) : command.reducer;
        if (command.weights != null && !reducer.equals("plurality")) {
            throw new Failure("--weights counts votes by weight: it goes with single votes, and not with " + reducer);
        }
        var output = command.outputs.output(command.weights == null ? reducer : VoteConsensus.WEIGHTS);
        var digest = Digest.begin(command.file);
        var outcome = reduce(command, kind, reducer, output);
        var files = Written.beside(command, kind, digest.end(), output, outcome);
        progress.clear();
        outcome.warnings().forEach(warning -> tell(command.file + ": warning: " + warning));
        summarise(outcome);
        out.println("written: " + output);
        files.forEach(file -> out.println("written: " + file));
    }

    private static String usual(InputKind kind, boolean weighted) {
        return switch (kind) {
            case EXPORT, EXTRACTS, LABELS -> weighted ? "plurality" : CrowdModels.STANDARD;
            case COUNTS -> "plurality";
            case CLICKS -> ClickLetters.REDUCER;
        };
    }

    private Outcome reduce(ConsensusCommand command, InputKind kind, String reducer, Path output) throws IOException {
        switch (kind) {
            case CLICKS -> {
                if (!reducer.equals(ClickLetters.REDUCER)) {
                    throw new Failure("clicks become letters by " + ClickLetters.REDUCER + ", not by " + reducer);
                }
                return new ClickLetters(command, progress).run(output);
            }
            case COUNTS -> {
                if (!reducer.equals("plurality")) {
                    throw new Failure("votes already counted have no volunteers: plurality, not " + reducer);
                }
                return new CountedVotes(command, progress, model(command, reducer)).run(output);
            }
            case EXPORT, EXTRACTS, LABELS -> {}
        }
        if (ReducerNames.has(reducer)) {
            if (kind == InputKind.LABELS) {
                throw new Failure(
                        reducer + " reduces exports and extracts; this is neither, so take plurality or a model");
            }
            return new ExtractReduction(command, progress, ReducerNames.of(reducer, command.settings))
                    .run(kind, output);
        }
        return new VoteConsensus(command, progress, model(command, reducer)).run(kind, output);
    }

    private static VoteReducer model(ConsensusCommand command, String name) {
        try {
            return VoteReducer.of(name, Settings.parameters(command.settings));
        } catch (IllegalArgumentException e) {
            throw new Failure("--reducer " + name + ": " + e.getMessage()
                    + (VoteReducer.exists(name)
                            ? ""
                            : ", plurality; and as panoptes_aggregation has them " + ReducerNames.all()));
        }
    }

    private void summarise(Outcome outcome) {
        out.println(outcome.rows());
        outcome.leftOut().forEach((why, subjects) -> out.println("subjects left out: " + subjects + ", " + why));
        outcome.refused().stream()
                .limit(SHOWN)
                .forEach(subject -> out.println(
                        "left out: subject " + subject.subject() + ", task " + subject.task() + ": " + subject.why()));
        if (outcome.refused().size() > SHOWN) {
            out.println("and " + (outcome.refused().size() - SHOWN) + " more, all named in the provenance");
        }
        out.println(outcome.subjects() + " rows of consensus");
    }
}

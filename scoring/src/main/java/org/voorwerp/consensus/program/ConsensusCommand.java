package org.voorwerp.consensus.program;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.crowd.CrowdModels;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What can be asked for.
@Command(
        name = "voorwerp consensus",
        description = "Makes one of what volunteers said of each subject: writes a table of consensus, a report and the"
                + " provenance.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Exit status: 0 done, 1 something is wrong with a file, 2 called wrongly.",
            "Reducers of panoptes_aggregation and models: docs/consensus.md, docs/consensus-marks.md."
        })
final class ConsensusCommand {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A classification export of the Zooniverse; a table of extracts; a file of votes (task, worker,"
                            + " label); a table of counted votes; or Ancient Lives' clicks. May be compressed (gzip, or a zip"
                            + " of one file).")
    Path file = Path.of("");

    @Option(names = "--workflow", paramLabel = "ID", description = "The workflow of an export.")
    @Nullable
    Long workflow;

    @Option(names = "--task", paramLabel = "KEY", description = "The task, e.g. T0.")
    @Nullable
    String task;

    @Option(
            names = "--reducer",
            paramLabel = "NAME",
            description = "How votes become one: plurality, a model (opinion-pool, dawid-skene, one-coin, mace, glad,"
                    + " swap, wawa, zero-based-skill, consistency), or a reducer of panoptes_aggregation"
                    + " (question_reducer, shape_reducer_dbscan, …). Default: " + CrowdModels.STANDARD
                    + "; letters for clicks.")
    @Nullable
    String reducer;

    @Option(
            names = "--extractor",
            paramLabel = "NAME",
            description = "How an annotation is read, e.g. shape_extractor. Default: what the reducer needs.")
    @Nullable
    String extractor;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the reducer or a parameter of the model, e.g. eps=5.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--extract-set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the extractor, e.g. tools=[0,1].")
    Map<String, String> extractSettings = new LinkedHashMap<>();

    @Option(
            names = "--workflows",
            paramLabel = "FILE",
            description = "The workflow export: answers are known by their index, tools by what they draw.")
    @Nullable
    Path workflows;

    @Option(
            names = "--subjects",
            paramLabel = "FILE",
            description =
                    "The subject export: what volunteers could see of each subject is added as metadata.… columns.")
    @Nullable
    Path subjects;

    @Option(
            names = "--gold",
            paramLabel = "FILE",
            description = "What experts say (subject, gold): models learn from it, certainty is calibrated on it.")
    @Nullable
    Path gold;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Count votes by these weights (volunteer, weight), instead of --reducer.")
    @Nullable
    Path weights;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of what is drawn: the interval of Krippendorff's alpha. Default: 1.")
    long seed = 1;

    @Option(names = "--one-volunteer", description = "Models go on where all votes are by one volunteer, too.")
    boolean oneVolunteer;

    @ArgGroup(validate = false, heading = "%nWhich rows count:%n")
    RowOptions rows = new RowOptions();

    @ArgGroup(validate = false, heading = "%nTables that are no export:%n")
    ColumnOptions columns = new ColumnOptions();

    @ArgGroup(validate = false, heading = "%nWhat is written:%n")
    OutputOptions outputs = new OutputOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This text.")
    boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// All that stood on the command line, in its order.
    List<String> arguments() {
        return spec.commandLine().getParseResult().originalArgs();
    }

    long workflow() {
        if (workflow == null) {
            throw new Failure("name the workflow of the export: --workflow ID");
        }
        return workflow;
    }

    String task() {
        if (task == null) {
            throw new Failure("name the task: --task T0");
        }
        return task;
    }
}

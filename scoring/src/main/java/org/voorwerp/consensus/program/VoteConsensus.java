package org.voorwerp.consensus.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.voorwerp.consensus.Ballots;
import org.voorwerp.consensus.Classifications;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.CrowdReducer;
import org.voorwerp.consensus.GoldLabels;
import org.voorwerp.consensus.LabelledVotes;
import org.voorwerp.consensus.Recipe;
import org.voorwerp.consensus.Recipe.Reading;
import org.voorwerp.consensus.SingleVotes;
import org.voorwerp.consensus.VoteReducer;
import org.voorwerp.consensus.VotesBuilder;
import org.voorwerp.consensus.crowd.Fit;
import org.voorwerp.consensus.crowd.Fits;
import org.voorwerp.consensus.crowd.weighting.WeightedVotes;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.panoptes.SpecialRows;
import org.voorwerp.consensus.reduce.Reduction;
import org.voorwerp.consensus.report.CrowdReport;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.table.TableException;

/// Makes one of single votes, by plurality or by a model.
final class VoteConsensus {

    static final String WEIGHTS = "weights";

    private final ConsensusCommand command;
    private final Progress progress;
    private final VoteReducer reducer;

    VoteConsensus(ConsensusCommand command, Progress progress, VoteReducer reducer) {
        this.command = command;
        this.progress = progress;
        this.reducer = reducer;
    }

    Outcome run(InputKind kind, Path output) throws IOException {
        var source = kind == InputKind.EXPORT ? classifications() : labels();
        var metadata = Metadata.read(command.subjects);
        var ballots = kind == InputKind.EXTRACTS ? readExtracts(source) : read(source);
        if (!command.oneVolunteer || ballots.votes().size() == 0) {
            ballots.requireCrowd();
        }
        var votes = ballots.votes();
        var gold = command.gold == null
                ? Gold.none(votes)
                : Gold.of(votes, GoldLabels.read(command.gold, votes.classes()));
        var judge = reducer instanceof CrowdReducer model ? model : CrowdReducer.standard();
        var fits = new Fits(votes, gold);
        boolean modelled = reducer instanceof CrowdReducer;
        // Counting needs no model; a judge of what was counted does, where there is somebody to read it.
        boolean judged = modelled || !command.outputs.noReport || command.gold != null;
        progress.begin(judged ? "fitting " + judge.name() : "counting");
        var fit = judged ? judge.fit(fits) : null;
        var consensus = command.weights != null
                ? CrowdReducer.consensus(votes, weighted(command.weights, votes, gold))
                : modelled && fit != null ? CrowdReducer.consensus(votes, fit) : reducer.reduce(votes, gold);
        progress.begin("judging volunteers");
        var report = fit == null
                ? null
                : CrowdReport.of(
                        fits, judge.configured(), ((ClassAnswers) consensus.answers()).labels(), true, command.seed);
        progress.begin("writing");
        var calibration = report == null ? null : report.calibration();
        var rows = new VoteRows(
                consensus,
                votes.counts(),
                modelled && fit != null && fit.kind() == Fit.Kind.PROBABILITIES ? fit.posterior() : null,
                calibration == null || fit == null ? null : calibration.apply(fit.posterior()));
        var made = rows.rows(
                command.workflow == null ? "" : command.workflow.toString(),
                command.task == null ? "" : command.task,
                source.minimumVotes(),
                source.ties());
        var name = command.weights == null ? reducer.name() : WEIGHTS;
        int written = Reduction.write(output, name, made, metadata.columns(), metadata::of);
        if (command.outputs.volunteers != null) {
            VolunteerTable.write(command.outputs.volunteers, fits);
        }
        return new Outcome(
                recipe(source), ballots.rows(), written, rows.leftOut(), List.of(), List.of(), report, List.of());
    }

    private static Fit weighted(Path file, Votes votes, Gold gold) throws IOException {
        try {
            return WeightedVotes.under(votes, gold, Weights.read(file, votes));
        } catch (TableException e) {
            throw ConsensusException.of(file, e);
        }
    }

    private Ballots read(SingleVotes source) throws IOException {
        double all = Files.size(command.file) / 1e6;
        progress.begin("reading");
        return source.read(command.columns.classes(), bytes -> progress.at(bytes / 1e6, all, "MB"));
    }

    private Ballots readExtracts(SingleVotes source) throws IOException {
        progress.begin("reading");
        var builder = new VotesBuilder();
        long[] unanswered = new long[1];
        var read = new ExtractInput(command).read(row -> {
            var answer = ExtractedVotes.answer(row);
            if (answer.isEmpty()) {
                unanswered[0]++;
            } else {
                builder.add(ExtractedVotes.vote(row, answer));
            }
        });
        var repeats = command.rows.repeats();
        var votes = builder.build(builder.classesSeen(), repeats);
        var tally = read.without(Reason.NO_ANSWER.words(), unanswered[0])
                .without(Reason.DUPLICATE.words(), builder.duplicates())
                .without(Reason.REPEAT.words(), builder.repeats());
        return new Ballots(votes, tally, 0);
    }

    private Classifications classifications() {
        var options = command.rows;
        var recipe = new Recipe(
                options.selection(command.workflow(), SpecialRows.LEAVE_OUT),
                command.task(),
                reading(),
                options.answers,
                reducer,
                options.repeats(),
                options.minimumVotes(),
                options.ties());
        return new Classifications(command.file, recipe, command.workflows, command.gold);
    }

    private Reading reading() {
        if (command.extractor == null) {
            return Reading.QUESTION;
        }
        return switch (command.extractor) {
            case "question", "question_extractor", "shortcut_extractor" -> Reading.QUESTION;
            case "pairs" -> Reading.PAIRS;
            case "survey", "survey_extractor" -> Reading.SURVEY;
            case "dropdown", "dropdown_extractor" -> Reading.DROPDOWN;
            default ->
                throw new Failure(reducer.name() + " counts votes for classes, which " + command.extractor
                        + " does not give; there are question_extractor, pairs (several answers given together are one),"
                        + " survey_extractor and dropdown_extractor");
        };
    }

    private LabelledVotes labels() {
        var options = command.rows;
        return new LabelledVotes(
                command.file,
                command.columns.labels(),
                reducer,
                options.repeats(),
                options.minimumVotes(),
                options.ties(),
                command.gold);
    }

    private static Object recipe(SingleVotes source) {
        return source instanceof Classifications(var _, var recipe, var _, var _)
                ? recipe
                : Objects.requireNonNull(source.choices());
    }

    /// What the crowd's votes say, where another reducer made the consensus: the standard model is the judge.
    static CrowdReport judged(Votes votes, long seed) {
        var judge = CrowdReducer.standard();
        var fits = new Fits(votes, Gold.none(votes));
        return CrowdReport.of(fits, judge.configured(), judge.fit(fits).labels(), true, seed);
    }
}

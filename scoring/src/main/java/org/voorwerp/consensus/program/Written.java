package org.voorwerp.consensus.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Provenance.Input;
import org.voorwerp.consensus.Tally;
import org.voorwerp.consensus.reduce.Reduction.Refused;
import org.voorwerp.consensus.report.CrowdReport;
import org.voorwerp.consensus.report.Figures;
import org.voorwerp.consensus.report.Merit;
import org.voorwerp.consensus.report.Rate;
import org.voorwerp.consensus.report.ReportPage;
import org.voorwerp.consensus.report.ReportPage.Rows;

/// What is written beside a consensus: provenance and report.
final class Written {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final int SHOWN = 50;

    private Written() {}

    /// What a consensus was made of: who has the same files and the same recipe has the same table.
    ///
    /// @param arguments of the command, all of them: how a file is read is not in every recipe
    private record Provenance(
            List<String> arguments,
            String kind,
            List<Input> inputs,
            Object recipe,
            long seed,
            Tally rows,
            Map<String, Integer> leftOut,
            List<Refused> refused,
            Input output) {}

    /// Returns the files written.
    ///
    /// @param input the file of the command
    static List<Path> beside(ConsensusCommand command, InputKind kind, Input input, Path output, Outcome outcome)
            throws IOException {
        var inputs = new ArrayList<>(List.of(input));
        for (var file : Stream.of(command.workflows, command.subjects, command.gold, command.weights)
                .filter(Objects::nonNull)
                .toList()) {
            inputs.add(Input.of(file));
        }
        var provenance = JSON.writeValueAsString(new Provenance(
                command.arguments(),
                kind.word(),
                inputs,
                outcome.recipe(),
                command.seed,
                outcome.rows(),
                outcome.leftOut(),
                outcome.refused(),
                Input.of(output)));
        var files = new ArrayList<Path>();
        files.add(OutputOptions.beside(output, ".provenance.json"));
        Files.writeString(files.getLast(), provenance + "\n");
        if (!command.outputs.noReport) {
            files.add(command.outputs.report == null ? OutputOptions.beside(output, ".html") : command.outputs.report);
            Files.writeString(files.getLast(), page(command, outcome).html(provenance));
        }
        return files;
    }

    private static ReportPage page(ConsensusCommand command, Outcome outcome) {
        var page = new ReportPage(
                "Consensus of " + command.file.getFileName(), outcome.rows().toString() + ".");
        page.fact("Rows read", count(outcome.rows().read()));
        page.fact("Rows used", count(outcome.rows().used()));
        page.fact("Rows of consensus", count(outcome.subjects()));
        var crowd = outcome.crowd();
        if (crowd != null) {
            facts(page, crowd);
            page.figures(Figures.of(crowd));
        }
        page.figures(outcome.figures());
        page.figures(List.of(Figures.dropped(outcome.rows().dropped())));
        if (!outcome.leftOut().isEmpty()) {
            page.table(new Rows(
                    "Subjects left out",
                    List.of("Reason", "Subjects"),
                    outcome.leftOut().entrySet().stream()
                            .map(entry -> List.of(entry.getKey(), count(entry.getValue())))
                            .toList()));
        }
        if (!outcome.refused().isEmpty()) {
            page.table(new Rows(
                    "Subjects that cannot be reduced",
                    List.of("Subject", "Task", "Why"),
                    outcome.refused().stream()
                            .limit(SHOWN)
                            .map(subject -> List.of(subject.subject(), subject.task(), subject.why()))
                            .toList()));
        }
        if (crowd != null && crowd.merits() != null) {
            page.table(volunteers(crowd.merits().most()));
        }
        return page;
    }

    private static void facts(ReportPage page, CrowdReport crowd) {
        page.fact("Votes", count(crowd.votes()));
        if (crowd.merits() != null) {
            page.fact("Volunteers", count(crowd.merits().volunteers()));
        }
        if (crowd.krippendorff() != null) {
            page.fact("Krippendorff's α", decimal(crowd.krippendorff().alpha()));
        }
        if (crowd.fleiss() != null) {
            page.fact("Fleiss' κ", decimal(crowd.fleiss().kappa()));
        }
        if (crowd.model() != null) {
            page.fact("Model", crowd.model());
        }
        if (crowd.gold() > 0) {
            page.fact("Gold standard", count(crowd.gold()) + " subjects");
        }
        if (crowd.calibration() != null) {
            page.fact("Mean certainty", decimal(crowd.doubt().meanCertainty()));
        }
    }

    private static Rows volunteers(List<Merit> merits) {
        return new Rows(
                "Volunteers with the most votes",
                List.of(
                        "Volunteer",
                        "Votes",
                        "Agrees with the others",
                        "Agrees with experts",
                        "Accuracy",
                        "Bits a vote"),
                merits.stream()
                        .limit(SHOWN)
                        .map(merit -> List.of(
                                merit.volunteer(),
                                count(merit.votes()),
                                rate(merit.others()),
                                rate(merit.gold()),
                                rate(merit.accuracy()),
                                rate(merit.bits())))
                        .toList());
    }

    private static String rate(@Nullable Rate rate) {
        return rate == null
                ? "–"
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", rate.value(), rate.low(), rate.high());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}

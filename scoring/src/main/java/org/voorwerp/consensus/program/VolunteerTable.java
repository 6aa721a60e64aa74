package org.voorwerp.consensus.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.voorwerp.consensus.crowd.Fits;
import org.voorwerp.consensus.crowd.Skill;
import org.voorwerp.consensus.merit.FigureOfMerit;
import org.voorwerp.consensus.merit.FiguresOfMerit;
import org.voorwerp.consensus.merit.Share;
import org.voorwerp.consensus.report.Merits;

/// Every volunteer's figure of merit, one row a volunteer: `user_id` or `user_name` as the export has it, agreement
/// with all others and with the gold standard, and skill by models; `_low` and `_high` are the ends of 95 % intervals.
final class VolunteerTable {

    private VolunteerTable() {}

    /// With the skills by all models fitted so far, and by the one that the report judges by.
    static void write(Path file, Fits fits) throws IOException {
        var _ = Merits.fit(fits);
        var votes = fits.votes();
        var figures = new FiguresOfMerit(votes, fits.gold(), fits.made());
        var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (var printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
            printer.printRecord(header(fits.made().keySet()));
            for (int j = 0; j < votes.volunteers().size(); j++) {
                printer.printRecord(cells(figures.of(j)));
            }
        }
    }

    private static List<String> header(Iterable<String> models) {
        var header = new ArrayList<>(List.of("volunteer", "votes"));
        for (var share : List.of("others", "gold")) {
            header.addAll(List.of(share, share + "_low", share + "_high", share + "_of"));
        }
        header.add("beyond_chance");
        for (var model : models) {
            header.addAll(List.of(
                    model + "_accuracy",
                    model + "_accuracy_low",
                    model + "_accuracy_high",
                    model + "_bits",
                    model + "_bits_low",
                    model + "_bits_high"));
        }
        return header;
    }

    private static List<Object> cells(FigureOfMerit figure) {
        var cells = new ArrayList<Object>(List.of(figure.volunteer(), figure.votes()));
        add(cells, figure.others());
        add(cells, figure.gold());
        cells.add(number(figure.beyondChance()));
        figure.skills().values().forEach(skill -> add(cells, skill));
        return cells;
    }

    private static void add(List<Object> cells, Share share) {
        cells.addAll(List.of(
                number(share.value()),
                number(share.interval().low()),
                number(share.interval().high()),
                share.of()));
    }

    private static void add(List<Object> cells, Skill skill) {
        cells.addAll(List.of(
                number(skill.accuracy()),
                number(skill.interval().low()),
                number(skill.interval().high())));
        var information = skill.information();
        cells.addAll(
                information == null
                        ? List.of("", "", "")
                        : List.of(
                                number(information.bits()),
                                number(information.interval().low()),
                                number(information.interval().high())));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}

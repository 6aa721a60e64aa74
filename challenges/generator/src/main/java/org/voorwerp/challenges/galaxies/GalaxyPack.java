package org.voorwerp.challenges.galaxies;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.voorwerp.challenges.chance.Chance;

/// The data of galaxy-mergers: `subjects.csv`, the attributes of 20,000 galaxies, and `votes.csv`, what volunteers
/// said
/// of them.
public final class GalaxyPack {
    static final int GALAXIES = 20_000;
    static final int FIELDS = 240;
    static final long SEED = 2010;

    private GalaxyPack() {}

    /// Makes the pack's data in the folder, which exists.
    public static void write(Path folder) throws IOException {
        var galaxies = galaxies();
        subjects(folder.resolve("subjects.csv"), galaxies);
        votes(folder.resolve("votes.csv"), galaxies);
    }

    /// All galaxies, in an order that says nothing.
    static List<Galaxy> galaxies() {
        var fields = new ArrayList<Field>();
        var places = new ArrayList<Field>();
        var survey = Chance.of(SEED, "survey", 0);
        var crowding = new double[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            fields.add(Field.of(i, survey));
            crowding[i] = survey.logNormal(1, 0.3);
        }
        for (int i = 0; i < GALAXIES; i++) {
            places.add(fields.get(survey.pick(crowding)));
        }
        var objects = new HashMap<Field, Integer>();
        var galaxies = new ArrayList<Galaxy>();
        for (int i = 0; i < GALAXIES; i++) {
            var field = places.get(i);
            // The pipeline numbers everything it detects; a galaxy large enough to be looked at comes every few
            // numbers.
            int object = objects.merge(field, 1 + survey.below(5), Integer::sum);
            galaxies.add(Galaxy.of(field.objid(object), field, Chance.of(SEED, "galaxy", i)));
        }
        survey.shuffle(galaxies);
        return List.copyOf(galaxies);
    }

    private static void subjects(Path file, List<Galaxy> galaxies) throws IOException {
        var header = new ArrayList<>(List.of("objid", "field"));
        for (var attribute : Attribute.values()) {
            header.add(attribute.column);
        }
        try (var printer = printer(file, header)) {
            for (var galaxy : galaxies) {
                var row = new ArrayList<Object>(
                        List.of(galaxy.objid(), galaxy.field().name()));
                for (var attribute : Attribute.values()) {
                    row.add(decimal(galaxy.attributes()[attribute.ordinal()], attribute.decimals));
                }
                printer.printRecord(row);
            }
        }
    }

    private static void votes(Path file, List<Galaxy> galaxies) throws IOException {
        var header = new ArrayList<>(List.of("objid", "total_votes"));
        for (var answer : Morphology.values()) {
            header.add(answer.answer() + "_count");
            header.add(answer.answer() + "_fraction");
        }
        try (var printer = printer(file, header)) {
            for (var galaxy : galaxies) {
                var row = new ArrayList<Object>(
                        List.of(galaxy.objid(), galaxy.votes().total()));
                for (var answer : Morphology.values()) {
                    row.add(galaxy.votes().counts()[answer.ordinal()]);
                    row.add(decimal(galaxy.votes().fraction(answer), 4));
                }
                printer.printRecord(row);
            }
        }
    }

    private static CSVPrinter printer(Path file, List<String> header) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setHeader(header.toArray(String[]::new))
                .get();
        return new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format);
    }

    private static String decimal(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}

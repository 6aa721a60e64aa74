package org.voorwerp.consensus.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.LabelFile;
import org.voorwerp.consensus.VoteTable;
import picocli.CommandLine.Option;

/// Where things stand in tables that are no export.
final class ColumnOptions {

    @Option(names = "--subject-column", paramLabel = "NAME", description = "Column of the subjects' ids.")
    @Nullable
    String subject;

    @Option(
            names = "--volunteer-column",
            paramLabel = "NAME",
            description = "Column of the volunteers, one row a vote.")
    @Nullable
    String volunteer;

    @Option(names = "--label-column", paramLabel = "NAME", description = "Column of the labels, one row a vote.")
    @Nullable
    String label;

    @Option(
            names = "--classes",
            paramLabel = "CLASS",
            split = ",",
            description = "The classes in their order, separated by commas. Default: those seen, sorted.")
    List<String> classes = new ArrayList<>();

    @Option(
            names = "--count",
            paramLabel = "CLASS=COLUMN",
            description = "Tables of counted votes: the column with a class' votes or their fraction. Once a class.")
    Map<String, String> counts = new LinkedHashMap<>();

    @Option(
            names = "--counts",
            paramLabel = "PATTERN",
            description = "The same for all --classes: t08_*_{class}_*_debiased, with {class} for the class and * for"
                    + " anything.")
    @Nullable
    String pattern;

    @Option(
            names = "--number-column",
            paramLabel = "NAME",
            description = "Tables of counted votes: the column with the number of votes behind fractions.")
    @Nullable
    String number;

    boolean hasCounts() {
        return !counts.isEmpty() || pattern != null;
    }

    LabelFile.Columns labels() {
        return LabelFile.Columns.named(subject, volunteer, label);
    }

    @Nullable
    List<String> classes() {
        return classes.isEmpty() ? null : classes;
    }

    /// The classes of a table of counted votes.
    List<String> counted() {
        if (pattern == null) {
            return classes.isEmpty() ? List.copyOf(counts.keySet()) : classes;
        }
        if (classes.isEmpty()) {
            throw new Failure("--counts needs the classes: name them as --classes a,b,c");
        }
        return classes;
    }

    VoteTable.Columns countColumns() {
        try {
            return pattern == null ? new VoteTable.Plain(counts) : new VoteTable.Pattern(pattern);
        } catch (IllegalArgumentException e) {
            throw new Failure("--counts: " + e.getMessage());
        }
    }
}

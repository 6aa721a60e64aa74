package org.voorwerp.server.challenge.build.analysis;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.attribute.AttributeAnalysis;
import org.voorwerp.consensus.attribute.AttributeTable;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.Definition.Analysis;
import org.voorwerp.server.challenge.build.source.SubjectTable;

/// Analyses what the published numbers know of the truth.
public final class Attributes {

    /// The case study formed combinations of so many attributes.
    private static final int BEST = 10;

    /// A combination is measured on all subjects, and there are a thousand. Published ids say nothing, so the first
    /// subjects by them are as good as any.
    private static final int MOST_SUBJECTS = 200_000;

    /// Of the sample for silhouettes. The seed of the hold-out is in no report.
    private static final long SEED = 1;

    private Attributes() {}

    /// @return null where no number is published, or no group is named and none goes without saying
    public static @Nullable AttributeAnalysis of(Definition definition, SubjectTable known, Subjects subjects) {
        var features = new Features(known, subjects);
        if (features.names().isEmpty()) {
            return null;
        }
        var wanted =
                definition.subjects() == null ? null : definition.subjects().analysis();
        boolean[] group = joined(group(wanted, subjects.train(), subjects), group(wanted, subjects.test(), subjects));
        if (group.length == 0 || !hasTwoGroups(group)) {
            return null;
        }
        var rows = Stream.of(subjects.train(), subjects.test())
                .flatMap(side -> Arrays.stream(features.attributes(side)))
                .limit(MOST_SUBJECTS)
                .toArray(double[][]::new);
        var columns = new double[features.names().size()][rows.length];
        for (int a = 0; a < columns.length; a++) {
            for (int i = 0; i < rows.length; i++) {
                columns[a][i] = rows[i][a];
            }
        }
        int largest = wanted == null ? BEST : Objects.requireNonNullElse(wanted.largest(), BEST);
        var table = new AttributeTable(features.names(), columns, Arrays.copyOf(group, rows.length));
        return hasTwoGroups(table.positive()) ? AttributeAnalysis.of(table, BEST, largest, SEED) : null;
    }

    /// Which subjects of a side belong to the group; none at all where it is not known which group is meant.
    private static boolean[] group(@Nullable Analysis wanted, Side side, Subjects subjects) {
        return switch (side.answers()) {
            case ClassAnswers(var classes, var labels, var _) -> {
                int wantedClass = wanted != null ? classes.indexOf(wanted.about()) : classes.size() == 2 ? 1 : -1;
                yield wantedClass < 0 ? new boolean[0] : booleans(labels.length, i -> labels[i] == wantedClass);
            }
            case ValueAnswers(var columns, var values) -> {
                int column = wanted == null ? 0 : columns.indexOf(wanted.about());
                var asked = wanted == null ? null : wanted.above();
                double above = asked == null ? mean(subjects, column) : asked;
                yield booleans(values[column].length, i -> values[column][i] > above);
            }
            case TextAnswers _ -> new boolean[0];
        };
    }

    private static double mean(Subjects subjects, int column) {
        return Stream.of(subjects.train(), subjects.test())
                .flatMapToDouble(side -> Arrays.stream(((ValueAnswers) side.answers()).values()[column]))
                .average()
                .orElse(0);
    }

    private static boolean[] booleans(int length, IntPredicate test) {
        var group = new boolean[length];
        for (int i = 0; i < length; i++) {
            group[i] = test.test(i);
        }
        return group;
    }

    private static boolean[] joined(boolean[] first, boolean[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static boolean hasTwoGroups(boolean[] group) {
        return IntStream.range(0, group.length).anyMatch(i -> group[i])
                && IntStream.range(0, group.length).anyMatch(i -> !group[i]);
    }
}

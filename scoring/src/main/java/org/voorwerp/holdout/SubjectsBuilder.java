package org.voorwerp.holdout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Consensus;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.Crowd.HeldBack;
import org.voorwerp.consensus.Gathered;
import org.voorwerp.consensus.Provenance;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.TruthSource;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// Makes [Subjects] of what was gathered: leaves subjects out, splits the others, holds votes back, gives new ids.
final class SubjectsBuilder {

    private static final String FEW_VOTES = "fewer votes than asked for";
    private static final String TIED = "a tie between classes";
    private static final String TIED_WITHOUT = "a tie between classes once one vote is held back";
    private static final String NOT_IN_TABLE = "not in the table of subjects";

    private final TruthSource source;
    private final Gathered gathered;
    private final Holdout holdout;
    private final @Nullable Map<String, String> groups;
    private final PublishedIds ids;
    private final Consensus all;
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    SubjectsBuilder(
            TruthSource source,
            Gathered gathered,
            Holdout holdout,
            @Nullable Map<String, String> groups,
            byte[] secret) {
        this.source = source;
        this.gathered = gathered;
        this.holdout = holdout;
        this.groups = groups;
        this.ids = new PublishedIds(secret);
        this.all = gathered.crowd().consensus();
    }

    Subjects build(boolean oneVolunteer) throws IOException {
        int[] rows =
                IntStream.range(0, all.subjects().size()).filter(this::isIn).toArray();
        if (rows.length == 0) {
            throw ConsensusException.of(
                    "no subject is left of the " + all.subjects().size() + " in the file: " + leftOut);
        }
        var split = split(rows);
        var truth = all;
        HeldBack heldBack = null;
        if (oneVolunteer) {
            heldBack = gathered.crowd().holdBack(split.test(), holdout.seed());
            truth = heldBack.rest();
            split = withoutNewTies(split, truth);
        }
        int[] trainRows = byPublishedId(split.train());
        int[] testRows = byPublishedId(split.test());
        var train = side(all, trainRows);
        var test = side(truth, testRows);
        var parts = partsOf(testRows, split);
        var votes = heldBack == null ? null : Consensus.select(heldBack.votes(), testRows);
        return new Subjects(train, test, parts, votes, report(train, test, parts, votes));
    }

    private boolean isIn(int row) {
        var subject = all.subjects().get(row);
        if (groups != null && !groups.containsKey(subject)) {
            return leaveOut(NOT_IN_TABLE);
        }
        if (all.votes() != null && all.votes()[row] < source.minimumVotes()) {
            return leaveOut(FEW_VOTES);
        }
        if (all.tied()[row] && source.ties() == Ties.DROP) {
            return leaveOut(TIED);
        }
        return true;
    }

    private boolean leaveOut(String reason) {
        leftOut.merge(reason, 1, Integer::sum);
        return false;
    }

    private String group(int row) {
        var subject = all.subjects().get(row);
        var group = gathered.groups() != null
                ? gathered.groups().get(row)
                : groups == null ? subject : groups.getOrDefault(subject, subject);
        if (group.isBlank()) {
            throw ConsensusException.of("subject " + subject + " has no group");
        }
        return group;
    }

    /// The split of some subjects, in positions among all.
    private Split split(int[] rows) {
        var parts = gathered.parts();
        if (parts != null) {
            return new Split(
                    new int[0],
                    rows,
                    Arrays.stream(rows).mapToObj(row -> parts[row]).toArray(Part[]::new));
        }
        var drawn = holdout.split(Arrays.stream(rows).mapToObj(this::group).toList());
        return new Split(
                Arrays.stream(drawn.train()).map(i -> rows[i]).toArray(),
                Arrays.stream(drawn.test()).map(i -> rows[i]).toArray(),
                drawn.parts());
    }

    private Split withoutNewTies(Split split, Consensus rest) {
        if (source.ties() != Ties.DROP) {
            return split;
        }
        var kept = IntStream.range(0, split.test().length)
                .filter(i -> !rest.tied()[split.test()[i]] || leaveOut(TIED_WITHOUT))
                .toArray();
        return new Split(
                split.train(),
                Arrays.stream(kept).map(i -> split.test()[i]).toArray(),
                Arrays.stream(kept).mapToObj(i -> split.parts()[i]).toArray(Part[]::new));
    }

    private int[] byPublishedId(int[] rows) {
        record Published(String id, int row) {}
        return Arrays.stream(rows)
                .mapToObj(row -> new Published(ids.of(all.subjects().get(row)), row))
                .sorted(Comparator.comparing(Published::id))
                .mapToInt(Published::row)
                .toArray();
    }

    private static Part[] partsOf(int[] rows, Split split) {
        return Arrays.stream(rows)
                .mapToObj(row -> split.parts()[Arrays.binarySearch(split.test(), row)])
                .toArray(Part[]::new);
    }

    private Side side(Consensus consensus, int[] rows) {
        var selected = consensus.select(rows);
        return new Side(
                selected.subjects(),
                selected.subjects().stream().map(ids::of).toList(),
                Arrays.stream(rows).mapToObj(this::group).toList(),
                selected.votes(),
                selected.answers());
    }

    private ConsensusReport report(Side train, Side test, Part[] parts, @Nullable Answers heldBack) throws IOException {
        var together = together(train.answers(), test.answers());
        return new ConsensusReport(
                Provenance.of(source),
                gathered.rows(),
                train.size() + test.size(),
                leftOut,
                votes(train, test),
                gathered.volunteers(),
                Reporting.balance(together),
                Reporting.values(together),
                gathered.agreement(),
                gathered.crowd().report(),
                gathered.crowd().openAgreement(),
                sides(train, test, parts),
                heldBack == null ? null : count(heldBack));
    }

    private static @Nullable Long votes(Side train, Side test) {
        return train.votes() == null || test.votes() == null
                ? null
                : IntStream.concat(Arrays.stream(train.votes()), Arrays.stream(test.votes()))
                        .asLongStream()
                        .sum();
    }

    private static int count(Answers heldBack) {
        return (int)
                switch (heldBack) {
                    case ClassAnswers(var _, var labels, var _) ->
                        Arrays.stream(labels).filter(label -> label >= 0).count();
                    case ValueAnswers(var _, var values) ->
                        Arrays.stream(values[0])
                                .filter(value -> !Double.isNaN(value))
                                .count();
                    case TextAnswers(var texts) -> texts.size();
                };
    }

    private static Answers together(Answers first, Answers second) {
        return switch (first) {
            case ClassAnswers(var classes, var labels, var _) ->
                new ClassAnswers(
                        classes,
                        IntStream.concat(Arrays.stream(labels), Arrays.stream(((ClassAnswers) second).labels()))
                                .toArray(),
                        null);
            case TextAnswers(var texts) ->
                new TextAnswers(Stream.concat(texts.stream(), ((TextAnswers) second).texts().stream())
                        .toList());
            case ValueAnswers(var columns, var values) -> {
                var joined = new double[values.length][];
                for (int c = 0; c < joined.length; c++) {
                    double[] more = ((ValueAnswers) second).values()[c];
                    joined[c] = Arrays.copyOf(values[c], values[c].length + more.length);
                    System.arraycopy(more, 0, joined[c], values[c].length, more.length);
                }
                yield new ValueAnswers(columns, joined);
            }
        };
    }

    private static List<ConsensusReport.Side> sides(Side train, Side test, Part[] parts) {
        var sides = new ArrayList<ConsensusReport.Side>();
        double all = train.size() + test.size();
        if (train.size() > 0) {
            sides.add(new ConsensusReport.Side(
                    "train", train.size(), new HashSet<>(train.groups()).size(), train.size() / all));
        }
        for (var part : Part.values()) {
            int[] rows = IntStream.range(0, parts.length)
                    .filter(row -> parts[row] == part)
                    .toArray();
            if (rows.length > 0) {
                var groups = new HashSet<String>();
                Arrays.stream(rows).forEach(row -> groups.add(test.groups().get(row)));
                sides.add(new ConsensusReport.Side(part.word(), rows.length, groups.size(), rows.length / all));
            }
        }
        return sides;
    }
}

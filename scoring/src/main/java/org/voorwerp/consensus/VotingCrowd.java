package org.voorwerp.consensus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.crowd.Fits;
import org.voorwerp.consensus.report.CrowdReport;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;

/// Volunteers of whom every single vote is known.
///
/// @param columns null for labels and probabilities; else the classes whose fractions are the truth, one a column
/// @param known subject → class, what experts say
record VotingCrowd(
        Votes votes, VoteReducer reducer, @Nullable List<String> columns, Map<String, String> known) implements Crowd {

    @Override
    public Consensus consensus() {
        return reduce(votes);
    }

    private Consensus reduce(Votes some) {
        var reduced = reducer.reduce(some, Gold.of(some, known));
        if (columns == null || !(reduced.answers() instanceof ClassAnswers(var classes, var _, double[][] fractions))) {
            return reduced;
        }
        var values = columns.stream()
                .map(column -> fractions[classes.indexOf(column)])
                .toArray(double[][]::new);
        return new Consensus(
                reduced.subjects(),
                reduced.votes(),
                new ValueAnswers(columns, values),
                new boolean[reduced.subjects().size()]);
    }

    @Override
    public @Nullable CrowdReport report() {
        if (votes.classes().size() < 2 || votes.size() == 0) {
            return null;
        }
        var gold = Gold.of(votes, known);
        var judge = reducer instanceof CrowdReducer model ? model : CrowdReducer.standard();
        var fits = new Fits(votes, gold);
        var fit = judge.fit(fits);
        int[] labels = reducer instanceof CrowdReducer
                ? fit.labels()
                : ((ClassAnswers) reducer.reduce(votes, gold).answers()).labels();
        return CrowdReport.of(fits, judge.configured(), labels, false, CrowdReport.SEED);
    }

    @Override
    public HeldBack holdBack(int[] rows, long seed) {
        var hash = KeyedHash.of(seed, "one volunteer");
        int[] drawn = Arrays.stream(rows)
                .sorted()
                .filter(i -> votes.end(i) - votes.start(i) > 1)
                .map(i -> votes.start(i)
                        + hash.below(
                                votes.end(i) - votes.start(i), votes.subjects().get(i)))
                .toArray();
        var labels = new int[votes.subjects().size()];
        Arrays.fill(labels, -1);
        int subject = 0;
        for (int vote : drawn) {
            while (votes.end(subject) <= vote) {
                subject++;
            }
            labels[subject] = votes.answer(vote);
        }
        return new HeldBack(reduce(votes.without(drawn)), answers(labels));
    }

    private Answers answers(int[] labels) {
        if (columns == null) {
            return new ClassAnswers(votes.classes(), labels, null);
        }
        var values = columns.stream()
                .map(votes.classes()::indexOf)
                .map(k -> Arrays.stream(labels)
                        .mapToDouble(label -> label < 0 ? Double.NaN : label == k ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
        return new ValueAnswers(columns, values);
    }
}

package org.voorwerp.consensus.program;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Consensus;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.reduce.Reduction.Reduced;
import org.voorwerp.scoring.Truth.ClassAnswers;

/// Makes a consensus of classes rows of a reduction, with the columns of `votes_reducer`; after a model also what it
/// thinks.
final class VoteRows {

    /// Above this many classes columns for classes without a vote are left empty.
    private static final int WIDE = 50;

    /// Posteriors and fractions closer than this are the same.
    private static final double SAME = 1e-9;

    private final Consensus consensus;
    private final ClassAnswers answers;
    private final int @Nullable [][] counts;
    private final double @Nullable [][] posterior;
    private final double @Nullable [][] certainty;
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    /// @param counts `[class][subject]`; null where only fractions are known
    /// @param posterior of a model; null for plain counting
    /// @param certainty calibrated; null where that could not be done
    VoteRows(
            Consensus consensus,
            int @Nullable [][] counts,
            double @Nullable [][] posterior,
            double @Nullable [][] certainty) {
        this.consensus = consensus;
        this.answers = (ClassAnswers) consensus.answers();
        this.counts = counts;
        this.posterior = posterior;
        this.certainty = certainty;
    }

    /// Subjects without a row, by the reason.
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    /// The rows, made one after another, so that nobody keeps them all.
    Iterable<Reduced> rows(String workflow, String task, int minimumVotes, Ties ties) {
        leftOut.clear();
        return IntStream.range(0, consensus.subjects().size())
                .filter(i -> isIn(i, minimumVotes, ties))
                .mapToObj(i -> new Reduced(consensus.subjects().get(i), workflow, task, data(i)))::iterator;
    }

    private boolean isIn(int i, int minimumVotes, Ties ties) {
        int[] votes = consensus.votes();
        if (votes != null && votes[i] < minimumVotes) {
            leftOut.merge("fewer votes than asked for", 1, Integer::sum);
            return false;
        }
        if (consensus.tied()[i] && ties == Ties.DROP) {
            leftOut.merge("a tie between classes", 1, Integer::sum);
            return false;
        }
        return true;
    }

    private ObjectNode data(int i) {
        var data = JsonNodeFactory.instance.objectNode();
        double[][] fractions = answers.fractions() == null ? new double[0][] : answers.fractions();
        for (int k = 0; k < fractions.length; k++) {
            var name = answers.classes().get(k);
            if (fractions.length > WIDE && fractions[k][i] == 0 && (counts == null || counts[k][i] == 0)) {
                continue;
            }
            if (counts != null) {
                data.withObjectProperty("count").put(name, counts[k][i]);
            }
            data.withObjectProperty("fraction").put(name, fractions[k][i]);
            if (posterior != null) {
                data.withObjectProperty("probability").put(name, posterior[k][i]);
            }
        }
        int label = answers.labels()[i];
        data.put("most_likely", answers.classes().get(label));
        int[] votes = consensus.votes();
        if (votes != null) {
            data.put("num_votes", votes[i]);
        }
        data.put("agreement", fractions[label][i]);
        data.put("entropy", Consensus.entropy(fractions, i) + 0.0);
        if (certainty != null) {
            data.put("certainty", certainty[label][i]);
        }
        if (consensus.tied()[i]) {
            double[][] by = posterior == null ? fractions : posterior;
            for (int k = 0; k < by.length; k++) {
                if (by[k][i] >= by[label][i] - SAME) {
                    data.withArrayProperty("tied").add(answers.classes().get(k));
                }
            }
        }
        return data;
    }
}

package org.voorwerp.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.voorwerp.consensus.QuestionTree.Question;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;
import org.voorwerp.table.Table;

/// The table of Galaxy Zoo 2's Stripe 82 (Willett et al. 2013) made into what the Galaxy Zoo challenge on Kaggle
/// asked
/// for: 37 cumulative vote fractions a galaxy.
@NullUnmarked
class GalaxyZoo2Test {

    private static final String TABLE = "galaxy-zoo-2/table5.csv.gz";

    /// Which answers lead to which question.
    private static final Map<String, String> AFTER = Map.of(
            "t02", "Class1.2",
            "t03", "Class2.2",
            "t04", "Class2.2",
            "t05", "Class2.2",
            "t07", "Class1.1",
            "t08", "Class6.1",
            "t09", "Class2.1",
            "t10", "Class4.1",
            "t11", "Class4.1");

    /// The questions in an order in which each follows those that lead to it.
    static QuestionTree tree() throws IOException {
        try (var table = Table.open(RealData.file(TABLE))) {
            var questions = new ArrayList<Question>();
            for (int q = 1; q <= 11; q++) {
                var name = String.format("t%02d", q);
                var answers = new LinkedHashMap<String, String>();
                for (var column : table.columns()) {
                    if (column.startsWith(name + "_") && column.matches(".*(?<!weighted)_fraction")) {
                        answers.put("Class" + q + "." + (answers.size() + 1), column);
                    }
                }
                var after = AFTER.get(name);
                questions.add(new Question(name, after == null ? List.of() : List.of(after), answers));
            }
            return new QuestionTree(questions);
        }
    }

    static VoteTable source() throws IOException {
        return new VoteTable(
                RealData.file(TABLE), "objid", "total_classifications", new VoteTable.Tree(tree()), null, 1, Ties.DROP);
    }

    static Values kind() throws IOException {
        return new Values(tree().columns().stream()
                .map(name -> new NumberColumn(name, 0, 1))
                .toList());
    }

    private static double rmse(double[][] truth, IntToDoubleFunction predicted) {
        double sum = 0;
        for (int c = 0; c < truth.length; c++) {
            for (double value : truth[c]) {
                sum += (value - predicted.applyAsDouble(c)) * (value - predicted.applyAsDouble(c));
            }
        }
        return Math.sqrt(sum / truth.length / truth[0].length);
    }

    @Test
    void constantPredictionsScoreAsTheyDidOverTheWholeTable() throws IOException {
        var consensus = source().gather(kind()).crowd().consensus();
        double[][] truth = ((ValueAnswers) consensus.answers()).values();

        assertEquals(37, truth.length);
        assertEquals(19_761, truth[0].length);
        assertEquals(0.25037, rmse(truth, _ -> 0), 5e-6);
        assertEquals(0.91374, rmse(truth, _ -> 1), 5e-6);
        assertEquals(0.44587, rmse(truth, _ -> 0.5), 5e-6);
        double[] mean = Arrays.stream(truth)
                .mapToDouble(column -> Arrays.stream(column).average().orElseThrow())
                .toArray();
        assertEquals(0.14723, rmse(truth, c -> mean[c]), 5e-6);
    }

    @Test
    void theFractionsOfAQuestionAddUpToThatOfTheAnswerBeforeIt() throws IOException {
        var values = ((ValueAnswers) source().gather(kind()).crowd().consensus().answers());
        var at = values.columns();
        for (int i = 0; i < values.values()[0].length; i++) {
            assertEquals(1, sum(values, i, 1, 3), 1e-9);
            double features = values.values()[at.indexOf("Class1.2")][i];
            // Nobody was asked where all who saw features left.
            double asked = sum(values, i, 2, 2);
            assertTrue(asked == 0 || Math.abs(asked - features) < 1e-9);
        }
    }

    private static double sum(ValueAnswers values, int subject, int question, int answers) {
        return IntStream.rangeClosed(1, answers)
                .mapToDouble(a -> values.values()[values.columns().indexOf("Class" + question + "." + a)][subject])
                .sum();
    }

    @Test
    void oneVolunteerAgreesWithTheOthersBetterThanChanceAndWorseThanTheCrowd() throws IOException {
        var crowd = source().gather(kind()).crowd();
        int[] all = IntStream.range(0, 19_761).toArray();
        var heldBack = crowd.holdBack(all, 2011);

        double[][] vote = ((ValueAnswers) heldBack.votes()).values();
        double[][] others = ((ValueAnswers) heldBack.rest().answers()).values();
        double sum = 0;
        for (int c = 0; c < 37; c++) {
            for (int i = 0; i < vote[c].length; i++) {
                assertTrue(vote[c][i] == 0 || vote[c][i] == 1);
                assertTrue(others[c][i] >= 0 && others[c][i] <= 1 + 1e-12);
                sum += (vote[c][i] - others[c][i]) * (vote[c][i] - others[c][i]);
            }
        }
        double rmse = Math.sqrt(sum / 37 / vote[0].length);
        // The mean row scores .147; a volunteer says yes or no where the crowd gives fractions.
        assertTrue(rmse > 0.15 && rmse < 0.25037, "rmse " + rmse);
    }
}

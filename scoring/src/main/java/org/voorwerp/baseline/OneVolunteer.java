package org.voorwerp.baseline;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth.Answers;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

/// What one volunteer said, judged by all the others: for each subject one vote was drawn and left out of the
/// truth. As probabilities the class voted for gets [Probabilities#SURE] and the others share what is left, since
/// a volunteer who is wrong once would else have an infinite log-loss; as values the answer given gets 1, the
/// others 0, or the number given stands; as texts the text. Where a subject had no vote to spare, it says what
/// [Constant] says.
public record OneVolunteer() implements Baseline {

    @Override
    public String name() {
        return "one-volunteer";
    }

    @Override
    public String description() {
        return "one volunteer's vote on each subject, judged by the votes of all others";
    }

    @Override
    public boolean suits(TaskKind kind) {
        return true;
    }

    @Override
    public Predictions predict(Material material) {
        Answers votes = material.heldBack();
        if (votes == null) {
            throw new IllegalArgumentException("one-volunteer needs a vote held back for each test subject");
        }
        return switch (material.kind()) {
            case Labels(var _, var classes) ->
                new Predictions(List.of(new ClassCells(labels(
                        ((ClassAnswers) votes).labels(), Constant.mostFrequent(material.train(), classes.size())))));
            case Probabilities(var _, var classes) ->
                probabilities(((ClassAnswers) votes).labels(), Constant.frequencies(material.train(), classes.size()));
            case Values(var columns) ->
                values(((ValueAnswers) votes).values(), Constant.means(material.train(), columns));
            case Texts _ ->
                texts(((TextAnswers) votes).texts(), Constant.mostFrequent(((TextAnswers) material.train()).texts()));
        };
    }

    private static Predictions texts(List<String> votes, String otherwise) {
        return new Predictions(List.of(new TextCells(
                votes.stream().map(text -> text.isEmpty() ? otherwise : text).toList())));
    }

    private static int[] labels(int[] votes, int otherwise) {
        var labels = votes.clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = votes[i] < 0 ? otherwise : votes[i];
        }
        return labels;
    }

    private static Predictions probabilities(int[] votes, double[] otherwise) {
        var columns = new ArrayList<Cells>();
        for (int k = 0; k < otherwise.length; k++) {
            var cells = new double[votes.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = votes[i] < 0
                        ? otherwise[k]
                        : votes[i] == k ? Probabilities.SURE : (1 - Probabilities.SURE) / (otherwise.length - 1);
            }
            columns.add(new NumberCells(cells));
        }
        return new Predictions(columns);
    }

    private static Predictions values(double[][] votes, double[] otherwise) {
        var columns = new ArrayList<Cells>();
        for (int c = 0; c < votes.length; c++) {
            var cells = votes[c].clone();
            for (int i = 0; i < cells.length; i++) {
                cells[i] = Double.isNaN(cells[i]) ? otherwise[c] : cells[i];
            }
            columns.add(new NumberCells(cells));
        }
        return new Predictions(columns);
    }
}

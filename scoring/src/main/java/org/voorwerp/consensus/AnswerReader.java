package org.voorwerp.consensus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.extract.Answered;
import org.voorwerp.consensus.extract.DropdownExtractor;
import org.voorwerp.consensus.extract.Extractor;
import org.voorwerp.consensus.extract.QuestionExtractor;
import org.voorwerp.consensus.extract.SliderExtractor;
import org.voorwerp.consensus.extract.SurveyExtractor;
import org.voorwerp.consensus.extract.TextExtractor;
import org.voorwerp.consensus.panoptes.Annotations.Absent;
import org.voorwerp.consensus.panoptes.Annotations.Answer;
import org.voorwerp.consensus.panoptes.Annotations.Given;
import org.voorwerp.consensus.panoptes.Classification;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.panoptes.Workflows;

/// Makes the annotation of a task one answer, as a recipe reads it.
interface AnswerReader {

    Answer of(Classification classification);

    static AnswerReader of(Recipe recipe, @Nullable Workflows workflows) {
        return switch (recipe.reading()) {
            // By far the most: read without making a tree of the cell.
            case QUESTION -> classification -> classification.answer(recipe.task());
            case PAIRS -> extracted(recipe, workflows, new QuestionExtractor(), AnswerReader::together);
            case SURVEY -> extracted(recipe, workflows, new SurveyExtractor(), AnswerReader::seen);
            case DROPDOWN -> extracted(recipe, workflows, new DropdownExtractor(), AnswerReader::chosen);
            case TEXT -> extracted(recipe, workflows, new TextExtractor(), AnswerReader::typed);
            case SLIDER -> extracted(recipe, workflows, new SliderExtractor(), AnswerReader::set);
        };
    }

    /// The answers in the rows of an extract.
    interface Labels {
        List<String> in(List<ObjectNode> rows);
    }

    private static AnswerReader extracted(
            Recipe recipe, @Nullable Workflows workflows, Extractor extractor, Labels labels) {
        return classification -> {
            var workflow = workflows == null
                    ? null
                    : workflows
                            .at(recipe.rows().workflow(), classification.version())
                            .orElse(null);
            var found = labels.in(extractor.extract(Answered.of(classification, workflow), recipe.task()));
            if (found.isEmpty()) {
                return new Absent(Reason.NO_ANSWER);
            }
            return found.size() == 1 ? new Given(found.getFirst()) : new Absent(Reason.SEVERAL_ANSWERS);
        };
    }

    private static List<String> together(List<ObjectNode> rows) {
        var labels = new ArrayList<String>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(labels::add));
        labels.remove("None");
        return labels.isEmpty()
                ? List.of()
                : List.of(String.join("+", labels.stream().sorted().toList()));
    }

    private static List<String> seen(List<ObjectNode> rows) {
        return rows.stream().map(row -> row.path("choice").asText()).distinct().toList();
    }

    private static List<String> typed(List<ObjectNode> rows) {
        return rows.stream()
                .map(row -> row.path("text").asText().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<String> set(List<ObjectNode> rows) {
        return rows.stream().map(row -> row.path("slider_value").asText()).toList();
    }

    private static List<String> chosen(List<ObjectNode> rows) {
        var labels = new ArrayList<String>();
        rows.forEach(row -> row.path("value").path(0).fieldNames().forEachRemaining(labels::add));
        labels.remove("None");
        return labels;
    }
}

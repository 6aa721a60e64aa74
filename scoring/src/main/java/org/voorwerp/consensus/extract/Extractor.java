package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Makes the annotations of one task flat, with the names that panoptes_aggregation gives.
public sealed interface Extractor
        permits QuestionExtractor,
                DropdownExtractor,
                SurveyExtractor,
                SliderExtractor,
                TextExtractor,
                DrawingExtractor,
                TextLineExtractor {

    /// Its name there, e.g. `question_extractor`: it stands in the column `extractor` and begins the file's name.
    String name();

    /// What a classification says to the task: one object a row of the extract, most often one; none where the task
    /// was not shown, or not answered in a way that this extractor reads.
    List<ObjectNode> extract(Answered answered, String task);
}

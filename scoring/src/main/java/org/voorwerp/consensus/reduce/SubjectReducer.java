package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voorwerp.consensus.extract.ExtractRow;

/// Makes one of all extracts of one task of one subject. Repeats by one volunteer were resolved before.
public interface SubjectReducer {

    /// Its name there, e.g. `question_reducer`: it stands in the column `reducer` and begins the file's name.
    String name();

    /// @param extracts in the order of their time
    /// @return one object a row of the reduction, most often one
    List<ObjectNode> reduce(List<ExtractRow> extracts);
}

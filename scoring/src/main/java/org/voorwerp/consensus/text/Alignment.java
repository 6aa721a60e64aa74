package org.voorwerp.consensus.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts side by side: what stands in one column is the same place of the text.
///
/// @param cells `[column][text]`, null where a text has nothing there; texts in the order in which they were given
public record Alignment(@Nullable Token[][] cells) {

    public int columns() {
        return cells.length;
    }

    /// As panoptes_aggregation writes it: a list a column, the empty text where there is nothing.
    public List<List<String>> written() {
        var columns = new ArrayList<List<String>>();
        for (var column : cells) {
            var words = new ArrayList<String>();
            for (var token : column) {
                words.add(token == null ? "" : token.written());
            }
            columns.add(words);
        }
        return columns;
    }
}

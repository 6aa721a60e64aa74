package org.voorwerp.consensus.text.line;

import java.util.List;
import org.voorwerp.consensus.text.TextReducer;
import org.voorwerp.consensus.text.Transcription;

/// Lays the texts of a line side by side.
final class Collation {

    private Collation() {}

    /// @param texts none of them blank
    /// @return `[column][text]`, empty where a text has nothing
    static List<List<String>> of(List<String> texts) {
        var read = texts.stream().map(text -> new Transcription("", text)).toList();
        return TextReducer.reduce(read).alignment().written();
    }
}

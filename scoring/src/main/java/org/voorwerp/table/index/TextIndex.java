package org.voorwerp.table.index;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// Texts that differ from one another, each with its position, found by their UTF-8 bytes without making a
/// String.
public sealed interface TextIndex permits DecimalIndex, Utf8Index {

    /// @throws IllegalArgumentException if a text appears twice
    static TextIndex of(List<String> texts) {
        var builder = new TextIndexBuilder();
        texts.forEach(builder::add);
        return builder.build();
    }

    int size();

    /// @throws IndexOutOfBoundsException unless `0 <= position < size`
    String get(int position);

    /// The position of the text that `text` holds from `from` to before `to`, or -1.
    int position(byte[] text, int from, int to);

    /// Finds the positions of all texts of a batch: see [TextBatch#position].
    ///
    /// @param guess where the first text may well be, with the others behind it in order: texts for which that
    ///     is true are found without a search
    void lookUp(TextBatch batch, int guess);

    /// Whether another index has the same texts at the same positions.
    boolean hasSameTexts(TextIndex other);

    /// How long the longest text is, in bytes.
    int longest();

    /// The position of a text, or -1.
    default int position(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        return position(encoded, 0, encoded.length);
    }

    /// All texts, each made anew when it is asked for.
    default List<String> asList() {
        return new Texts(this);
    }

    /// See [#asList].
    final class Texts extends AbstractList<String> implements RandomAccess {

        private final TextIndex index;

        private Texts(TextIndex index) {
            this.index = index;
        }

        @Override
        public String get(int position) {
            return index.get(position);
        }

        @Override
        public int size() {
            return index.size();
        }
    }
}

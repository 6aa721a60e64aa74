package org.voorwerp.table.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects texts for a [TextIndex]. As long as all are plain whole numbers they are kept as such.
public final class TextIndexBuilder {

    private long[] numbers = new long[1 << 6];
    private Utf8Index.@Nullable Builder texts;
    private int size;

    public void add(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        add(encoded, 0, encoded.length);
    }

    /// Adds the text that `text` holds from `from` to before `to`; it gets the next position.
    public void add(byte[] text, int from, int to) {
        long number = texts == null ? DecimalIndex.number(text, from, to) : DecimalIndex.NONE;
        if (number == DecimalIndex.NONE) {
            asTexts().add(text, from, to);
        } else {
            grow(1);
            numbers[size] = number;
        }
        size++;
    }

    /// Adds all texts of a batch.
    public void addAll(TextBatch batch) {
        if (texts == null && batch.areNumbers()) {
            grow(batch.size());
            System.arraycopy(batch.numbers(), 0, numbers, size, batch.size());
            size += batch.size();
        } else {
            for (int i = 0; i < batch.size(); i++) {
                add(batch.bytes(), batch.start(i), batch.end(i));
            }
        }
    }

    /// The index. Nothing can be added after that: it keeps what was collected.
    ///
    /// @throws IllegalArgumentException if a text was added twice
    public TextIndex build() {
        if (texts != null) {
            return texts.build();
        }
        return DecimalIndex.of(numbers, size);
    }

    /// Makes room for so many texts in all, as far as that can be done without knowing them.
    public void reserve(int capacity) {
        if (texts == null && capacity > numbers.length) {
            numbers = Arrays.copyOf(numbers, capacity);
        }
    }

    private void grow(int more) {
        int needed = Math.addExact(size, more);
        if (needed > numbers.length) {
            reserve(Utf8Index.grown(needed));
        }
    }

    private Utf8Index.Builder asTexts() {
        if (texts == null) {
            texts = new Utf8Index.Builder();
            for (int i = 0; i < size; i++) {
                var text = Long.toString(numbers[i]).getBytes(StandardCharsets.US_ASCII);
                texts.add(text, 0, text.length);
            }
            numbers = new long[0];
        }
        return texts;
    }
}

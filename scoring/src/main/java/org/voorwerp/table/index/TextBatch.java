package org.voorwerp.table.index;

import java.util.Arrays;

/// Texts that are looked up in a [TextIndex] together. In a large index every look-up waits for memory, twice;
/// looked up together, many wait at the same time, which is several times quicker.
///
/// The texts are copies, see [#add]; or ranges of an array of the caller's, see [#over].
public final class TextBatch {

    private byte[] bytes = new byte[1 << 10];
    private int[] starts;
    private int[] ends;
    private int[] positions;
    private long[] words;
    private int size;
    private int copied;
    private boolean numbered;

    /// @param capacity how many texts there is room for, unless more come
    public TextBatch(int capacity) {
        starts = new int[capacity];
        ends = new int[capacity];
        positions = new int[capacity];
        words = new long[capacity];
    }

    public int size() {
        return size;
    }

    /// Forgets all texts.
    public void clear() {
        size = 0;
        copied = 0;
        numbered = false;
    }

    /// Forgets all texts; those to come are ranges of `block`, see [#addRange].
    ///
    /// @param block not written to while the batch is in use
    public void over(byte[] block) {
        clear();
        bytes = block;
    }

    /// Adds the text that stands in the array given to [#over] from `from` to before `to`.
    public void addRange(int from, int to) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = from;
        ends[size++] = to;
    }

    /// Adds a copy of the text that `text` holds from `from` to before `to`.
    public void add(byte[] text, int from, int to) {
        int end = copied + to - from;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * end);
        }
        System.arraycopy(text, from, bytes, copied, to - from);
        addRange(copied, end);
        copied = end;
    }

    /// The array that holds the texts.
    public byte[] bytes() {
        return bytes;
    }

    /// Where a text begins in [#bytes()].
    public int start(int i) {
        return starts[i];
    }

    /// Where a text ends in [#bytes()], exclusive.
    public int end(int i) {
        return ends[i];
    }

    /// The position of a text in the index last asked, or -1: see [TextIndex#lookUp].
    public int position(int i) {
        return positions[i];
    }

    /// The positions of all texts, and perhaps more behind them.
    public int[] positions() {
        return positions;
    }

    /// Does now, on this thread, what the first who asks would have to do.
    public void prepare() {
        numbers();
    }

    /// The numbers that the texts stand for, or [DecimalIndex#NONE].
    long[] numbers() {
        if (!numbered) {
            for (int i = 0; i < size; i++) {
                words[i] = DecimalIndex.number(bytes, starts[i], ends[i]);
            }
            numbered = true;
        }
        return words;
    }

    /// Whether all texts are such as a [DecimalIndex] holds.
    boolean areNumbers() {
        long[] numbers = numbers();
        for (int i = 0; i < size; i++) {
            if (numbers[i] == DecimalIndex.NONE) {
                return false;
            }
        }
        return true;
    }

    /// Room for the hashes of all texts.
    long[] hashes() {
        numbered = false;
        return words;
    }

    private void grow() {
        int capacity = Utf8Index.grown(size + 1);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        positions = Arrays.copyOf(positions, capacity);
        words = Arrays.copyOf(words, capacity);
    }
}

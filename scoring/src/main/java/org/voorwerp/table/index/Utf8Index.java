package org.voorwerp.table.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.voorwerp.table.EightBytes;
import org.voorwerp.table.Excerpt;

/// Texts of any kind.
///
/// An open-addressing table over a 64-bit hash says where a text may be; its bytes, all in one array, say
/// whether it is there. Ten million ids of 18 characters take 315 MB.
public final class Utf8Index implements TextIndex {

    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final long TAG = 0xffffffff00000000L;

    private final byte[] bytes;
    private final int size;

    /// The length of each text where all are alike, which spares the look at [#ends]; otherwise 0.
    private final int width;

    private final int[] ends;

    /// The upper half of the hash, and below it the position plus one; 0 where a slot is free.
    private final long[] slots;

    private Utf8Index(Builder builder) {
        bytes = Arrays.copyOf(builder.bytes, builder.length);
        size = builder.size;
        width = builder.alike && size > 0 ? builder.length / size : 0;
        ends = width > 0 ? new int[0] : Arrays.copyOf(builder.ends, size);
        slots = new long[Integer.highestOneBit(Math.max(size + size / 2, 4)) * 2];
        for (int position = 0; position < size; position++) {
            insert(position);
        }
    }

    /// @throws IllegalArgumentException if a text appears twice
    public static Utf8Index of(List<String> texts) {
        var builder = new Builder();
        for (var text : texts) {
            var encoded = text.getBytes(StandardCharsets.UTF_8);
            builder.add(encoded, 0, encoded.length);
        }
        return builder.build();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String get(int position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException(position);
        }
        return new String(bytes, start(position), end(position) - start(position), StandardCharsets.UTF_8);
    }

    @Override
    public int position(byte[] text, int from, int to) {
        long hash = hash(text, from, to);
        for (int slot = slot(hash); slots[slot] != 0; slot = next(slot)) {
            if (isTagged(slots[slot], hash) && isAt((int) slots[slot] - 1, text, from, to)) {
                return (int) slots[slot] - 1;
            }
        }
        return -1;
    }

    /// The position of the first text with the tag of `hash`: if not this, then [#position] tells. -1 if there
    /// is none.
    private int candidate(long hash) {
        int slot = slot(hash);
        while (slots[slot] != 0 && !isTagged(slots[slot], hash)) {
            slot = next(slot);
        }
        return (int) slots[slot] - 1;
    }

    /// Whether the text at `position` is that which `text` holds from `from` to before `to`.
    private boolean isAt(int position, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start(position), end(position), text, from, to);
    }

    @Override
    public void lookUp(TextBatch batch, int guess) {
        byte[] asked = batch.bytes();
        int[] positions = batch.positions();
        long[] hashes = batch.hashes();
        int count = batch.size();
        int found = 0;
        while (found < count
                && guess + found < size
                && isAt(guess + found, asked, batch.start(found), batch.end(found))) {
            positions[found] = guess + found;
            found++;
        }
        // Three plain loops: none of their turns waits for the one before it.
        for (int i = found; i < count; i++) {
            hashes[i] = hash(asked, batch.start(i), batch.end(i));
        }
        for (int i = found; i < count; i++) {
            positions[i] = candidate(hashes[i]);
        }
        for (int i = found; i < count; i++) {
            if (positions[i] >= 0 && !isAt(positions[i], asked, batch.start(i), batch.end(i))) {
                positions[i] = position(asked, batch.start(i), batch.end(i));
            }
        }
    }

    @Override
    public boolean hasSameTexts(TextIndex other) {
        return other instanceof Utf8Index that
                && width == that.width
                && Arrays.equals(ends, that.ends)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int longest() {
        int longest = width;
        for (int position = 0; position < ends.length; position++) {
            longest = Math.max(longest, end(position) - start(position));
        }
        return longest;
    }

    private void insert(int position) {
        long hash = hash(bytes, start(position), end(position));
        int slot = slot(hash);
        for (; slots[slot] != 0; slot = next(slot)) {
            if (isTagged(slots[slot], hash) && isAt((int) slots[slot] - 1, bytes, start(position), end(position))) {
                throw new IllegalArgumentException(Excerpt.of(get(position)) + " appears twice");
            }
        }
        slots[slot] = (hash & TAG) | (position + 1);
    }

    private int start(int position) {
        return width > 0 ? position * width : position == 0 ? 0 : ends[position - 1];
    }

    private int end(int position) {
        return width > 0 ? (position + 1) * width : ends[position];
    }

    private int slot(long hash) {
        return (int) hash & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    private static boolean isTagged(long slot, long hash) {
        return ((slot ^ hash) & TAG) == 0;
    }

    static long hash(byte[] text, int from, int to) {
        long hash = to - from;
        if (to - from < Long.BYTES) {
            long word = 0;
            for (int at = from; at < to; at++) {
                word = word << 8 | text[at] & 0xff;
            }
            return mix(mix(hash) ^ word);
        }
        for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
            hash = mix(hash ^ EightBytes.at(text, at));
        }
        // The last word overlaps the one before it, which is quicker than a loop over what is left.
        return mix(hash ^ EightBytes.at(text, to - Long.BYTES));
    }

    /// Both halves of the 128-bit product, folded: every bit of `word` reaches every bit of the result.
    private static long mix(long word) {
        word ^= FACTOR;
        return Math.unsignedMultiplyHigh(word, FACTOR) ^ word * FACTOR;
    }

    /// The next capacity of an array that needs `atLeast` elements.
    static int grown(int atLeast) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(atLeast, atLeast * 3L / 2));
    }

    /// Collects the texts.
    public static final class Builder {

        private byte[] bytes = new byte[1 << 10];
        private int[] ends = new int[1 << 6];
        private int length;
        private int size;
        private boolean alike = true;

        /// Adds a text, which gets the next position.
        public void add(byte[] text, int from, int to) {
            int after = Math.addExact(length, to - from);
            if (after > bytes.length) {
                bytes = Arrays.copyOf(bytes, grown(after));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, grown(size + 1));
            }
            System.arraycopy(text, from, bytes, length, to - from);
            alike &= to > from && (size == 0 || to - from == ends[0]);
            length = after;
            ends[size++] = length;
        }

        /// @throws IllegalArgumentException if a text was added twice
        public Utf8Index build() {
            return new Utf8Index(this);
        }
    }
}

package org.voorwerp.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// Texts that differ from one another, each with its position, found by their UTF-8 bytes without making a
/// String.
///
/// An open-addressing table over a 64-bit hash says where a text may be; its bytes, all in one array, say
/// whether it is there. Ten million ids of 18 characters take 315 MB.
public final class Utf8Index {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
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

    public int size() {
        return size;
    }

    /// @throws IndexOutOfBoundsException unless `0 <= position < size`
    public String get(int position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException(position);
        }
        return new String(bytes, start(position), end(position) - start(position), StandardCharsets.UTF_8);
    }

    /// All texts, each made anew when it is asked for.
    public List<String> asList() {
        return new Texts();
    }

    /// The position of a text, or -1.
    public int position(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        return position(encoded, 0, encoded.length);
    }

    /// The position of the text that `text` holds from `from` to before `to`, or -1.
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
    int candidate(long hash) {
        int slot = slot(hash);
        while (slots[slot] != 0 && !isTagged(slots[slot], hash)) {
            slot = next(slot);
        }
        return (int) slots[slot] - 1;
    }

    /// Whether the text at `position` is that which `text` holds from `from` to before `to`.
    public boolean isAt(int position, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start(position), end(position), text, from, to);
    }

    /// How long the longest text is, in bytes.
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
            hash = mix(hash ^ (long) WORD.get(text, at));
        }
        // The last word overlaps the one before it, which is quicker than a loop over what is left.
        return mix(hash ^ (long) WORD.get(text, to - Long.BYTES));
    }

    /// Both halves of the 128-bit product, folded: every bit of `word` reaches every bit of the result.
    private static long mix(long word) {
        word ^= FACTOR;
        return Math.unsignedMultiplyHigh(word, FACTOR) ^ word * FACTOR;
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

        private static int grown(int atLeast) {
            return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(atLeast, atLeast * 3L / 2));
        }
    }

    private final class Texts extends AbstractList<String> implements RandomAccess {

        @Override
        public String get(int position) {
            return Utf8Index.this.get(position);
        }

        @Override
        public int size() {
            return size;
        }
    }
}

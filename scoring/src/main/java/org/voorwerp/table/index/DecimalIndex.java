package org.voorwerp.table.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.voorwerp.table.EightBytes;

/// Texts that are plain whole numbers, as most ids are: `0`, `42`, `587722981736120347`; digits only, no zero in
/// front, below 2⁶³. Such a text and its number stand for one another, so numbers are kept and compared.
///
/// An open-addressing table says where a number may be: the position plus one, and above it as many bits of the
/// hash as there is room for, so that a slot of another number is mostly seen to be so without a look at the
/// numbers. Ten million take 147 MB.
public final class DecimalIndex implements TextIndex {

    /// What [#number] says of a text of another kind.
    static final long NONE = -1;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    /// How many numbers one thread puts into the table before another may take over, and how many of them
    /// together: see [TextBatch].
    private static final int PART = 1 << 16;

    private static final int TOGETHER = 1 << 9;

    private static final int LONGEST = 19;

    /// One a position, and perhaps room for more.
    private final long[] numbers;

    private final int size;
    private final int[] slots;

    /// How far a hash is shifted to give its slot.
    private final int slotShift;

    /// The bits of a slot that hold the position plus one. Those above hold bits of the hash.
    private final int positionMask;

    private DecimalIndex(long[] numbers, int size) {
        this.numbers = numbers;
        this.size = size;
        int count = Integer.highestOneBit(Math.max(size + size / 2, 4)) * 2;
        slots = new int[count];
        slotShift = 64 - Integer.numberOfTrailingZeros(count);
        positionMask = (int) ((1L << (32 - Integer.numberOfLeadingZeros(size))) - 1);
    }

    /// @param numbers not negative; kept, not copied
    /// @param size how many there are; what follows them does not count
    /// @throws IllegalArgumentException if a number appears twice
    static DecimalIndex of(long[] numbers, int size) {
        var index = new DecimalIndex(numbers, size);
        int parts = (size + PART - 1) / PART;
        // Slots are taken in another order each time, but what is found does not depend on it.
        if (IntStream.range(0, parts).parallel().anyMatch(part -> index.insert(part) >= 0)) {
            throw new IllegalArgumentException("\"" + firstRepeated(numbers, size, parts) + "\" appears twice");
        }
        return index;
    }

    /// One after the other, so that it is always the same.
    private static long firstRepeated(long[] numbers, int size, int parts) {
        var index = new DecimalIndex(numbers, size);
        int repeated = -1;
        for (int part = 0; part < parts && repeated < 0; part++) {
            repeated = index.insert(part);
        }
        return numbers[repeated];
    }

    /// The number that a text stands for, or [#NONE].
    static long number(byte[] text, int from, int to) {
        int length = to - from;
        if (length <= 0 || length > LONGEST || (text[from] == '0' && length > 1)) {
            return NONE;
        }
        long number = 0;
        int at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            long word = EightBytes.at(text, at);
            if (EightBytes.digits(word) < Long.BYTES) {
                return NONE;
            }
            number = number * 100_000_000 + EightBytes.number(word, Long.BYTES);
        }
        int rest = to - at;
        if (text.length - at < Long.BYTES) {
            return oneByOne(number, text, at, to);
        }
        long word = EightBytes.at(text, at);
        if (EightBytes.digits(word) < rest) {
            return NONE;
        }
        // 19 digits may be more than a long holds, never more than an unsigned one does.
        return Math.max(NONE, number * EightBytes.powerOfTen(rest) + EightBytes.number(word, rest));
    }

    private static long oneByOne(long number, byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return NONE;
            }
            number = number * 10 + text[at] - '0';
        }
        return Math.max(NONE, number);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String get(int position) {
        Objects.checkIndex(position, size);
        return Long.toString(numbers[position]);
    }

    @Override
    public int position(byte[] text, int from, int to) {
        long number = number(text, from, to);
        return number == NONE ? -1 : search(number);
    }

    @Override
    public boolean hasSameTexts(TextIndex other) {
        return other instanceof DecimalIndex that && Arrays.equals(numbers, 0, size, that.numbers, 0, that.size);
    }

    @Override
    public int longest() {
        long largest = 0;
        for (int position = 0; position < size; position++) {
            largest = Math.max(largest, numbers[position]);
        }
        return size == 0 ? 0 : Long.toString(largest).getBytes(StandardCharsets.US_ASCII).length;
    }

    @Override
    public void lookUp(TextBatch batch, int guess) {
        long[] asked = batch.numbers();
        int[] positions = batch.positions();
        int count = batch.size();
        int found = 0;
        while (found < count && guess + found < size && numbers[guess + found] == asked[found]) {
            positions[found] = guess + found;
            found++;
        }
        for (int from = found; from < count; from += TOGETHER) {
            search(asked, positions, from, Math.min(count, from + TOGETHER));
        }
    }

    /// Four plain loops. In those that wait for memory no turn depends on what another one found, nor on a guess of
    /// the processor's that may be wrong, so that many wait at the same time.
    private void search(long[] asked, int[] positions, int from, int to) {
        for (int i = from; i < to; i++) {
            positions[i] = slots[slot(hash(asked[i]))];
        }
        for (int i = from; i < to; i++) {
            positions[i] = candidate(positions[i], hash(asked[i]));
        }
        int differing = 0;
        for (int i = from; i < to; i++) {
            differing |= positions[i] < 0 || numbers[positions[i]] != asked[i] ? 1 : 0;
        }
        for (int i = from; differing != 0 && i < to; i++) {
            if (positions[i] < 0 || numbers[positions[i]] != asked[i]) {
                positions[i] = search(asked[i]);
            }
        }
    }

    /// The position of the first number with the tag of `hash`; -1 if there is none.
    ///
    /// @param entry what stands in the hash's first slot
    private int candidate(int entry, long hash) {
        int found = entry;
        for (int slot = slot(hash); found != 0 && !isTagged(found, hash); found = slots[slot]) {
            slot = next(slot);
        }
        return (found & positionMask) - 1;
    }

    private int search(long number) {
        if (number == NONE) {
            return -1;
        }
        long hash = hash(number);
        for (int slot = slot(hash); slots[slot] != 0; slot = next(slot)) {
            int position = (slots[slot] & positionMask) - 1;
            if (isTagged(slots[slot], hash) && numbers[position] == number) {
                return position;
            }
        }
        return -1;
    }

    /// Puts the numbers of a part into the table.
    ///
    /// @return the position of one that was there before; -1 if there is none
    private int insert(int part) {
        int end = (int) Math.min(size, (part + 1L) * PART);
        var seen = new int[TOGETHER];
        for (int from = part * PART; from < end; from += TOGETHER) {
            int to = Math.min(end, from + TOGETHER);
            for (int position = from; position < to; position++) {
                seen[position - from] = slots[slot(hash(numbers[position]))];
            }
            for (int position = from; position < to; position++) {
                if (!insert(position, seen[position - from])) {
                    return position;
                }
            }
        }
        return -1;
    }

    /// @param seen what stood in the number's first slot a while ago: a slot that was taken stays so
    /// @return false if it was there before
    private boolean insert(int position, int seen) {
        long hash = hash(numbers[position]);
        int entry = ((int) hash & ~positionMask) | (position + 1);
        int present = seen;
        for (int slot = slot(hash); ; slot = next(slot), present = slots[slot]) {
            if (present == 0) {
                present = (int) SLOT.compareAndExchange(slots, slot, 0, entry);
            }
            if (present == 0) {
                return true;
            }
            if (isTagged(present, hash) && numbers[(present & positionMask) - 1] == numbers[position]) {
                return false;
            }
        }
    }

    private boolean isTagged(int entry, long hash) {
        return ((entry ^ (int) hash) & ~positionMask) == 0;
    }

    private int slot(long hash) {
        return (int) (hash >>> slotShift);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /// Both halves of the 128-bit product, folded: every bit of the number reaches every bit of the result.
    private static long hash(long number) {
        long word = number ^ FACTOR;
        return Math.unsignedMultiplyHigh(word, FACTOR) ^ word * FACTOR;
    }
}

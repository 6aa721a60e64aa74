package org.voorwerp.scoring;

import java.util.Arrays;

/// In which line of a prediction file each subject was met first.
///
/// Lines are asked for only where something is wrong. So what is kept is what costs least while all is right: a bit a
/// subject, of which a million stay near the processor, and the subjects in the order in which they were met, whose
/// lines mostly follow one another.
final class FirstLines {

    private final long[] met;
    private final int[] order;
    private int count;

    /// Where in `order` a line does not follow the one before it, and which line it is: two numbers each.
    private int[] jumps = new int[1 << 4];

    private int jumpsEnd;
    private long lastLine = -1;

    FirstLines(int subjects) {
        met = new long[(subjects + Long.SIZE - 1) >> 6];
        order = new int[subjects];
    }

    /// @return false if the subject was met before
    boolean meet(int position, long line) {
        int word = position >> 6;
        long bit = 1L << position;
        if ((met[word] & bit) != 0) {
            return false;
        }
        met[word] |= bit;
        if (line != lastLine + 1) {
            addJump(line);
        }
        lastLine = line;
        order[count++] = position;
        return true;
    }

    /// The positions of the subjects in the order in which they were met; behind the last of them zeros.
    int[] order() {
        return order;
    }

    private void addJump(long line) {
        if (jumpsEnd == jumps.length) {
            // Never more than one a subject.
            jumps = Arrays.copyOf(jumps, (int) Math.min(2L * jumpsEnd, 2L * order.length));
        }
        jumps[jumpsEnd++] = count;
        jumps[jumpsEnd++] = (int) Math.min(line, Integer.MAX_VALUE);
    }

    boolean areAllMet() {
        return count == order.length;
    }

    boolean isMet(int position) {
        return (met[position >> 6] & 1L << position) != 0;
    }

    /// The line in which a subject was met first; looked for from the beginning.
    ///
    /// @param position of a subject that was met
    long line(int position) {
        int at = 0;
        while (order[at] != position) {
            at++;
        }
        int jump = 0;
        while (jump + 2 < jumpsEnd && jumps[jump + 2] <= at) {
            jump += 2;
        }
        return (long) jumps[jump + 1] + at - jumps[jump];
    }
}

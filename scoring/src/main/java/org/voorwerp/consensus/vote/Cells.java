package org.voorwerp.consensus.vote;

/// The pairs of a volunteer and an answer that occur among votes, numbered by volunteer and then by answer.
public final class Cells {

    private final int[] first;
    private final int[] volunteer;
    private final char[] answer;

    private Cells(int[] first, int[] volunteer, char[] answer) {
        this.first = first;
        this.volunteer = volunteer;
        this.answer = answer;
    }

    /// Numbers the cells of votes and writes each vote's cell over its volunteer.
    static Cells replace(int volunteers, int classes, int[] volunteer, char[] answer) {
        // One bit a possible pair; the number of bits set before a pair is the number of its cell.
        var seen = new long[Math.toIntExact(((long) volunteers * classes + 63) >> 6)];
        for (int vote = 0; vote < volunteer.length; vote++) {
            if (volunteer[vote] < 0 || volunteer[vote] >= volunteers || answer[vote] >= classes) {
                throw new IllegalArgumentException(
                        "vote " + vote + " is by a volunteer or for a class that there is not");
            }
            long pair = (long) volunteer[vote] * classes + answer[vote];
            seen[(int) (pair >> 6)] |= 1L << pair;
        }
        var before = new int[seen.length];
        int count = 0;
        for (int word = 0; word < seen.length; word++) {
            before[word] = count;
            count += Long.bitCount(seen[word]);
        }
        for (int vote = 0; vote < volunteer.length; vote++) {
            long pair = (long) volunteer[vote] * classes + answer[vote];
            int word = (int) (pair >> 6);
            volunteer[vote] = before[word] + Long.bitCount(seen[word] & ((1L << pair) - 1));
        }
        return numbered(seen, count, volunteers, classes);
    }

    private static Cells numbered(long[] seen, int count, int volunteers, int classes) {
        var first = new int[volunteers + 1];
        var by = new int[count];
        var of = new char[count];
        int cell = 0;
        for (int j = 0; j < volunteers; j++) {
            first[j] = cell;
            for (int k = 0; k < classes; k++) {
                long pair = (long) j * classes + k;
                if ((seen[(int) (pair >> 6)] >>> pair & 1) != 0) {
                    by[cell] = j;
                    of[cell++] = (char) k;
                }
            }
        }
        first[volunteers] = cell;
        return new Cells(first, by, of);
    }

    public int count() {
        return volunteer.length;
    }

    /// A volunteer's first cell; those of the volunteer are the cells from here to [#end].
    public int start(int ofVolunteer) {
        return first[ofVolunteer];
    }

    /// The cell after a volunteer's last.
    public int end(int ofVolunteer) {
        return first[ofVolunteer + 1];
    }

    public int volunteer(int cell) {
        return volunteer[cell];
    }

    public int answer(int cell) {
        return answer[cell];
    }
}

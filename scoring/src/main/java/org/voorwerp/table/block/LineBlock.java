package org.voorwerp.table.block;

/// Some whole lines of a file. The last byte is a line feed, unless [#isUnbroken()].
public final class LineBlock {

    /// So many bytes behind the end may be looked at.
    private static final int PADDING = Long.BYTES;

    private final byte[] bytes;
    private int end;
    private long number;
    private boolean unbroken;

    LineBlock(int size) {
        // One more holds a line end that the file lacks.
        bytes = new byte[size + 1 + PADDING];
    }

    /// The array that holds the lines, from its first byte on.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the lines end, exclusive.
    public int end() {
        return end;
    }

    /// Whether no line ends here, so that this is a piece of one.
    public boolean isUnbroken() {
        return unbroken;
    }

    /// Which block of the file it is, from 0.
    long number() {
        return number;
    }

    void filled(long number, int end, boolean unbroken) {
        this.number = number;
        this.end = end;
        this.unbroken = unbroken;
    }
}

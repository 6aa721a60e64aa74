package org.voorwerp.table.block;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Cuts what is left of a file into blocks that end where a line does. Threads may share it.
public final class LineBlocks {

    /// A file read at this size leaves little to wait for; a block stays near the processor.
    public static final int SIZE = 1 << 19;

    private final InputStream in;
    private final int size;

    /// The beginning of a line whose end was not in the block before.
    private final byte[] begun;

    private int begunLength;
    private long count;
    private boolean ended;

    /// @param in not closed
    /// @param size how many bytes a block may have
    public LineBlocks(InputStream in, int size) {
        this.in = in;
        this.size = size;
        begun = new byte[size];
    }

    /// An empty block, to be filled over and over.
    public LineBlock block() {
        return new LineBlock(size);
    }

    /// Fills a block with the next lines.
    ///
    /// @return false at the end of the file, or after [#end()]
    synchronized boolean read(LineBlock block) throws IOException {
        byte[] bytes = block.bytes();
        System.arraycopy(begun, 0, bytes, 0, begunLength);
        int wanted = ended ? 0 : size - begunLength;
        int length = begunLength + in.readNBytes(bytes, begunLength, wanted);
        ended |= length < size;
        begunLength = 0;
        if (ended && length > 0 && bytes[length - 1] != '\n') {
            bytes[length++] = '\n';
        }
        if (length == 0) {
            return false;
        }
        int end = length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        boolean unbroken = end == 0;
        if (!unbroken) {
            begunLength = length - end;
            System.arraycopy(bytes, end, begun, 0, begunLength);
        }
        block.filled(count++, unbroken ? length : end, unbroken);
        return true;
    }

    /// Whether the file is known to have no more blocks.
    synchronized boolean isAtEnd() {
        return ended && begunLength == 0;
    }

    /// What follows the blocks that were read, with some of these before it.
    synchronized InputStream rest(List<LineBlock> before) {
        var parts = new ArrayList<InputStream>();
        before.forEach(block -> parts.add(new ByteArrayInputStream(block.bytes(), 0, block.end())));
        parts.add(new ByteArrayInputStream(begun, 0, begunLength));
        parts.add(in);
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}

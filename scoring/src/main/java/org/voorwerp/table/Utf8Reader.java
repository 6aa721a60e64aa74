package org.voorwerp.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8, and bytes that are not UTF-8 as Latin-1, which is what old exports are in: neither loses a
/// character, and a single stray byte in a long file spoils nothing else.
final class Utf8Reader extends Reader {

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final long longestRow;
    private boolean ended;
    private long line;
    private long rowLength;

    /// @param longestRow how many characters may be read between two calls of [#startRow]
    Utf8Reader(InputStream in, long longestRow) {
        this.in = in;
        this.longestRow = longestRow;
    }

    /// Says that what is read from now on belongs to a new row, which begins in `line`.
    void startRow(long line) {
        this.line = line;
        rowLength = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            var result = decoder.decode(bytes, chars, ended);
            if (result.isError() && chars.hasRemaining()) {
                takeAsLatin1(result, chars);
                continue;
            }
            int count = chars.position() - offset;
            if (count > 0 || ended) {
                count(count);
                return count == 0 ? -1 : count;
            }
            fill();
        }
    }

    private void count(int characters) {
        rowLength += characters;
        if (rowLength > longestRow) {
            throw new TableException(Finding.ofLine(
                    line, "the row is longer than " + longestRow + " characters: is a quote left open?"));
        }
    }

    private void takeAsLatin1(CoderResult result, CharBuffer chars) {
        for (int i = Math.min(result.length(), chars.remaining()); i > 0; i--) {
            chars.put((char) (bytes.get() & 0xff));
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
